import type { ESLint } from 'eslint';
import { addSignalParameter } from './add-signal-parameter.js';
import { forwardSignal } from './forward-signal.js';
import { threadSignal } from './thread-signal.js';

/**
 * What an editor offers where nothing is wrong, as rules for ESLint's `Linter`: each takes the selection as its option,
 * `{ start, end }` in offsets, and reports the place that it can change with one suggestion; `thread-signal` reports the name from
 * which `threading` goes on, and suggests nothing.
 */
export const refactorings = {
  rules: {
    'forward-signal': forwardSignal,
    'add-signal-parameter': addSignalParameter,
    'thread-signal': threadSignal,
  },
  // ESLint's own types know nothing of typescript-eslint's nodes, so the rules are handed over as its rules.
} as unknown as ESLint.Plugin & { rules: object };
