import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 100 },
  script: { answers: { 'GET /sales': [['north,3\nsouth,4']] }, held: 'GET /sales' },
  undisturbed: {
    exitCode: 0,
    lines: ['written'],
    files: { 'report.csv': 'region,amount\nnorth,3\nsouth,4' },
    requests: ['GET /sales answered'],
  },
  bad: { exitCode: 0, lines: ['written'], files: { 'report.csv': 'region,amount' } },
  fixed: { exitCode: 124, lines: [], files: {} },
} satisfies Scenario;
