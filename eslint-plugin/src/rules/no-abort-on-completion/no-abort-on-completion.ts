import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { accessPath, findCompletionListener, findGeneratorEndAbort, modelOf } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { abortUnlessDone, abortUnlessFinished } from '../../fix/abort-unless-finished.js';

/**
 * Reports an abort that also fires after everything went well: on `end` or `close` of a Node server's request, on `close` of its
 * response, and in the `finally` of an async generator for a controller that it received. Silent when the listener tests
 * anything, is taken off, or stands beside one for `finish`; for a function's own controller; and for a client's request.
 */
export default createRule({
  name: 'no-abort-on-completion',
  docs: {
    description: 'disallow aborts that the normal end of the work fires too',
    guidance: ['one-controller-each'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    requestEnd:
      '`end` says that the request was read to its end, so `{{controller}}` is aborted while it is still being answered.',
    requestClose:
      '`close` of a request also comes once its body was read, so `{{controller}}` is aborted although the client is still there.',
    responseClose:
      '`close` also comes after the response was sent, so `{{controller}}` is aborted for every request that went well.',
    generatorEnd:
      '`finally` also runs when everything was read, so the generator aborts `{{controller}}`, which is not its own, after a normal end.',
    unlessFinished: 'Abort only where the response was not finished.',
    unlessDone: 'Abort only where not everything was read.',
  },
  create(context, report) {
    const model = modelOf(context);

    function suggest<Id extends 'unlessFinished' | 'unlessDone'>(
      messageId: Id,
      fix: ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined,
    ): { messageId: Id; fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] }[] {
      return fix ? [{ messageId, fix }] : [];
    }

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const listener = findCompletionListener(model, call);
        if (listener) {
          report({
            node: listener.event,
            messageId: listener.how,
            data: { controller: nameOf(listener.abort.controller) },
            suggest: suggest('unlessFinished', abortUnlessFinished(model, listener)),
            related: [{ node: listener.abort.call, message: 'The abort stands here.' }],
          });
        }
        const end = findGeneratorEndAbort(model, call);
        if (end) {
          report({
            node: call,
            messageId: 'generatorEnd',
            data: { controller: nameOf(end.controller) },
            suggest: suggest('unlessDone', abortUnlessDone(model, end)),
          });
        }
      },
    };
  },
});

function nameOf(controller: TSESTree.Node): string {
  return accessPath(controller)?.join('.') ?? 'the controller';
}
