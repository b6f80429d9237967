import type { TSESTree } from '@typescript-eslint/utils';
import {
  findFakedAbort,
  findOverwrittenHandler,
  findStrangeListener,
  findUncaughtAbort,
  modelOf,
  wouldLeak,
  type UncaughtAbort,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { addListener } from '../../fix/add-listener.js';
import { signalText } from '../../fix/abort-guards.js';
import { leaveCallback } from '../../fix/leave-callback.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports what a signal is not made for: an `abort` event that is dispatched on a received one, its mere name dispatched on any,
 * `onabort =` on a received one, `removeEventListener` with a function that was never added, and `throwIfAborted()` in the callback of
 * a timer, where nobody can catch the abort. Silent for signals of one's own, and where the
 * handler that was there is kept.
 */
export default createRule({
  name: 'no-signal-misuse',
  docs: {
    description:
      'disallow faked events, overwritten handlers, mismatched listeners and uncaught aborts of a signal',
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
    uncaught:
      'A timer calls this function when nobody is there to catch the abort of `{{signal}}`, so it is an uncaught exception, which ends a process.',
    leave: 'Return where `{{signal}}` is aborted.',
    addListener: 'Add a listener to `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);

    function reportUncaught(call: TSESTree.CallExpression, uncaught: UncaughtAbort): void {
      const data = { signal: signalText(model, uncaught.signal) ?? 'the signal' };
      const fix = leaveCallback(model, call, uncaught);
      report({
        node: call,
        messageId: 'uncaught',
        data,
        suggest: fix ? [{ messageId: 'leave', data, fix }] : [],
        related: receivedHere(uncaught.signal.source),
      });
    }

    return {
      CallExpression(node) {
        const faked = findFakedAbort(model, node);
        if (faked) {
          const data = { signal: context.sourceCode.getText(faked.signal) };
          report({ node, messageId: faked.isName ? 'dispatchedName' : 'dispatched', data });
        }
        const strange = findStrangeListener(model, node);
        if (strange) report({ node: strange, messageId: 'strange' });
        const uncaught = findUncaughtAbort(model, node);
        if (uncaught) reportUncaught(node, uncaught);
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
