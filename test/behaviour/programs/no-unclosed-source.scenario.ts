import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'one' },
  script: { answers: { 'GET /lines': [['one', '']] }, held: 'GET /lines' },
  undisturbed: {
    exitCode: 0,
    lines: ['one', 'request closed'],
    files: {},
    requests: ['GET /lines answered'],
  },
  bad: { exitCode: 130, lines: ['one', 'still connected'], files: {}, requests: ['GET /lines abandoned'] },
  fixed: { exitCode: 130, lines: ['one', 'request closed'], files: {}, requests: ['GET /lines abandoned'] },
} satisfies Scenario;
