import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /confirmation arrived' },
  script: {
    answers: {
      'POST /seat': [['12']],
      'GET /confirmation': [['seat 12']],
      'DELETE /seat': [['free']],
    },
    held: 'GET /confirmation',
  },
  undisturbed: {
    exitCode: 0,
    lines: ['seat 12'],
    files: {},
    requests: ['POST /seat answered', 'GET /confirmation answered'],
  },
  bad: {
    exitCode: 143,
    lines: [],
    files: {},
    requests: ['POST /seat answered', 'GET /confirmation abandoned'],
  },
  fixed: {
    exitCode: 143,
    lines: [],
    files: {},
    requests: ['POST /seat answered', 'GET /confirmation abandoned', 'DELETE /seat answered'],
  },
} satisfies Scenario;
