import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, outermost, type AbortHandler, type Model } from '../analysis/index.js';
import { signalRead } from './abort-guards.js';
import { runOnlyIf } from './run-only-if.js';

/**
 * Makes a call depend on the signal's state; everything else that its handler does stays as it is.
 *
 * @returns undefined where the call's value is used, or where the handler cannot name the signal
 */
export function runUnlessAborted(
  model: Model,
  handler: AbortHandler,
  call: TSESTree.CallExpression,
): TSESLint.ReportFixFunction | undefined {
  const read = signalRead(model, handler);
  const { parent } = outermost(call);
  if (read === undefined || (isFunction(parent) && parent !== handler.handler)) return undefined;
  return runOnlyIf(model, call, `!${read}aborted`);
}
