import { expect } from 'vitest';
import type { Scenario } from '../scenario.js';

export default {
  cancellation: { by: 'SIGINT', once: 'GET /a arrived' },
  script: { answers: { 'GET /a': [['text']] }, held: 'GET /a' },
  undisturbed: {
    exitCode: 0,
    lines: ['text'],
    files: {},
    requests: expect.arrayContaining(['GET /a answered']) as string[],
  },
  bad: {
    exitCode: 0,
    lines: ['no mirror answers'],
    files: {},
    requests: expect.arrayContaining(['GET /a abandoned']) as string[],
  },
  fixed: {
    exitCode: 130,
    lines: [],
    files: {},
    requests: expect.arrayContaining(['GET /a abandoned']) as string[],
  },
} satisfies Scenario;
