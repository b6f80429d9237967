import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 1 },
  script: { answers: {}, held: '' },
  undisturbed: { exitCode: 0, lines: ['The delivery weighs 14 kg.'], files: {} },
  bad: { exitCode: 0, lines: ['The delivery weighs undefined.'], files: {} },
  fixed: { exitCode: 124, lines: [], files: {} },
} satisfies Scenario;
