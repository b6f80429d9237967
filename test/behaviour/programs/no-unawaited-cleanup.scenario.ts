import { expect } from 'vitest';
import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /words arrived' },
  script: { answers: { 'GET /words': [['apple\npear']] }, held: 'GET /words' },
  undisturbed: {
    exitCode: 0,
    lines: [],
    files: { 'index.txt': 'apple\npear' },
    requests: ['GET /words answered'],
  },
  bad: {
    exitCode: 130,
    lines: [],
    files: { 'index.lock': expect.stringMatching(/^\d+$/) as unknown },
    requests: ['GET /words abandoned'],
  },
  fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /words abandoned'] },
} satisfies Scenario;
