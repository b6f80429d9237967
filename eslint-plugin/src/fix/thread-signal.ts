import type { TSESLint } from '@typescript-eslint/utils';
import { findThreadedCalls, type Model, type ThreadedCalls } from '../analysis/index.js';
import { takeParameter } from './add-signal-parameter.js';
import { passSignal } from './pass-signal.js';
import { textFixer } from './text-fixer.js';

/** One edit of a file through which a signal is threaded: a function comes to a parameter, or a call to an argument. */
export interface ThreadEdit extends TSESLint.RuleFix {
  role: 'parameter' | 'argument';
}

/**
 * Lets functions of a file take a signal, and hands one to their calls, and to all calls in those functions that can take it.
 *
 * @returns the edits in the order of their places
 */
export function threadSignal(model: Model, threaded: ThreadedCalls): ThreadEdit[] {
  const { functions, calls } = findThreadedCalls(model, threaded);
  const edits = [
    ...functions.flatMap((each) =>
      (takeParameter(model, each)?.(textFixer) ?? []).map((fix) => ({ ...fix, role: 'parameter' as const })),
    ),
    ...calls.flatMap((each) =>
      (passSignal(model, each)?.(textFixer) ?? []).map((fix) => ({ ...fix, role: 'argument' as const })),
    ),
  ];
  return edits.toSorted((one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1]);
}
