import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'PUT /release arrived' },
  script: { answers: { 'PUT /release': ['cut', ['stored']] }, held: 'PUT /release' },
  undisturbed: {
    exitCode: 0,
    lines: ['attempt 1', 'attempt 2'],
    files: {},
    requests: ['PUT /release cut', 'PUT /release answered'],
  },
  bad: {
    exitCode: 130,
    lines: ['attempt 1', 'attempt 2', 'attempt 3', 'attempt 4', 'attempt 5'],
    files: {},
    requests: ['PUT /release abandoned'],
  },
  fixed: { exitCode: 130, lines: ['attempt 1'], files: {}, requests: ['PUT /release abandoned'] },
} satisfies Scenario;
