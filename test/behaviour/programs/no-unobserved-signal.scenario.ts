import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'waiting' },
  script: { answers: { 'GET /export': [['running'], ['done']] }, held: 'no request' },
  undisturbed: {
    exitCode: 0,
    lines: ['export running', 'waiting', 'export done'],
    files: {},
    requests: ['GET /export answered', 'GET /export answered'],
  },
  bad: {
    exitCode: 130,
    lines: ['export running', 'waiting', 'waited in vain'],
    files: {},
    requests: ['GET /export answered'],
  },
  fixed: {
    exitCode: 130,
    lines: ['export running', 'waiting'],
    files: {},
    requests: ['GET /export answered'],
  },
} satisfies Scenario;
