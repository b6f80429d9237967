import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  findInvalidLimit,
  modelOf,
  racesNothing,
  type InvalidLimit,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports a limit of parallel work that is zero, negative or no number, may be one of these, or is a fraction where that is
 * refused, in a call of a known limiter; and `Promise.race([])`. Silent when the limit is clamped, has a default, or is not
 * known from the file.
 */
export default createRule({
  name: 'no-invalid-concurrency',
  docs: {
    description: 'disallow limits of parallel work under which nothing runs',
    guidance: ['input-is-checked'],
    mentions: [
      'p-limit',
      'p-map',
      'p-queue',
      'fastq',
      'async-mutex',
      'bottleneck',
      "'async",
      '"async',
      'Promise.race',
    ],
    recommended: 'error',
  },
  messages: {
    never: 'With a limit of {{value}}, {{limiter}} {{failure}}, so none of the work is done.',
    outside: 'This limit is NaN where its text is missing or no number, and {{limiter}} {{failure}} then.',
    processors: 'This limit is 0 on a machine with few processors, and {{limiter}} {{failure}} then.',
    nothing: '`Promise.race([])` never settles, so whoever waits for it waits forever.',
    one: 'Use 1.',
    clamp: 'Make it at least 1.',
  },
  create(context, report) {
    const model = modelOf(context);

    function check(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
      const found = findInvalidLimit(model, call);
      if (!found) return;
      const { limit, how, limiter, value } = found;
      const failure = how === 'outside' || Number.isNaN(value) ? limiter.notNumber : limiter.below;
      report({
        node: limit,
        messageId: how,
        data: {
          value: String(value),
          limiter: limiter.module,
          failure: failure === 'hangs' ? 'waits forever' : 'throws',
        },
        suggest: suggestionsFor(found),
      });
    }

    function suggestionsFor({ limit, how }: InvalidLimit): TSESLint.ReportSuggestionArray<'one' | 'clamp'> {
      if (context.sourceCode.getCommentsInside(limit).length > 0) return [];
      if (how === 'never') return [{ messageId: 'one', fix: (fixer) => fixer.replaceText(limit, '1') }];
      const text = context.sourceCode.getText(limit);
      const clamped = how === 'outside' ? `${wholeText(limit, text)} || 1` : text;
      return [{ messageId: 'clamp', fix: (fixer) => fixer.replaceText(limit, `Math.max(1, ${clamped})`) }];
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        if (racesNothing(call)) report({ node: call, messageId: 'nothing' });
        else check(call);
      },
      NewExpression: check,
    };
  },
});

function wholeText(limit: TSESTree.Node, text: string): string {
  const isWhole = limit.type === 'CallExpression' && accessPath(limit.callee)?.at(-1) === 'parseInt';
  return isWhole ? text : `Math.trunc(${text})`;
}
