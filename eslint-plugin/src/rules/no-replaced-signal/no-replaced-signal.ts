import type { TSESTree } from '@typescript-eslint/utils';
import {
  findExclusiveSignal,
  findReplacedRequestSignal,
  findReplacedSignal,
  modelOf,
  type ReplacedSignal,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { addReceivedSignal } from '../../fix/add-received-signal.js';

/**
 * Reports a call that is handed a timeout or a controller of the code's own in place of the signal that its function
 * received, or that the Request which it is given brings along, and branches that let only one of the two work. Silent where the two are combined by `AbortSignal.any`, a
 * relay or `??`; in cleanup; for work that is let go; and where the controller is handed on.
 */
export default createRule({
  name: 'no-replaced-signal',
  docs: {
    description: "disallow passing a signal of one's own in place of the received one",
    guidance: ['nested-cancellation'],
    mentions: ['AbortController', 'AbortSignal'],
    recommended: 'warn',
  },
  messages: {
    replaced: "This signal takes the place of `{{signal}}`, so the caller's abort does not arrive here.",
    timeout:
      'This timeout is made only where there is no `{{signal}}`, so a caller who passes both has no timeout.',
    conditional:
      'This signal is used only where there is a `{{signal}}`, so without one its abort has no effect.',
    combine: 'Combine it with `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);

    function reportReplaced(replaced: ReplacedSignal): void {
      const data = { signal: replaced.received.text.replaceAll('?.', '.') };
      report({
        node: replaced.own.node,
        messageId: 'replaced',
        data,
        suggest: [{ messageId: 'combine', data, fix: addReceivedSignal(context.sourceCode, replaced) }],
        related: receivedHere(replaced.received.source),
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const replaced = findReplacedSignal(model, call) ?? findReplacedRequestSignal(model, call);
        if (replaced) reportReplaced(replaced);
      },
      NewExpression(made: TSESTree.NewExpression) {
        const replaced = findReplacedRequestSignal(model, made);
        if (replaced) reportReplaced(replaced);
      },
      IfStatement(branch: TSESTree.IfStatement) {
        const exclusive = findExclusiveSignal(model, branch);
        if (exclusive) {
          report({ node: exclusive.node, messageId: exclusive.kind, data: { signal: exclusive.received } });
        }
      },
    };
  },
});
