import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /queue arrived' },
  script: { answers: { 'GET /position': [['job 2']], 'GET /queue': [['3 jobs']] }, held: 'GET /queue' },
  undisturbed: { exitCode: 0, lines: ['3 jobs'], files: {}, requests: ['GET /queue answered'] },
  bad: { exitCode: 143, lines: ['stopping'], files: {} },
  fixed: {
    exitCode: 143,
    lines: ['stopping'],
    files: { 'position.txt': 'job 2' },
    requests: ['GET /queue abandoned', 'GET /position answered'],
  },
} satisfies Scenario;
