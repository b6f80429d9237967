import type { TSESTree } from '@typescript-eslint/utils';
import {
  findAbortHandler,
  findRetry,
  handlerPlace,
  isGuardedAfter,
  mentions,
  modelOf,
  startsNextTurn,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';

/**
 * Reports a retry that goes on after an abort: a loop whose handler reaches the next try, or a handler that calls its
 * own function again, without a look at the signal. Silent when the delay between the tries takes the signal, when the
 * loop tests it, and for a loop over different items.
 */
export default createRule({
  name: 'no-retry-after-abort',
  docs: {
    description: 'disallow trying again after an abort',
    recommended: 'error',
  },
  messages: {
    retried:
      'An abort of `{{signal}}` leads to the next try here, so cancelled work burns all its attempts before it ends.',
    ...guardMessages,
  },
  create(context, report) {
    if (!mentions(context, /signal|abort/i)) return {};
    const model = modelOf(context);

    return {
      CatchClause(node: TSESTree.CatchClause) {
        const retry = findRetry(model, node);
        const handler = retry && findAbortHandler(model, node);
        if (!handler) return;
        const exit = handler.exits.find(
          (each) => startsNextTurn(retry, each) && each.recognised === 'no' && !each.isErrorConsulted,
        );
        if (!exit || isGuardedAfter(model, handler, exit)) return;
        report({
          loc: handlerPlace(context.sourceCode, node),
          messageId: 'retried',
          data: { signal: signalText(model, handler.signal) ?? 'the signal' },
          suggest: suggestGuards(model, handler),
          related: receivedHere(handler.signal.source),
        });
      },
    };
  },
});
