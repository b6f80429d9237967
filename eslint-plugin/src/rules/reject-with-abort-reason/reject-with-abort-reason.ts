import { findPoorRejection, modelOf } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { signalText } from '../../fix/abort-guards.js';
import { suggestReason } from '../../fix/abort-reasons.js';

/**
 * Reports a rejection or a throw on abort that is neither the signal's reason nor an abort error: the Event of a listener,
 * nothing, a text, a bare Error. Silent for the reason, for an error that says by its class or name that it is an abort, for
 * errors of the project's own classes, and where the function owns the signal.
 */
export default createRule({
  name: 'reject-with-abort-reason',
  docs: {
    description: "require a rejection on abort to carry the signal's reason or an abort error",
    guidance: ['aborts-can-be-told'],
    mentions: ['abort', 'cancel'],
    recommended: 'warn',
  },
  messages: {
    event:
      'This rejects with the Event of `{{signal}}`, which is no error and says neither that work was cancelled nor why.',
    nothing: 'This rejects with nothing on cancellation, so nobody can tell it from another failure.',
    text: 'This rejects with a text when `{{signal}}` is aborted, so no test for an abort recognises it.',
    plain:
      'This error is named Error though `{{signal}}` is aborted, so no test for an abort recognises it and the reason is lost.',
    reason: 'Use the reason of `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: Parameters<typeof findPoorRejection>[1]): void {
      const found = findPoorRejection(model, node);
      if (!found) return;
      const { signal, kind } = found;
      report({
        node: found.node,
        messageId: kind,
        data: { signal: (signal && signalText(model, signal)) ?? 'the signal' },
        suggest: suggestReason(model, found),
        related: receivedHere(signal?.source),
      });
    }

    return { CallExpression: check, ThrowStatement: check, AssignmentExpression: check };
  },
});
