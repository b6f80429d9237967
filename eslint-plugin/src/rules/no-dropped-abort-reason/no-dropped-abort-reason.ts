import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findDroppedReason, modelOf, type DroppedReason, type Model } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { signalText, writtenSignal } from '../../fix/abort-guards.js';

/**
 * Reports an abort error that code makes by itself because a received signal is aborted, where nothing around it reads the
 * signal's reason. Silent where the error is given the reason, or anything else that may hold it, and for an own signal.
 */
export default createRule({
  name: 'no-dropped-abort-reason',
  docs: {
    description: 'disallow abort errors that are made without the reason of the signal',
    guidance: ['aborts-can-be-told'],
    mentions: ['abort', 'cancel'],
  },
  messages: {
    dropped:
      'This abort error takes the place of the reason of `{{signal}}`, so a timeout, or any other cause, looks like a plain cancellation.',
    reason: 'Use the reason of `{{signal}}`.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      NewExpression(made: TSESTree.NewExpression) {
        const found = findDroppedReason(model, made);
        if (!found) return;
        const signal = signalText(model, found.signal) ?? 'the signal';
        report({
          loc: { start: made.loc.start, end: made.callee.loc.end },
          messageId: 'dropped',
          data: { signal },
          suggest: suggestReason(model, made, found),
          related: receivedHere(found.signal.source),
        });
      },
    };
  },
});

function suggestReason(
  model: Model,
  made: TSESTree.NewExpression,
  { signal, isNamed }: DroppedReason,
): TSESLint.SuggestionReportDescriptor<'reason'>[] {
  const name = signalText(model, signal);
  if (!isNamed || name === undefined || model.sourceCode.getCommentsInside(made).length > 0) return [];
  const fix = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix =>
    fixer.replaceText(made, `${writtenSignal(model, signal)}.reason`);
  return [{ messageId: 'reason', data: { signal: name }, fix }];
}
