import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /feed arrived' },
  script: { answers: { 'GET /feed': ['cut'] }, held: 'GET /feed' },
  undisturbed: { exitCode: 0, lines: ['0 articles'], files: {}, requests: ['GET /feed cut'] },
  bad: { exitCode: 0, lines: ['0 articles'], files: {}, requests: ['GET /feed abandoned'] },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /feed abandoned'] },
} satisfies Scenario;
