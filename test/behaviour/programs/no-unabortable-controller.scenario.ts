import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /report arrived' },
  script: { answers: { 'GET /report': [['all is well']] }, held: 'GET /report' },
  undisturbed: { exitCode: 0, lines: ['all is well'], files: {}, requests: ['GET /report answered'] },
  bad: {
    releasedOnce: 'stopping',
    exitCode: 143,
    lines: ['stopping', 'all is well'],
    files: {},
    requests: ['GET /report answered'],
  },
  fixed: { exitCode: 143, lines: ['stopping'], files: {}, requests: ['GET /report abandoned'] },
} satisfies Scenario;
