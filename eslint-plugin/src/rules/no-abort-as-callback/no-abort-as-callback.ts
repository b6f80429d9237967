import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findDetachedAbort, modelOf, type DetachedAbort } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { wrapAbort } from '../../fix/wrap-abort.js';

/**
 * Reports `controller.abort` that is handed on as a function: unbound, so that calling it throws, or bound, so that the
 * event, the name of a process signal or a timer's argument becomes the reason. Silent where a function around it calls
 * it, and where it is bound with a reason or called without arguments.
 */
export default createRule({
  name: 'no-abort-as-callback',
  docs: {
    description: 'disallow handing on the abort method of a controller as a function',
    guidance: ['handlers-abort', 'one-controller-each'],
    mentions: ['abort'],
    recommended: 'error',
  },
  messages: {
    unbound: '`abort` loses its controller here, so calling it throws a TypeError and nothing is aborted.',
    event:
      '`abort` gets the event as its argument here, so the work is rejected with an Event in place of an error.',
    name: '`abort` gets the name of the signal as its argument here, so the work is rejected with a string in place of an error.',
    argument: '`abort` gets what the timer is given for it here, so that is what the work is rejected with.',
    wrap: 'Call `{{call}}` in a function.',
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.MemberExpression | TSESTree.Property): void {
      const found = findDetachedAbort(model, node);
      if (found) report({ node: found.node, messageId: found.problem, suggest: suggestCall(found) });
    }

    function suggestCall(found: DetachedAbort): TSESLint.SuggestionReportDescriptor<'wrap'>[] {
      const wrapped = wrapAbort(model, found);
      return wrapped ? [{ messageId: 'wrap', data: { call: wrapped.call }, fix: wrapped.fix }] : [];
    }

    return { MemberExpression: check, Property: check };
  },
});
