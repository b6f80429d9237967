import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'DELETE /lock arrived' },
  script: {
    answers: { 'GET /words': [['two words']], 'DELETE /lock': [['unlocked']] },
    held: 'DELETE /lock',
  },
  undisturbed: {
    exitCode: 0,
    lines: ['two words', 'unlocked'],
    files: {},
    requests: ['GET /words answered', 'DELETE /lock answered'],
  },
  bad: {
    exitCode: null,
    killedBy: 'SIGINT',
    lines: ['two words'],
    files: {},
    requests: ['GET /words answered', 'DELETE /lock abandoned'],
  },
  fixed: {
    releasedOnce: 'interrupted',
    exitCode: 130,
    lines: ['two words', 'interrupted', 'unlocked'],
    files: {},
    requests: ['GET /words answered', 'DELETE /lock answered'],
  },
} satisfies Scenario;
