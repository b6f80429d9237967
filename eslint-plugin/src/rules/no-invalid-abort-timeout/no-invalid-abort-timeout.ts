import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  combinesNothing,
  findInvalidTimeout,
  longestDelay,
  modelOf,
  type InvalidTimeout,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports an `AbortSignal.timeout` whose delay is always refused, or is too long for a timer and fires at once, and an
 * `AbortSignal.any([])`, which is never aborted. Silent when the delay is not known from the file.
 */
export default createRule({
  name: 'no-invalid-abort-timeout',
  docs: {
    description: 'disallow delays that AbortSignal.timeout refuses or takes for none',
    guidance: ['input-is-checked'],
    mentions: ['AbortSignal'],
    recommended: 'error',
  },
  messages: {
    throws: '`AbortSignal.timeout` throws a RangeError for {{value}}, so the work behind it never starts.',
    atOnce: 'A timer cannot wait {{value}} ms: this signal is aborted after 1 ms, and the work with it.',
    fraction:
      '`AbortSignal.timeout` throws a RangeError for a fraction, which this delay is almost every time.',
    nothing: '`AbortSignal.any([])` is never aborted, so nothing can cancel what is given this signal.',
    clamp: 'Use {{delay}}.',
    round: 'Round the delay.',
  },
  create(context, report) {
    const model = modelOf(context);

    function suggestionsFor({
      delay,
      how,
      value,
    }: InvalidTimeout): TSESLint.ReportSuggestionArray<'clamp' | 'round'> {
      const text = context.sourceCode.getText(delay);
      if (how === 'fraction') {
        return [{ messageId: 'round', fix: (fixer) => fixer.replaceText(delay, `Math.round(${text})`) }];
      }
      if (
        value === undefined ||
        Number.isNaN(value) ||
        context.sourceCode.getCommentsInside(delay).length > 0
      )
        return [];
      const closest = Math.round(Math.min(Math.max(value, 0), longestDelay));
      const written = String(closest).replaceAll(/\B(?=(?:\d{3})+$)/g, '_');
      return [
        {
          messageId: 'clamp',
          data: { delay: `${written} ms` },
          fix: (fixer) => fixer.replaceText(delay, written),
        },
      ];
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        if (combinesNothing(call)) report({ node: call, messageId: 'nothing' });
        const found = findInvalidTimeout(model, call);
        if (!found) return;
        report({
          node: found.delay,
          messageId: found.how === 'at-once' ? 'atOnce' : found.how,
          data: { value: String(found.value) },
          suggest: suggestionsFor(found),
        });
      },
    };
  },
});
