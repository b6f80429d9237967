import { expect } from 'vitest';
import type { Scenario } from './scenario.js';

/** One scenario per rule. */
export const scenarios: readonly Scenario[] = [
  {
    rule: 'no-swallowed-abort',
    cancellation: { by: 'SIGINT', once: 'GET /feed arrived' },
    script: { answers: { 'GET /feed': ['cut'] }, held: 'GET /feed' },
    undisturbed: { exitCode: 0, lines: ['0 articles'], files: {}, requests: ['GET /feed cut'] },
    bad: { exitCode: 0, lines: ['0 articles'], files: {}, requests: ['GET /feed abandoned'] },
    fixed: { exitCode: 130, lines: [], files: {}, requests: ['GET /feed abandoned'] },
  },
  {
    rule: 'no-misplaced-abort-catch',
    cancellation: { by: 'a timeout', milliseconds: 100 },
    script: { answers: { 'GET /sales': [['north,3\nsouth,4']] }, held: 'GET /sales' },
    undisturbed: {
      exitCode: 0,
      lines: ['written'],
      files: { 'report.csv': 'region,amount\nnorth,3\nsouth,4' },
      requests: ['GET /sales answered'],
    },
    bad: { exitCode: 0, lines: ['written'], files: { 'report.csv': 'region,amount' } },
    fixed: { exitCode: 124, lines: [], files: {} },
  },
  {
    rule: 'forward-abort-signal',
    cancellation: { by: 'SIGTERM', once: 'GET /job arrived' },
    script: { answers: { 'GET /job': [['running'], ['done']] }, held: 'GET /job' },
    undisturbed: {
      exitCode: 0,
      lines: ['job running', 'job done'],
      files: {},
      requests: ['GET /job answered', 'GET /job answered'],
    },
    bad: {
      releasedOnce: 'stopping',
      exitCode: 143,
      lines: ['stopping', 'job running'],
      files: {},
      requests: ['GET /job answered'],
    },
    fixed: { exitCode: 143, lines: ['stopping'], files: {}, requests: ['GET /job abandoned'] },
  },
  {
    rule: 'no-unawaited-cleanup',
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
  },
  {
    rule: 'no-aborted-signal-in-cleanup',
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
  },
  {
    rule: 'no-retry-after-abort',
    cancellation: { by: 'SIGINT', once: 'PUT /release arrived' },
    script: { answers: { 'PUT /release': ['cut', ['stored']] }, held: 'PUT /release' },
    undisturbed: {
      exitCode: 0,
      lines: ['attempt 1', 'attempt 2'],
      files: {},
      requests: ['PUT /release cut', 'PUT /release answered'],
    },
    bad: {
      exitCode: 130,
      lines: ['attempt 1', 'attempt 2', 'attempt 3', 'attempt 4', 'attempt 5'],
      files: {},
      requests: ['PUT /release abandoned'],
    },
    fixed: { exitCode: 130, lines: ['attempt 1'], files: {}, requests: ['PUT /release abandoned'] },
  },
];
