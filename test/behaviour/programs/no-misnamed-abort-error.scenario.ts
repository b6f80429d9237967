import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /book/2 arrived' },
  script: { answers: { 'GET /book/1': [['Morning']], 'GET /book/2': [['Evening']] }, held: 'GET /book/2' },
  undisturbed: {
    exitCode: 0,
    lines: ['Morning', 'Evening'],
    files: {},
    requests: ['GET /book/1 answered', 'GET /book/2 answered'],
  },
  bad: {
    exitCode: 1,
    lines: ['Morning', 'failed: Error: stopped at chapter 2'],
    files: {},
    requests: ['GET /book/1 answered', 'GET /book/2 abandoned'],
  },
  fixed: {
    exitCode: 130,
    lines: ['Morning'],
    files: {},
    requests: ['GET /book/1 answered', 'GET /book/2 abandoned'],
  },
} satisfies Scenario;
