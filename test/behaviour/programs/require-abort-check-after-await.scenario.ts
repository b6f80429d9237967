import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'rendering' },
  script: { answers: { 'GET /draft': [['apple, pear']] }, held: 'no request' },
  undisturbed: {
    exitCode: 0,
    lines: ['rendering', 'published'],
    files: { 'page.html': '<p>apple, pear</p>' },
    requests: ['GET /draft answered'],
  },
  bad: {
    exitCode: 130,
    lines: ['rendering', 'published'],
    files: { 'page.html': '<p>apple, pear</p>' },
    requests: ['GET /draft answered'],
  },
  fixed: { exitCode: 130, lines: ['rendering'], files: {}, requests: ['GET /draft answered'] },
} satisfies Scenario;
