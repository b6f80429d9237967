import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 500 },
  script: { answers: { 'GET /report': [['all is well']] }, held: 'GET /report' },
  undisturbed: { exitCode: 0, lines: ['all is well'], files: {}, requests: ['GET /report answered'] },
  bad: { releasedOnce: 'still waiting', exitCode: 0, lines: ['still waiting', 'all is well'], files: {} },
  fixed: { exitCode: 1, lines: ['too slow'], files: {} },
} satisfies Scenario;
