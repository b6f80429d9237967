import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /story arrived' },
  script: { answers: { 'GET /story': [['once upon a time']] }, held: 'GET /story' },
  undisturbed: {
    exitCode: 0,
    lines: ['reading', 'once upon a time'],
    files: {},
    requests: ['GET /story answered'],
  },
  bad: { exitCode: 130, lines: ['interrupted'], files: {}, requests: ['GET /story abandoned'] },
  fixed: { exitCode: 130, lines: ['goodbye', 'interrupted'], files: {}, requests: ['GET /story abandoned'] },
} satisfies Scenario;
