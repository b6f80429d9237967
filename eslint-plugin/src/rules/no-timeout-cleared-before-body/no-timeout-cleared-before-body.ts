import type { TSESTree } from '@typescript-eslint/utils';
import { findEarlyEnd, modelOf, type EarlyEnd } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { endAfterBody } from '../../fix/end-after-body.js';

/**
 * Reports a timer that is cleared, or a relaying abort listener that is removed, when `fetch` has settled, which it does at the
 * headers, where the body is read later or the response is returned. Silent when the body is read before, when nothing reads
 * it, for HEAD requests, when another timer takes over, and where the names say that the limit is for the headers alone.
 */
export default createRule({
  name: 'no-timeout-cleared-before-body',
  docs: {
    description: 'disallow ending the time limit or the relay of a request before its body is read',
    guidance: ['nested-cancellation'],
    mentions: ['clearTimeout', 'removeEventListener'],
    recommended: 'warn',
  },
  messages: {
    timer:
      '`fetch` settles at the headers, so clearing its timer here leaves the body, which is read later, without a time limit.',
    timerOfReturned:
      '`fetch` settles at the headers, so clearing its timer here leaves the body of the returned response without a time limit.',
    relay:
      '`fetch` settles at the headers, so with this listener removed an abort no longer reaches the body, which is read later.',
    relayOfReturned:
      '`fetch` settles at the headers, so with this listener removed an abort no longer reaches the body of the returned response.',
    move: 'Do this in `finally`, when the body has been read.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const found = findEarlyEnd(model, call);
        if (!found) return;
        const fix = endAfterBody(model, found);
        report({
          node: call.callee,
          messageId: messageFor(found),
          suggest: fix ? [{ messageId: 'move', fix }] : [],
          related: [
            { node: found.request, message: 'The request is made here.' },
            { node: found.use.node, message: 'Its body is still to be read here.' },
          ],
        });
      },
    };
  },
});

function messageFor({ kind, use }: EarlyEnd): 'timer' | 'timerOfReturned' | 'relay' | 'relayOfReturned' {
  return use.kind === 'leaves' ? `${kind}OfReturned` : kind;
}
