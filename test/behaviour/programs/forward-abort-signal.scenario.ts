import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /job arrived' },
  script: { answers: { 'GET /job': [['running'], ['done']] }, held: 'GET /job' },
  undisturbed: {
    exitCode: 0,
    lines: ['job running', 'job done'],
    files: {},
    requests: ['GET /job answered', 'GET /job answered'],
  },
  bad: {
    releasedOnce: 'stopping',
    exitCode: 143,
    lines: ['stopping', 'job running'],
    files: {},
    requests: ['GET /job answered'],
  },
  fixed: { exitCode: 143, lines: ['stopping'], files: {}, requests: ['GET /job abandoned'] },
} satisfies Scenario;
