import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /summary arrived' },
  script: { answers: { 'GET /summary': [['all is well']] }, held: 'GET /summary' },
  undisturbed: {
    exitCode: 0,
    lines: ['all is well'],
    files: {},
    requests: ['GET /summary answered'],
  },
  bad: { exitCode: 130, lines: ['still here'], files: {}, requests: ['GET /summary abandoned'] },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /summary abandoned'] },
} satisfies Scenario;
