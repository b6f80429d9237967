import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a message', once: 'receiving' },
  script: {
    answers: {
      'POST /lock': [['locked']],
      'GET /backup': [['four', ' and eleven']],
      'DELETE /lock': [['unlocked']],
    },
    held: 'GET /backup',
  },
  undisturbed: {
    exitCode: 0,
    lines: ['receiving', '15 bytes'],
    files: {},
    requests: ['POST /lock answered', 'GET /backup answered', 'DELETE /lock answered'],
  },
  bad: {
    exitCode: 1,
    lines: ['receiving', 'start again'],
    files: {},
    requests: ['POST /lock answered', 'GET /backup abandoned'],
  },
  fixed: {
    exitCode: 1,
    lines: ['receiving', 'resume at byte 4'],
    files: {},
    requests: ['POST /lock answered', 'GET /backup abandoned', 'DELETE /lock answered'],
  },
} satisfies Scenario;
