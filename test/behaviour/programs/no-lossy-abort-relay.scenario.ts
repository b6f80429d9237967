import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 100 },
  script: { answers: { 'GET /list': [['apples, pears']] }, held: 'GET /list' },
  undisturbed: { exitCode: 0, lines: ['apples, pears'], files: {}, requests: ['GET /list answered'] },
  bad: { exitCode: 130, lines: [], files: {} },
  fixed: { exitCode: 0, lines: ['from the cache: apples'], files: {} },
} satisfies Scenario;
