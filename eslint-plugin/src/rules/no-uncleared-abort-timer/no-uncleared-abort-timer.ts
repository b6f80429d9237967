import type { TSESTree } from '@typescript-eslint/utils';
import {
  findUnclearedAbortTimer,
  findUnclearedRenderTimer,
  modelOf,
  type UnclearedAbortTimer,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { clearInFinally } from '../../fix/clear-in-finally.js';
import { limitBySignal } from '../../fix/limit-by-signal.js';

/**
 * Reports a timer that aborts the controller of the function around it, or a rendering of React's, and that nothing clears once the work has ended:
 * its id is dropped, kept in vain, or cleared only after an `await` that succeeded. Silent when it is cleared in `finally`
 * or in a callback, when its id leaves the function, after `unref()`, in tests, and for timers of a controller further out.
 */
export default createRule({
  name: 'no-uncleared-abort-timer',
  docs: {
    description: 'disallow abort timers that outlast the work they limit',
    guidance: ['abort-listeners'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    dropped:
      'Nothing clears this timer, so it keeps the process alive for its whole time, and aborts `{{controller}}` even after the work has ended.',
    onSuccess:
      'This timer is cleared only where the work succeeds; after a failure it keeps the process alive for the rest of its time.',
    rendering:
      'Nothing clears this timer, so it holds all that was rendered, and the process, for its whole time after the page has been sent.',
    clear: 'Clear the timer in `finally`.',
    limit: 'Use `AbortSignal.timeout`, whose abort is a TimeoutError.',
  },
  create(context, report) {
    const model = modelOf(context);

    function reportTimer(found: UnclearedAbortTimer): void {
      const { timer, abort, controller, how } = found;
      const limit = limitBySignal(model, found);
      const clear = clearInFinally(model, timer);
      report({
        node: timer.callee,
        messageId: how === 'on-success' ? 'onSuccess' : 'dropped',
        data: { controller: controller.name },
        suggest: [
          ...(limit ? [{ messageId: 'limit' as const, fix: limit }] : []),
          ...(clear ? [{ messageId: 'clear' as const, fix: clear }] : []),
        ],
        related: [{ node: abort.call, message: 'The abort stands here.' }],
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const found = findUnclearedAbortTimer(model, call);
        if (found) reportTimer(found);
        else if (findUnclearedRenderTimer(model, call)) report({ node: call.callee, messageId: 'rendering' });
      },
    };
  },
});
