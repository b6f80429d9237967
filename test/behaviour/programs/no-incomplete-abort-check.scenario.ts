import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'a timeout', milliseconds: 100 },
  script: { answers: { 'GET /forecast': [['rain']] }, held: 'GET /forecast' },
  undisturbed: { exitCode: 0, lines: ['rain'], files: {}, requests: ['GET /forecast answered'] },
  bad: { exitCode: 1, lines: ['failed: TimeoutError'], files: {} },
  fixed: { exitCode: 0, lines: ['no forecast in time'], files: {} },
} satisfies Scenario;
