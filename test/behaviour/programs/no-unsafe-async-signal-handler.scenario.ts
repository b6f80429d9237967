import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGTERM', once: 'GET /report arrived', again: 'leaving after signal 1' },
  script: { answers: { 'GET /report': [['all is well']] }, held: 'GET /report' },
  undisturbed: { exitCode: 0, lines: ['200'], files: {}, requests: ['GET /report answered'] },
  bad: {
    releasedOnce: 'leaving after signal 2',
    exitCode: 143,
    lines: ['leaving after signal 1', 'leaving after signal 2', '200'],
    files: {},
    requests: ['GET /report answered'],
  },
  fixed: {
    exitCode: null,
    killedBy: 'SIGTERM',
    lines: ['leaving after signal 1'],
    files: {},
    requests: ['GET /report abandoned'],
  },
} satisfies Scenario;
