import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /sources arrived' },
  script: { answers: { 'GET /sources': [['everything']] }, held: 'GET /sources' },
  undisturbed: { exitCode: 0, lines: ['built everything'], files: {}, requests: ['GET /sources answered'] },
  bad: {
    exitCode: null,
    killedBy: 'SIGINT',
    lines: [],
    files: { 'build.lock': '' },
    requests: ['GET /sources abandoned'],
  },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /sources abandoned'] },
} satisfies Scenario;
