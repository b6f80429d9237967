import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a message', once: 'GET /first arrived' },
  script: {
    answers: { 'GET /first': [['first news']], 'GET /second': [['second news']] },
    held: 'GET /first',
  },
  undisturbed: { exitCode: 0, lines: ['first news'], files: {}, requests: ['GET /first answered'] },
  bad: { exitCode: 0, lines: ['stopped', 'nothing'], files: {}, requests: ['GET /first abandoned'] },
  fixed: {
    exitCode: 0,
    lines: ['stopped', 'second news'],
    files: {},
    requests: ['GET /first abandoned', 'GET /second answered'],
  },
} satisfies Scenario;
