import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  findAbortOnlyRemoval,
  findSocketListener,
  modelOf,
  type EmitterListener,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { removeBeforeEnds, removeOnClose } from '../../fix/remove-emitter-listener.js';
import type { RelatedPlace } from '../../related.js';

/**
 * Reports a listener that stays on an emitter when the work that it was added for has ended: one that a request puts on its socket,
 * which serves the next request too, and one that only an abort takes off. Silent for `once`, for what may last until the abort,
 * for an emitter of the work's own, and where anything else may take the listener off.
 */
export default createRule({
  name: 'no-emitter-listener-leak',
  docs: {
    description: 'disallow listeners that stay on an emitter which outlives the work',
    guidance: ['abort-listeners'],
    mentions: ['abort', 'signal', "'socket", '"socket'],
  },
  messages: {
    socket:
      'Nothing takes this listener off `{{emitter}}` when the request has ended, and with keep-alive the socket serves the next one, so each request leaves one more.',
    socketAbort:
      'This listener is taken off `{{emitter}}` only where the request fails or is aborted, and with keep-alive the socket serves the next one, so each request that ends well leaves one more.',
    onAbort:
      'Only an abort takes this listener off `{{emitter}}`, so each wait that ends without one leaves it there, with all that it holds.',
    close: 'Take the listener off when the request is closed.',
    remove: 'Take the listener off at the normal end too.',
  },
  create(context, report) {
    const model = modelOf(context);

    function nameOf({ emitter }: EmitterListener): string {
      return accessPath(emitter)?.join('.') ?? 'the emitter';
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const onSocket = findSocketListener(model, call);
        if (onSocket) {
          const fix = removeOnClose(model, onSocket);
          report({
            node: call.callee,
            messageId: onSocket.removals.length > 0 ? 'socketAbort' : 'socket',
            data: { emitter: nameOf(onSocket) },
            suggest: fix ? [{ messageId: 'close', fix }] : [],
            related: removedHere(onSocket.removals),
          });
          return;
        }
        const onAbort = findAbortOnlyRemoval(model, call);
        if (!onAbort) return;
        const fix = removeBeforeEnds(model, onAbort);
        report({
          node: call.callee,
          messageId: 'onAbort',
          data: { emitter: nameOf(onAbort) },
          suggest: fix ? [{ messageId: 'remove', fix }] : [],
          related: removedHere(onAbort.removals),
        });
      },
    };
  },
});

function removedHere(removals: readonly TSESTree.CallExpression[]): RelatedPlace[] {
  return removals.map((node) => ({ node, message: 'It is taken off here.' }));
}
