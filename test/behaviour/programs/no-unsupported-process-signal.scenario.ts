import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /words arrived' },
  script: { answers: { 'GET /words': [['one two three']] }, held: 'GET /words' },
  undisturbed: { exitCode: 0, lines: ['3 words'], files: {}, requests: ['GET /words answered'] },
  bad: { exitCode: null, killedBy: 'SIGTERM', lines: [], files: {}, requests: ['GET /words abandoned'] },
  fixed: {
    exitCode: 143,
    lines: [],
    files: { 'position.txt': 'two' },
    requests: ['GET /words abandoned'],
  },
} satisfies Scenario;
