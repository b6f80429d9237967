import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /job arrived' },
  script: { answers: { 'GET /job': [['done']], 'POST /stop': ['cut'] }, held: 'GET /job' },
  undisturbed: { exitCode: 0, lines: ['done'], files: {}, requests: ['GET /job answered'] },
  bad: { exitCode: 1, lines: ['crashed'], files: {}, requests: ['GET /job abandoned', 'POST /stop cut'] },
  fixed: {
    exitCode: 130,
    lines: ['a failure is noted'],
    files: {},
    requests: ['GET /job abandoned', 'POST /stop cut'],
  },
} satisfies Scenario;
