import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findLossyRelays, modelOf, unwrapped, type LossyRelay, type Model } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { combineSignals } from '../../fix/combine-signals.js';
import { completeRelay } from '../../fix/complete-relay.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports an `abort` listener that aborts another controller, but without the reason of the signal, or only for aborts
 * that are still to come. Silent when the reason is passed on or kept, when anything looks at the signal's state, and
 * for a controller of the code's own, which nobody has aborted yet and which has no reason to lose.
 */
export default createRule({
  name: 'no-lossy-abort-relay',
  docs: {
    description: 'disallow relaying an abort to another controller without its reason or its state',
    guidance: ['nested-cancellation'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    reason:
      '`{{controller}}` is aborted without the reason of `{{signal}}`, so a timeout or a failure looks like any other cancellation.',
    event:
      '`{{controller}}` gets the event as its reason, not the reason of `{{signal}}`, so its work rejects with an Event.',
    state:
      'Where `{{signal}}` is aborted already, `{{controller}}` is never aborted, so work starts that was cancelled before.',
    both: 'Where `{{signal}}` is aborted already, `{{controller}}` is never aborted; later, it is aborted without the reason.',
    combine: 'Combine `{{signal}}` with `{{controller}}.signal` by `AbortSignal.any`.',
    passReason: 'Abort `{{controller}}` with the reason of `{{signal}}`.',
    checkState: 'Abort `{{controller}}` at once where `{{signal}}` is aborted already.',
    complete: 'Pass the reason of `{{signal}}` on, also where it is aborted already.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      Program() {
        const reported = new Set<TSESTree.Node>();
        for (const relay of findLossyRelays(model)) {
          const node = relay.isLate ? placeOf(relay) : relay.abort;
          if (reported.has(node)) continue;
          reported.add(node);
          report({
            node,
            messageId: problemOf(relay),
            data: namesIn(model, relay),
            suggest: suggestRepairs(model, relay),
            related: receivedHere(relay.listener.signal.source),
          });
        }
      },
    };
  },
});

/** `signal.addEventListener`, `signal.onabort` */
function placeOf({ listener: { node } }: LossyRelay): TSESTree.Node {
  return node.type === 'CallExpression' ? unwrapped(node.callee) : node.left;
}

function problemOf({ reason, isLate }: LossyRelay): 'reason' | 'event' | 'state' | 'both' {
  if (!isLate) return reason === 'event' ? 'event' : 'reason';
  return reason === undefined ? 'state' : 'both';
}

function namesIn(model: Model, { listener, controller }: LossyRelay): Record<string, string> {
  return { signal: listenedName(model, listener), controller: model.sourceCode.getText(controller) };
}

type Repair = 'combine' | 'passReason' | 'checkState' | 'complete';

function suggestRepairs(model: Model, relay: LossyRelay): TSESLint.SuggestionReportDescriptor<Repair>[] {
  const problem = problemOf(relay);
  const messageId = problem === 'both' ? 'complete' : problem === 'state' ? 'checkState' : 'passReason';
  const repairs = [
    { messageId: 'combine' as const, fix: combineSignals(model, relay) },
    { messageId: messageId as Repair, fix: completeRelay(model, relay) },
  ];
  const data = namesIn(model, relay);
  return repairs.flatMap(({ messageId: id, fix }) => (fix ? [{ messageId: id, data, fix }] : []));
}
