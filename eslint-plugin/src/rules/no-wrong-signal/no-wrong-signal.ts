import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  findWrongSignal,
  isMissingPossible,
  modelOf,
  outermost,
  type Model,
  type WrongSignal,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { addReceivedSignal } from '../../fix/add-received-signal.js';

/**
 * Reports a call that is handed the signal of the code around a callback that has its own signal, or a part of a
 * combined signal that nothing else is given. Silent in cleanup, where both signals are combined, and where the
 * combined one is given to another call.
 */
export default createRule({
  name: 'no-wrong-signal',
  docs: {
    description: 'disallow passing one signal where another one is meant',
    guidance: ['nested-cancellation'],
    mentions: ['signal'],
    recommended: 'warn',
  },
  messages: {
    outer: '`{{used}}` is the signal of the code around, so the abort of `{{meant}}` does not arrive here.',
    part: '`{{used}}` is only a part of `{{meant}}`, so what else aborts that does not arrive here.',
    swap: 'Pass `{{meant}}`.',
    combine: 'Combine it with `{{meant}}`.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const wrong = findWrongSignal(model, call);
        if (!wrong) return;
        const { kind, used, meant, isOnlyRead } = wrong;
        const node = outermost(used.node);
        const data = { used: sourceCode.getText(node), meant: meant.text.replaceAll('?.', '.') };
        const swap = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix =>
          node.parent?.type === 'Property' && node.parent.shorthand
            ? fixer.insertTextAfter(node.parent, `: ${meant.text}`)
            : fixer.replaceText(node, meant.text);
        report({
          node,
          messageId: kind,
          data,
          suggest: isOnlyRead ? suggestBoth(model, wrong, data) : [{ messageId: 'swap', data, fix: swap }],
          related: receivedHere(meant.source),
        });
      },
    };
  },
});

/** Where nothing else reads the signal that the caller gave, his abort would no longer arrive anywhere. */
function suggestBoth(
  model: Model,
  { used, meant }: WrongSignal,
  data: Record<string, string>,
): TSESLint.SuggestionReportDescriptor<'combine'>[] {
  if (isMissingPossible(model, used)) return [];
  const fix = addReceivedSignal(model.sourceCode, { own: used, received: meant });
  return [{ messageId: 'combine', data, fix }];
}
