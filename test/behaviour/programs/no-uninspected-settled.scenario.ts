import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'PUT /a arrived' },
  script: { answers: { 'PUT /a': [['stored']] }, held: 'PUT /a' },
  undisturbed: { exitCode: 0, lines: ['all is stored'], files: {}, requests: ['PUT /a answered'] },
  bad: { exitCode: 0, lines: ['all is stored'], files: {}, requests: ['PUT /a abandoned'] },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['PUT /a abandoned'] },
} satisfies Scenario;
