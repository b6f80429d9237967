import type { TSESTree } from '@typescript-eslint/utils';
import { findReusedController, findUnresetController, modelOf } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { renewController } from '../../fix/renew-controller.js';

/**
 * Reports an `abort()` of a controller that is used again afterwards and never replaced: by a class that can be started again
 * after it was stopped, or that cancels all that is under way, by what follows the abort, by the next turn of a loop. Also
 * reports a field that is emptied only where what is awaited after the abort succeeds. Silent when anything else is put in its place,
 * when the controller leaves the class or function, when the code looks at the signal's state, and in tests.
 */
export default createRule({
  name: 'no-reused-aborted-controller',
  docs: {
    description: 'disallow using a controller again after it was aborted',
    guidance: ['one-controller-each'],
    mentions: ['AbortController'],
    recommended: 'error',
  },
  messages: {
    restart:
      '`{{controller}}` is made once and stays aborted, so everything that is given its signal after this is aborted at once.',
    after:
      '`{{controller}}` stays aborted, so what is given its signal behind this `abort()` is aborted at once.',
    loop: '`{{controller}}` is made before the loop and stays aborted, so after one timeout every further turn is aborted at once.',
    unreset:
      'Where what is awaited before this fails, `{{controller}}` stays, aborted, and nothing can be started again.',
    renew: 'Make a new controller after the abort.',
  },
  create(context, report) {
    const model = modelOf(context);

    function reportUnreset(call: TSESTree.CallExpression): void {
      const found = findUnresetController(model, call);
      if (!found) return;
      report({
        node: found.reset,
        messageId: 'unreset',
        data: { controller: found.controller.name },
        related: [{ node: found.start, message: 'As long as it is there, nothing is started here.' }],
      });
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const found = findReusedController(model, call);
        if (!found) {
          reportUnreset(call);
          return;
        }
        const { controller, how, use } = found;
        const fix = how === 'loop' ? undefined : renewController(model, call, controller);
        report({
          node: call,
          messageId: how,
          data: { controller: controller.name },
          suggest: fix ? [{ messageId: 'renew', fix }] : [],
          related: [{ node: use, message: 'Its signal is used again here.' }],
        });
      },
    };
  },
});
