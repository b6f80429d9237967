import type { Scenario } from '../scenario.js';

const ordered = { exitCode: 0, lines: ['ordered'], files: { 'order.txt': 'three chairs' }, requests: [] };

export default {
  cancellation: { by: 'a timeout', milliseconds: 10 },
  script: { answers: {}, held: '' },
  undisturbed: ordered,
  bad: ordered,
  fixed: { exitCode: 124, lines: [], files: {}, requests: [] },
} satisfies Scenario;
