import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a message', once: 'GET /jobs arrived' },
  script: { answers: { 'GET /jobs': [['3 jobs']] }, held: 'GET /jobs' },
  undisturbed: { exitCode: 0, lines: ['3 jobs'], files: {}, requests: ['GET /jobs answered'] },
  bad: {
    releasedOnce: 'GET /jobs arrived',
    exitCode: 0,
    lines: ['3 jobs'],
    files: {},
    requests: ['GET /jobs answered'],
  },
  fixed: {
    exitCode: null,
    killedBy: 'SIGTERM',
    lines: [],
    files: {},
    requests: ['GET /jobs abandoned'],
  },
} satisfies Scenario;
