import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /news arrived' },
  script: { answers: { 'GET /news': [['rain']] }, held: 'GET /news' },
  undisturbed: { exitCode: 0, lines: ['rain'], files: {}, requests: ['GET /news answered'] },
  bad: { exitCode: 1, lines: ['died of AbortError'], files: {}, requests: ['GET /news abandoned'] },
  fixed: { exitCode: 130, lines: ['goodbye'], files: {}, requests: ['GET /news abandoned'] },
} satisfies Scenario;
