import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /job arrived' },
  script: { answers: { 'GET /job': [['done']] }, held: 'GET /job' },
  undisturbed: { exitCode: 0, lines: ['done'], files: {}, requests: ['GET /job answered'] },
  bad: { exitCode: 1, lines: ['cleaning up', 'crashed'], files: {}, requests: ['GET /job abandoned'] },
  fixed: {
    exitCode: 130,
    lines: ['cleaning up', '0 jobs left'],
    files: {},
    requests: ['GET /job abandoned'],
  },
} satisfies Scenario;
