import type { TSESTree } from '@typescript-eslint/utils';
import { findUninspectedAggregate, modelOf } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports a `catch` for a failed `Promise.any` in which the errors of the single promises are lost: the AggregateError is dropped, or
 * only its text is used. Silent when `errors` is read, when the error is thrown, logged or handed on whole, and where
 * other work in the same `try` can fail.
 */
export default createRule({
  name: 'no-uninspected-aggregate',
  docs: {
    description: 'disallow handling a failed Promise.any without looking at its errors',
    guidance: ['errors-are-collected'],
    mentions: ['Promise.any'],
  },
  messages: {
    lost: 'All promises of this `Promise.any` have failed, each for a reason in `errors`, and nobody learns any of them.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const found = findUninspectedAggregate(model, call);
        if (!found) return;
        const { handler } = found;
        report({
          node: call.callee,
          messageId: 'lost',
          related: [{ node: handler, message: 'The failure is handled here.' }],
        });
      },
    };
  },
});
