import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /news arrived' },
  script: { answers: { 'GET /news': [['rain']] }, held: 'GET /news' },
  undisturbed: { exitCode: 0, lines: ['rain'], files: {}, requests: ['GET /news answered'] },
  bad: {
    releasedOnce: 'interrupted',
    exitCode: 0,
    lines: ['interrupted', 'rain'],
    files: {},
    requests: ['GET /news answered'],
  },
  fixed: { exitCode: 130, lines: ['interrupted'], files: {}, requests: ['GET /news abandoned'] },
} satisfies Scenario;
