import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, isFunction, unwrapped } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import type { Model } from '../model.js';
import { isInTest } from '../operations/test-callbacks.js';
import { originsOf } from '../signals/origins.js';
import { fateOfTimer, isTimeout } from './timers.js';

/**
 * A timer that aborts a rendering of React's and that nothing clears when the page was sent, so that it holds all that was
 * rendered for its whole time: `setTimeout(abort, 5000)`, with the `abort` of `renderToPipeableStream`.
 *
 * @returns what aborts, as it is named there; undefined where the timer is cleared, or others have its id
 */
export function findUnclearedRenderTimer(
  model: Model,
  timer: TSESTree.CallExpression,
): TSESTree.Node | undefined {
  const [callback] = timer.arguments;
  if (!callback || !isTimeout(model, timer) || isInTest(timer)) return undefined;
  const abort = calledBy(model, callback);
  const isOfRendering = originsOf(model, abort).some(
    (origin) =>
      origin.kind === 'call' &&
      origin.path.join('.') === 'abort' &&
      calledName(origin.node) === 'renderToPipeableStream',
  );
  if (!isOfRendering) return undefined;
  const { kind } = fateOfTimer(model, timer);
  return kind === 'dropped' || kind === 'kept' ? abort : undefined;
}

/** What a callback comes down to: itself, or the only call of a function that is written there. */
function calledBy(model: Model, callback: TSESTree.Node): TSESTree.Node {
  const value = constantValue(model, callback);
  if (!isFunction(value)) return callback;
  const statements: readonly TSESTree.Node[] =
    value.body.type === 'BlockStatement' ? value.body.body : [value.body];
  const [first, ...others] = statements;
  const only = first?.type === 'ExpressionStatement' ? unwrapped(first.expression) : first;
  return only?.type === 'CallExpression' && others.length === 0 ? only.callee : callback;
}
