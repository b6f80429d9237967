import type { Scenario } from '../scenario.js';

export default {
  needsTypes: true,
  cancellation: { by: 'SIGTERM', once: 'GET /report arrived' },
  script: { answers: { 'GET /report': [['a report']] }, held: 'GET /report' },
  undisturbed: { exitCode: 0, lines: ['a report'], files: {}, requests: ['GET /report answered'] },
  bad: {
    releasedOnce: 'stopping',
    exitCode: 0,
    lines: ['stopping', 'a report'],
    files: {},
    requests: ['GET /report answered'],
  },
  fixed: { exitCode: 143, lines: ['stopping'], files: {}, requests: ['GET /report abandoned'] },
} satisfies Scenario;
