import type { TSESTree } from '@typescript-eslint/utils';
import { findAbortTaker, findReportedAbort, findReportedCancel, modelOf } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';
import { runOnlyIf } from '../../fix/run-only-if.js';
import { runUnlessAborted } from '../../fix/run-unless-aborted.js';

/**
 * Reports a handler that tells of an abort as of a failure before any guard: in an error log, to an error tracker, in
 * error state, or by an `error` event beside the rejection; and a request's `error` listener that tells of the request's own
 * cancelling in the same way. Silent below the level of errors; where a guard comes first; where the abort is an own timeout's; where it is swallowed, masked or retried, which other rules report.
 */
export default createRule({
  name: 'no-reported-abort',
  docs: {
    description: 'disallow reporting an abort as a failure',
    guidance: ['aborts-can-be-told'],
    recommended: 'warn',
    mentions: ['signal', 'abort', 'cancel', 'dispose', '.destroy('],
  },
  messages: {
    reported:
      '`{{report}}` also tells of the abort of `{{signal}}`, so work that was cancelled on purpose shows up as a failure.',
    cancelled:
      '`{{report}}` also tells of `{{cancel}}`, which makes the request fail with "socket hang up", so a request that was cancelled on purpose shows up as a failure.',
    unlessDestroyed: 'Report the error unless `{{request}}` was destroyed.',
    skip: 'Report the error unless `{{signal}}` is aborted.',
    ...guardMessages,
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortTaker(model, node);
      const reported = handler && findReportedAbort(model, handler);
      if (!reported) return;
      const signal = signalText(model, handler.signal) ?? 'the signal';
      const skip = handler.isLast ? runUnlessAborted(model, handler, reported.call) : undefined;
      report({
        node: reported.call.callee,
        messageId: 'reported',
        data: { report: textOf(reported.call.callee), signal },
        suggest: [
          ...(handler.isLast ? [] : suggestGuards(model, handler)),
          ...(skip ? [{ messageId: 'skip' as const, data: { signal }, fix: skip }] : []),
        ],
        related: receivedHere(handler.signal.source),
      });
    }

    function checkRequest(node: TSESTree.CallExpression): void {
      const found = findReportedCancel(model, node);
      if (!found) return;
      const { report: call, cancel, request, isOnlyEnd } = found;
      const fix =
        isOnlyEnd && request.type === 'Identifier'
          ? runOnlyIf(model, call, `!${request.name}.destroyed`)
          : undefined;
      const name = context.sourceCode.getText(request);
      report({
        node: call.callee,
        messageId: 'cancelled',
        data: { report: textOf(call.callee), cancel: `${textOf(cancel.callee)}()` },
        suggest: fix ? [{ messageId: 'unlessDestroyed', data: { request: name }, fix }] : [],
        related: [{ node: cancel, message: 'The request is cancelled here.' }],
      });
    }

    function textOf(node: TSESTree.Node): string {
      return context.sourceCode.getText(node).replaceAll(/\s+/g, '');
    }

    return {
      CatchClause: check,
      CallExpression(node) {
        check(node);
        checkRequest(node);
      },
    };
  },
});
