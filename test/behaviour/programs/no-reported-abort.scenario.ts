import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /prices arrived' },
  script: { answers: { 'GET /prices': [['apples 3, pears 4']] }, held: 'GET /prices' },
  undisturbed: {
    exitCode: 0,
    lines: ['apples 3, pears 4'],
    files: {},
    requests: ['GET /prices answered'],
  },
  bad: {
    exitCode: 143,
    lines: [],
    files: { 'incidents.txt': 'AbortError\n' },
    requests: ['GET /prices abandoned'],
  },
  fixed: { exitCode: 143, lines: [], files: {}, requests: ['GET /prices abandoned'] },
} satisfies Scenario;
