import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 500 },
  script: { answers: { 'GET /report': [['all is well']] }, held: 'GET /report' },
  undisturbed: { exitCode: 0, lines: ['all is well'], files: {} },
  bad: { exitCode: 130, lines: ['cancelled'], files: {} },
  fixed: { exitCode: 124, lines: ['no report in time'], files: {} },
} satisfies Scenario;
