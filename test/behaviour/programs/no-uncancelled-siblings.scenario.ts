import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a message', once: 'GET /index arrived' },
  script: {
    answers: { 'GET /index': [['index']], 'GET /folder': [['folder']] },
    held: 'GET /index',
  },
  undisturbed: {
    exitCode: 0,
    lines: ['index of folder'],
    files: {},
    requests: ['GET /index answered', 'GET /folder answered'],
  },
  bad: {
    exitCode: 0,
    lines: ['cancelled'],
    files: {},
    requests: ['GET /index abandoned', 'GET /folder answered'],
  },
  fixed: { exitCode: 0, lines: ['cancelled'], files: {}, requests: ['GET /index abandoned'] },
} satisfies Scenario;
