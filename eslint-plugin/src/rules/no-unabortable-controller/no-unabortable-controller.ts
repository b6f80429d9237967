import type { TSESTree } from '@typescript-eslint/utils';
import { findUnabortableController, modelOf } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { dropSignal } from '../../fix/free-from-signal.js';

/**
 * Reports a controller that nobody can abort: only its signal is kept, or nothing that can reach it calls its `abort`. Silent when
 * the controller is handed on, exported or kept where others can read it, when its signal stands in for one that was not
 * given, and in tests.
 */
export default createRule({
  name: 'no-unabortable-controller',
  docs: {
    description: 'disallow abort controllers that nobody can abort',
    guidance: ['one-controller-each'],
    mentions: ['AbortController'],
    recommended: 'warn',
  },
  messages: {
    unnamed:
      'Nobody keeps this controller, so its signal is never aborted, and what is given it cannot be cancelled.',
    unused: 'Nothing aborts `{{name}}`, so what is given its signal cannot be cancelled.',
    drop: 'Do not pass the signal.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      NewExpression(made: TSESTree.NewExpression) {
        const found = findUnabortableController(model, made);
        if (!found) return;
        const { how, name, spare } = found;
        const drop = spare && dropSignal(context.sourceCode, { node: spare });
        report({
          node: made,
          messageId: how,
          data: { name },
          suggest: drop ? [{ messageId: 'drop', fix: drop }] : [],
        });
      },
    };
  },
});
