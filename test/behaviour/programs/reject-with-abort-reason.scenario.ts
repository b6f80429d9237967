import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /build arrived' },
  script: { answers: { 'GET /build': [['half done']] }, held: 'GET /build' },
  undisturbed: { exitCode: 0, lines: ['half done'], files: {}, requests: ['GET /build answered'] },
  bad: {
    exitCode: 1,
    lines: ['The build has failed: Error: no state'],
    files: {},
    requests: ['GET /build abandoned'],
  },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /build abandoned'] },
} satisfies Scenario;
