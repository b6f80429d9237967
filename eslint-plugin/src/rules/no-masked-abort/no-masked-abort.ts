import type { TSESTree } from '@typescript-eslint/utils';
import {
  completesNormally,
  findAbortHandler,
  findMaskingError,
  isInRetry,
  modelOf,
  type AbortHandler,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';

/**
 * Reports a `catch`, `.catch(f)` or `.then(_, f)` that the abort of a received signal leaves as another error: thrown, or
 * given to `reject`. Silent when a guard comes first; when a path throws the caught error or hands it on; when the new
 * error is an abort error itself or takes over the name; in boundaries and in cleanup; in retries.
 */
export default createRule({
  name: 'no-masked-abort',
  docs: {
    description: 'disallow turning the abort of a received signal into another error',
    guidance: ['aborts-pass-through'],
    recommended: 'warn',
    mentions: /signal|abort/i,
  },
  messages: {
    masked:
      'The abort of `{{signal}}` leaves this handler as another error, so no caller can tell it from a failure.',
    ...guardMessages,
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortHandler(model, node);
      const error = handler && !leadsToRetry(model, handler) && findMaskingError(model, handler);
      if (!error) return;
      report({
        loc: placeOf(error),
        messageId: 'masked',
        data: { signal: signalText(model, handler.signal) ?? 'the signal' },
        suggest: suggestGuards(model, handler),
        related: receivedHere(handler.signal.source),
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

/** A handler that may end the tries with an error of its own is no-retry-after-abort's. */
function leadsToRetry(model: Model, { node, exits }: AbortHandler): boolean {
  return exits.some(completesNormally) && isInRetry(model, node);
}

/** @returns where the error is made, without its arguments */
function placeOf(error: TSESTree.Node): TSESTree.SourceLocation {
  const isMade = error.type === 'NewExpression' || error.type === 'CallExpression';
  return isMade ? { start: error.loc.start, end: error.callee.loc.end } : error.loc;
}
