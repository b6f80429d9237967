import { isParenthesized } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  findLossyRelays,
  isAbortCall,
  isAgreedReason,
  isInTest,
  modelOf,
  nonErrorOf,
  type Model,
  type NonError,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports `abort(x)` and `AbortSignal.abort(x)` where x is a string, an object literal, null or of another type that is no
 * Error. Silent without an argument, for Errors, for another signal's reason, for a caught error and for `any`; for a value
 * that the file compares with a signal's reason; in tests; for the event of a relay, which no-lossy-abort-relay reports.
 */
export default createRule({
  name: 'no-non-error-abort-reason',
  docs: {
    description: 'disallow abort reasons that are no Error',
    guidance: ['aborts-can-be-told'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    text: 'Whoever waits on the signal catches this string in place of an Error, so `error.name` and `instanceof Error` say nothing of an abort.',
    null: 'Whoever waits on the signal catches null in place of an Error, so reading `error.name` throws.',
    other:
      'Whoever waits on the signal catches this value in place of an Error, so `error.name` and `instanceof Error` say nothing of an abort.',
    domException: 'Make the reason a DOMException named {{name}}.',
    error: 'Make the reason an Error.',
    cause: 'Make the reason an Error, with this value as its cause.',
    none: 'Abort without a reason of your own, which makes it an AbortError.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call) {
        const [reason] = call.arguments;
        if (!reason || reason.type === 'SpreadElement' || !isAbortCall(model, call)) return;
        const kind = nonErrorOf(model, reason);
        if (!kind || isInTest(call) || isAgreedReason(model, reason) || isEventOfRelay(model, call)) return;
        report({ node: reason, messageId: kind, suggest: suggestErrors(context.sourceCode, reason, kind) });
      },
    };
  },
});

/** no-lossy-abort-relay reports the event in place of the reason. */
function isEventOfRelay(model: Model, call: TSESTree.CallExpression): boolean {
  return findLossyRelays(model).some(({ abort, reason }) => abort === call && reason === 'event');
}

type Suggestion = TSESLint.SuggestionReportDescriptor<'domException' | 'error' | 'cause' | 'none'>;

function suggestErrors(
  sourceCode: Readonly<TSESLint.SourceCode>,
  reason: TSESTree.Expression,
  kind: NonError,
): Suggestion[] {
  if (kind === 'null')
    return isParenthesized(reason as never, sourceCode as never)
      ? []
      : [{ messageId: 'none', fix: (fixer) => fixer.remove(reason) }];
  const text = sourceCode.getText(reason);
  const inTheirPlace = (code: string) => (fixer: TSESLint.RuleFixer) => fixer.replaceText(reason, code);
  if (kind === 'other') {
    return [{ messageId: 'cause', fix: inTheirPlace(`new Error('Aborted', { cause: ${text} })`) }];
  }
  const name = /time[- ]?d?[- ]?out|deadline/i.test(text) ? 'TimeoutError' : 'AbortError';
  return [
    { messageId: 'domException', data: { name }, fix: inTheirPlace(`new DOMException(${text}, '${name}')`) },
    { messageId: 'error', fix: inTheirPlace(`new Error(${text})`) },
  ];
}
