import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 800 },
  script: { answers: { 'GET /page': [['all ', 'is well']] }, held: 'GET /page' },
  undisturbed: { exitCode: 0, lines: ['all is well'], files: {}, requests: ['GET /page answered'] },
  bad: { releasedOnce: 'still waiting', exitCode: 0, lines: ['still waiting', 'all is well'], files: {} },
  fixed: { exitCode: 1, lines: ['too slow'], files: {} },
} satisfies Scenario;
