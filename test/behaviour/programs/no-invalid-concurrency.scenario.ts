import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /news arrived' },
  script: { answers: { 'GET /news': [['no news']] }, held: 'GET /news' },
  undisturbed: { exitCode: 0, lines: ['no news'], files: {}, requests: ['GET /news answered'] },
  bad: { exitCode: 0, lines: [], files: {}, requests: ['GET /news abandoned'] },
  fixed: { exitCode: 143, lines: ['stopped'], files: {}, requests: ['GET /news abandoned'] },
} satisfies Scenario;
