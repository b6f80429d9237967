import type { TSESTree } from '@typescript-eslint/utils';
import { findUncancelledSiblings, modelOf } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { caughtError } from '../../fix/catch-failures.js';

/**
 * Reports an awaited `Promise.all` whose calls share the signal of a controller that its function made, where a failure does not
 * abort the others. Silent when the controller is aborted in `finally`, in a `catch`, in a promise's handler or by the
 * work itself; when it is made elsewhere, handed on, or never aborted at all; in tests.
 */
export default createRule({
  name: 'no-uncancelled-siblings',
  docs: {
    description: 'disallow work in Promise.all that goes on after another part has failed',
    guidance: ['failures-end-siblings'],
    mentions: ['Promise.all('],
    recommended: 'warn',
  },
  messages: {
    siblings:
      'A failure rejects this `Promise.all` and leaves the other calls running, although aborting `{{controller}}` would end them.',
    abortOnFailure: 'Abort `{{controller}}` when one of them fails.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const controller = findUncancelledSiblings(model, call);
        if (!controller) return;
        const data = { controller: controller.name };
        const [made] = controller.made;
        report({
          node: call.callee,
          messageId: 'siblings',
          data,
          suggest: [
            {
              messageId: 'abortOnFailure',
              data,
              fix: (fixer) =>
                fixer.insertTextAfter(
                  call,
                  `.catch(${caughtError(model)} => { ${controller.name}.abort(error); throw error; })`,
                ),
            },
          ],
          related: made ? [{ node: made, message: 'The controller is made here.' }] : [],
        });
      },
    };
  },
});
