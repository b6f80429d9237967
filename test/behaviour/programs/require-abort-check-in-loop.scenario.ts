import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'job 1' },
  script: { answers: { 'GET /start': [['go']] }, held: 'no request' },
  undisturbed: {
    exitCode: 0,
    lines: ['started', 'job 1', 'job 2', 'job 3'],
    files: {},
    requests: ['GET /start answered'],
  },
  bad: {
    exitCode: 143,
    lines: ['started', 'job 1', 'job 2', 'job 3', 'too late'],
    files: {},
    requests: ['GET /start answered'],
  },
  fixed: { exitCode: 143, lines: ['started', 'job 1'], files: {}, requests: ['GET /start answered'] },
} satisfies Scenario;
