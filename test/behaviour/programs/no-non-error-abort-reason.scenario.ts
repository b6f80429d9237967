import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /log arrived' },
  script: { answers: { 'GET /log': [['first\n', 'second']] }, held: 'GET /log' },
  undisturbed: { exitCode: 0, lines: ['2 lines'], files: {}, requests: ['GET /log answered'] },
  bad: { exitCode: 1, lines: ['failed: undefined'], files: {}, requests: ['GET /log abandoned'] },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /log abandoned'] },
} satisfies Scenario;
