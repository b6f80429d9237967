import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findHandMadePromise,
  findUnobservedPromise,
  findUnobservedWait,
  modelOf,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { observationMessages, suggestObservation, suggestTimer } from '../../fix/observe-abort.js';

/**
 * Reports a promise made by hand, around a timer, an emitter or a callback, that nothing settles when the signal is
 * aborted which its function received, and the call of a helper that is one. Silent when the executor or its function listens for the abort, polls the signal
 * or hands it on; when the promise is raced or kept for others; and in cleanup.
 */
export default createRule({
  name: 'no-unobserved-signal',
  docs: {
    description: 'disallow promises made by hand that ignore the abort signal of their function',
    guidance: ['signals-are-handed-on'],
    recommended: 'warn',
    mentions: ['signal', 'abort'],
  },
  messages: {
    unobserved:
      'Nothing settles this promise when `{{signal}}` is aborted, so whoever waits for it waits on after the abort.',
    late: '`{{signal}}` is looked at only when the promise is about to settle, so an abort before that ends nothing.',
    helper: 'Nothing ends this wait when `{{signal}}` is aborted, because no signal reaches `{{name}}`.',
    ...observationMessages,
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      NewExpression(node: TSESTree.NewExpression) {
        const promise = findHandMadePromise(node);
        const found = promise && findUnobservedPromise(model, promise);
        if (!found) return;
        const { signal, lateLook } = found;
        report({
          node: lateLook ?? node.callee,
          messageId: lateLook ? 'late' : 'unobserved',
          data: { signal: signal.text.replaceAll('?.', '.') },
          suggest: suggestObservation(model, found),
          related: receivedHere(signal.source),
        });
      },
      CallExpression(call: TSESTree.CallExpression) {
        const found = findUnobservedWait(model, call);
        if (!found) return;
        const { signal } = found;
        report({
          node: call.callee,
          messageId: 'helper',
          data: { signal: signal.text.replaceAll('?.', '.'), name: calledName(call) ?? 'this helper' },
          suggest: suggestTimer(model, found),
          related: receivedHere(signal.source),
        });
      },
    };
  },
});
