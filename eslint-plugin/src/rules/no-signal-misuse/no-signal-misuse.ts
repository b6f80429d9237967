import {
  findFakedAbort,
  findOverwrittenHandler,
  findStrangeListener,
  modelOf,
  wouldLeak,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { addListener } from '../../fix/add-listener.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports what a signal is not made for: an `abort` event that is dispatched on a received one, its mere name dispatched on any,
 * `onabort =` on a received one, and `removeEventListener` with a function that was never added. Silent for signals of one's own, and where the
 * handler that was there is kept.
 */
export default createRule({
  name: 'no-signal-misuse',
  docs: {
    description: 'disallow faked events, overwritten handlers and mismatched listeners on a signal',
    guidance: ['abort-listeners'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    dispatched:
      'An event does not abort `{{signal}}`: its `aborted` stays false, while the listeners of everybody else who has it run.',
    dispatchedName:
      '`dispatchEvent` takes an Event, so with a name alone it throws a TypeError and nothing aborts `{{signal}}`.',
    overwritten:
      '`onabort` holds one function only, so the handler that the caller may have set on `{{signal}}` is lost.',
    strange:
      'This function was never added as a listener, so nothing is taken off and the listener that was added stays.',
    addListener: 'Add a listener to `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      CallExpression(node) {
        const faked = findFakedAbort(model, node);
        if (faked) {
          const data = { signal: context.sourceCode.getText(faked.signal) };
          report({ node, messageId: faked.isName ? 'dispatchedName' : 'dispatched', data });
        }
        const strange = findStrangeListener(model, node);
        if (strange) report({ node: strange, messageId: 'strange' });
      },
      AssignmentExpression(node) {
        const listener = findOverwrittenHandler(model, node);
        if (!listener) return;
        const data = { signal: listenedName(model, listener) };
        const fix = wouldLeak(model, listener) ? undefined : addListener(model, listener);
        report({
          node: node.left,
          messageId: 'overwritten',
          data,
          suggest: fix ? [{ messageId: 'addListener', data, fix }] : [],
          related: receivedHere(listener.signal.source),
        });
      },
    };
  },
});
