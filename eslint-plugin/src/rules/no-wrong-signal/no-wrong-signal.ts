import type { TSESTree } from '@typescript-eslint/utils';
import { findWrongSignal, modelOf, outermost } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';

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
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const wrong = findWrongSignal(model, call);
        if (!wrong) return;
        const { kind, used, meant } = wrong;
        const node = outermost(used.node);
        const { parent } = node;
        const data = { used: sourceCode.getText(node), meant: meant.text.replaceAll('?.', '.') };
        report({
          node,
          messageId: kind,
          data,
          suggest: [
            {
              messageId: 'swap',
              data,
              fix: (fixer) =>
                parent?.type === 'Property' && parent.shorthand
                  ? fixer.insertTextAfter(parent, `: ${meant.text}`)
                  : fixer.replaceText(node, meant.text),
            },
          ],
          related: receivedHere(meant.source),
        });
      },
    };
  },
});
