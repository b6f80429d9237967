import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  abortListenersOf,
  findListenerLeak,
  findUnclearedSignal,
  findWorkAfter,
  modelOf,
  unwrapped,
  type AbortListener,
  type ListenerLeak,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import type { RelatedPlace } from '../../related.js';
import { wrapInFinally } from '../../fix/clear-in-finally.js';
import { combineRelay, moveToMaking, removeInFinally, scopeListener } from '../../fix/remove-listener.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports an `abort` listener that stays on a received signal when the work that it was added for has ended without an abort:
 * `once` alone is no removal. Silent when the listener is removed on settle, scoped by a signal or a disposer, or handed
 * to others; when the signal is owned or made for this call alone; and for what may live until the abort. Also reports the
 * same listener that each call adds once more to a signal that is kept, and a combined signal that has to be cleared and is not.
 */
export default createRule({
  name: 'no-abort-listener-leak',
  docs: {
    description: 'disallow abort listeners that stay on a received signal after the work has ended',
    guidance: ['abort-listeners'],
    mentions: ['abort', 'any-signal'],
    recommended: 'warn',
  },
  messages: {
    never:
      'Nothing removes this listener when the work has ended, so each call leaves one on `{{signal}}`, with all that it holds, for as long as the signal lives.',
    onAbort:
      'Only an abort removes this listener, so each call that ends without one leaves it on `{{signal}}`, with all that it holds, for as long as the signal lives.',
    onSuccess:
      'This listener is removed only where the work succeeds, so each failure leaves it on `{{signal}}`, with all that it holds, for as long as the signal lives.',
    again:
      'Each call adds this listener once more to `{{signal}}`, which is kept from one call to the next and made only where there is none.',
    uncleared:
      'Nothing calls `{{clear}}`, so each call leaves listeners on the signals that `{{signal}}` is made of, for as long as they live.',
    clearedOnSuccess:
      '`{{clear}}` runs only where the work succeeds, so each failure leaves listeners on the signals that `{{signal}}` is made of, for as long as they live.',
    clear: 'Clear `{{signal}}` in `finally`.',
    combine: 'Combine `{{signal}}` with the controller by `AbortSignal.any`, which leaves nothing behind.',
    remove: 'Remove the listener in `finally`.',
    move: 'Add the listener where the signal is made.',
    scope: 'Scope the listener by a signal that is aborted once the promise has settled.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      Program() {
        for (const listener of abortListenersOf(model)) {
          const leak = findListenerLeak(model, listener);
          if (!leak) continue;
          report({
            node: placeOf(listener),
            messageId: messageOf(leak),
            data: { signal: listenedName(model, listener) },
            suggest: suggestRemovals(model, leak),
            related: [...(leak.made ? [] : receivedHere(listener.signal.source)), ...explainedHere(leak)],
          });
        }
      },
      VariableDeclarator({ init }: TSESTree.VariableDeclarator) {
        const call = init && unwrapped(init);
        const found = call?.type === 'CallExpression' ? findUnclearedSignal(model, call) : undefined;
        if (!call || !found) return;
        const { name: signal, statement, clear, isClearedOnSuccess } = found;
        const rest = isClearedOnSuccess ? undefined : findWorkAfter(model, statement);
        const fix = rest && wrapInFinally(model, { statement, rest }, `${clear};`);
        report({
          node: call,
          messageId: isClearedOnSuccess ? 'clearedOnSuccess' : 'uncleared',
          data: { signal, clear },
          suggest: fix ? [{ messageId: 'clear', data: { signal }, fix }] : [],
        });
      },
    };
  },
});

type Removal = 'combine' | 'move' | 'remove' | 'scope';

function suggestRemovals(model: Model, leak: ListenerLeak): TSESLint.SuggestionReportDescriptor<Removal>[] {
  const removals = [
    { messageId: 'combine' as const, fix: combineRelay(model, leak) },
    { messageId: 'move' as const, fix: moveToMaking(model, leak) },
    { messageId: 'remove' as const, fix: removeInFinally(model, leak) },
    { messageId: 'scope' as const, fix: scopeListener(model, leak) },
  ];
  const data = { signal: listenedName(model, leak.listener) };
  return removals.flatMap(({ messageId, fix }) => (fix ? [{ messageId, data, fix }] : []));
}

function explainedHere({ work, made }: ListenerLeak): RelatedPlace[] {
  if (made) return [{ node: made, message: 'The signal is made here, where there is none yet.' }];
  return work?.race ? [{ node: work.race, message: 'The race ends without the abort here.' }] : [];
}

/** `signal.addEventListener`, `addAbortListener` */
function placeOf({ node }: AbortListener): TSESTree.Node {
  return node.type === 'CallExpression' ? unwrapped(node.callee) : node.left;
}

function messageOf({ how }: ListenerLeak): 'again' | 'never' | 'onAbort' | 'onSuccess' {
  if (how === 'again' || how === 'never') return how;
  return how === 'on-abort' ? 'onAbort' : 'onSuccess';
}
