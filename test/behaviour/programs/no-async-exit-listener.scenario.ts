import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /words arrived' },
  script: { answers: { 'GET /words': [['one two three']], 'GET /position': [['two']] }, held: 'GET /words' },
  undisturbed: { exitCode: 0, lines: ['3 words'], files: {}, requests: ['GET /words answered'] },
  bad: { exitCode: 130, lines: [], files: {} },
  fixed: {
    exitCode: 130,
    lines: [],
    files: { 'position.txt': 'two' },
    requests: ['GET /words abandoned', 'GET /position answered'],
  },
} satisfies Scenario;
