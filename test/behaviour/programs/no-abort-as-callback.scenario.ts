import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /manual arrived' },
  script: { answers: { 'GET /manual': [['how to stop']] }, held: 'GET /manual' },
  undisturbed: { exitCode: 0, lines: ['how to stop'], files: {}, requests: ['GET /manual answered'] },
  bad: { exitCode: 1, lines: [], files: {}, requests: ['GET /manual abandoned'] },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /manual abandoned'] },
} satisfies Scenario;
