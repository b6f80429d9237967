import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /second arrived' },
  script: { answers: { 'GET /first': [['apples']], 'GET /second': [['pears']] }, held: 'GET /second' },
  undisturbed: {
    exitCode: 0,
    lines: ['first is here', 'second is here'],
    files: {},
    requests: ['GET /first answered', 'GET /second answered'],
  },
  bad: {
    exitCode: 130,
    lines: ['first is here'],
    files: { 'lost.txt': 'first\nsecond\n' },
    requests: ['GET /first answered', 'GET /second abandoned'],
  },
  fixed: {
    exitCode: 130,
    lines: ['first is here'],
    files: { 'lost.txt': 'second\n' },
    requests: ['GET /first answered', 'GET /second abandoned'],
  },
} satisfies Scenario;
