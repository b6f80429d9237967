import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /notes arrived' },
  script: { answers: { 'GET /notes': ['cut'], 'GET /mirror': [['buy milk']] }, held: 'GET /notes' },
  undisturbed: {
    exitCode: 0,
    lines: ['/notes is not available', 'buy milk'],
    files: {},
    requests: ['GET /notes cut', 'GET /mirror answered'],
  },
  bad: {
    exitCode: 1,
    lines: ['/notes is not available', '/mirror is not available'],
    files: {},
    requests: ['GET /notes abandoned'],
  },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /notes abandoned'] },
} satisfies Scenario;
