import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /words arrived' },
  script: { answers: { 'GET /words': [['two words']] }, held: 'GET /words' },
  undisturbed: { exitCode: 0, lines: ['two words'], files: {}, requests: ['GET /words answered'] },
  bad: {
    exitCode: null,
    killedBy: 'SIGTERM',
    lines: [],
    files: { 'count.lock': 'locked' },
    requests: ['GET /words abandoned'],
  },
  fixed: { exitCode: 1, lines: [], files: {}, requests: ['GET /words abandoned'] },
} satisfies Scenario;
