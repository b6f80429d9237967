import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 1500 },
  script: { answers: { 'GET /price': [['12']] }, held: 'GET /price' },
  undisturbed: { exitCode: 0, lines: ['12'], files: {}, requests: ['GET /price answered'] },
  bad: {
    releasedOnce: 'as yesterday',
    exitCode: 0,
    lines: ['as yesterday'],
    files: {},
    requests: ['GET /price answered'],
  },
  fixed: { exitCode: 0, lines: ['as yesterday'], files: {}, requests: ['GET /price abandoned'] },
} satisfies Scenario;
