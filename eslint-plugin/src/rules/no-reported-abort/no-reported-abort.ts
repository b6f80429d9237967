import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findAbortTaker, findReportedAbort, modelOf, type ErrorReport } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';
import { runUnlessAborted } from '../../fix/run-unless-aborted.js';

/**
 * Reports a handler that tells of an abort as of a failure before any guard: in an error log, to an error tracker, in
 * error state, or by an `error` event beside the rejection. Silent below the level of errors; where a guard
 * comes first; where the abort is an own timeout's; where it is swallowed, masked or retried, which other rules report.
 */
export default createRule({
  name: 'no-reported-abort',
  docs: {
    description: 'disallow reporting an abort as a failure',
    guidance: ['aborts-can-be-told'],
    recommended: 'warn',
    mentions: ['signal', 'abort'],
  },
  messages: {
    reported:
      '`{{report}}` also tells of the abort of `{{signal}}`, so work that was cancelled on purpose shows up as a failure.',
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
        data: { report: nameOf(context.sourceCode, reported), signal },
        suggest: [
          ...(handler.isLast ? [] : suggestGuards(model, handler)),
          ...(skip ? [{ messageId: 'skip' as const, data: { signal }, fix: skip }] : []),
        ],
        related: receivedHere(handler.signal.source),
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

function nameOf(sourceCode: Readonly<TSESLint.SourceCode>, { call }: ErrorReport): string {
  return sourceCode.getText(call.callee).replaceAll(/\s+/g, '');
}
