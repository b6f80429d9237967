import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a message', once: 'GET /plan arrived' },
  script: { answers: { 'GET /plan': [['1 test']] }, held: 'GET /plan' },
  undisturbed: { exitCode: 0, lines: ['1 test'], files: {}, requests: ['GET /plan answered'] },
  bad: {
    releasedOnce: 'ok stops',
    exitCode: 0,
    lines: ['ok stops', '1 test'],
    files: {},
    requests: ['GET /plan answered'],
  },
  fixed: {
    releasedOnce: 'not ok stops',
    exitCode: 1,
    lines: ['not ok stops', '1 test'],
    files: {},
    requests: ['GET /plan answered'],
  },
} satisfies Scenario;
