import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /work arrived' },
  script: { answers: { 'GET /work': [['done']], 'POST /queue': [['queued']] }, held: 'GET /work' },
  undisturbed: { exitCode: 0, lines: ['done'], files: {}, requests: ['GET /work answered'] },
  bad: { exitCode: 0, lines: ['later'], files: {}, requests: ['GET /work abandoned'] },
  fixed: {
    exitCode: 0,
    lines: ['later'],
    files: {},
    requests: ['GET /work abandoned', 'POST /queue answered'],
  },
} satisfies Scenario;
