import type { TSESTree } from '@typescript-eslint/utils';
import {
  completesNormally,
  findAbortHandler,
  handlerPlace,
  isFailureAfter,
  isGuardedAfter,
  isMeant,
  isFunction,
  isInRetry,
  modelOf,
  saysCancelled,
  type AbortHandler,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';

/**
 * Reports a `catch`, `.catch(f)` or `.then(_, f)` that takes the abort of a signal which the function only received,
 * and goes on as if nothing had happened. Silent when every such path rethrows, tells the abort from other failures,
 * or hands the error on; when the signal is owned; in boundaries and in cleanup; in retry loops, which
 * no-retry-after-abort reports; where a promise is rejected with another error, which is no-masked-abort's.
 */
export default createRule({
  name: 'no-swallowed-abort',
  docs: {
    description: 'disallow handlers that turn an abort of a received signal into a normal result',
    guidance: ['entry-point-absorbs', 'aborts-pass-through'],
    mentions: ['signal', 'abort', 'fetch'],
    recommended: 'error',
  },
  messages: {
    swallowed:
      'This handler also takes the abort of `{{signal}}`, so the caller sees a normal result where work was cancelled.',
    logged:
      'This handler only logs the abort of `{{signal}}`, so the caller sees a normal result where work was cancelled.',
    ...guardMessages,
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortHandler(model, node);
      if (!handler || isInRetry(model, node) || !isSwallowing(model, handler)) return;
      report({
        loc: handlerPlace(context.sourceCode, node),
        messageId: handler.exits.some(({ log }) => log) ? 'logged' : 'swallowed',
        data: { signal: signalText(model, handler.signal) ?? 'the signal' },
        suggest: suggestGuards(model, handler),
        related: receivedHere(handler.signal.source),
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

/**
 * Only where every way out goes on normally: a handler that rethrows under a condition which says nothing of the error
 * may well know what it does.
 */
function isSwallowing(model: Model, handler: AbortHandler): boolean {
  const { exits } = handler;
  return (
    exits.length > 0 &&
    exits.every(
      (exit) => completesNormally(exit) && exit.recognised === 'no' && !exit.isErrorKept && !exit.rejection,
    ) &&
    exits.some((exit) => !isGuardedAfter(model, handler, exit) && !isFailureAfter(model, handler, exit)) &&
    !isMeant(model, handler) &&
    !saysCancelled(model, bodyOf(handler))
  );
}

function bodyOf({ handler }: AbortHandler): TSESTree.Node | undefined {
  return handler.type === 'CatchClause' || isFunction(handler) ? handler.body : undefined;
}
