import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findUninspected, modelOf, outermost } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { throwFailures } from '../../fix/throw-failures.js';

/**
 * Reports a `Promise.allSettled` whose rejections vanish: its results are dropped, only the fulfilled ones are read, or the
 * rejected ones only counted. Silent when a reason is read, when the results are handed on, in teardown, in tests, where the
 * promises come from elsewhere or deal with their own failure, and where a comment says that failures do not matter.
 */
export default createRule({
  name: 'no-uninspected-settled',
  docs: {
    description: 'disallow losing the rejections of Promise.allSettled',
    guidance: ['errors-are-collected', 'settled-is-not-done'],
    mentions: ['allSettled'],
    recommended: 'warn',
  },
  messages: {
    dropped:
      'The results of this `Promise.allSettled` are dropped, so nobody learns of a failure, and an abort looks like success.',
    fulfilled:
      'Only the fulfilled results of this `Promise.allSettled` are read, so what failed or was aborted is missing without a word.',
    counted: 'The failures of this `Promise.allSettled` are only counted, so nobody learns what went wrong.',
    throwAll: 'Throw the reasons of what failed as an AggregateError.',
  },
  create(context, report) {
    const model = modelOf(context);

    function suggestionsFor(call: TSESTree.CallExpression): TSESLint.ReportSuggestionArray<'throwAll'> {
      const awaited = outermost(call).parent;
      const fix = awaited && throwFailures(model, outermost(awaited));
      return fix ? [{ messageId: 'throwAll', fix }] : [];
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const how = findUninspected(model, call);
        if (how) report({ node: call.callee, messageId: how, suggest: suggestionsFor(call) });
      },
    };
  },
});
