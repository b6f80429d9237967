import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /second arrived' },
  script: { answers: { 'GET /first': [['apples']], 'GET /second': [['pears']] }, held: 'GET /second' },
  undisturbed: {
    exitCode: 0,
    lines: ['saved'],
    files: { 'first.txt': 'apples', 'second.txt': 'pears' },
    requests: ['GET /first answered', 'GET /second answered'],
  },
  bad: {
    exitCode: 130,
    lines: [],
    files: {},
    requests: ['GET /first answered', 'GET /second abandoned'],
  },
  fixed: {
    exitCode: 130,
    lines: [],
    files: { 'first.txt': 'apples' },
    requests: ['GET /first answered', 'GET /second abandoned'],
  },
} satisfies Scenario;
