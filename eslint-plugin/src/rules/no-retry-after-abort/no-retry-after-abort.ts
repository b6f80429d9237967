import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findAbortHandler,
  findDeafWaits,
  findRetry,
  findRetryableAbort,
  findUnforwardedHelper,
  handlerPlace,
  isGuardedAfter,
  modelOf,
  startsNextTurn,
  type AbortHandler,
  type DeafWait,
  type Model,
  type Retry,
  type UnforwardedSignal,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';
import { passSignal } from '../../fix/pass-signal.js';
import { removeElement } from '../../fix/remove-element.js';

/**
 * Reports a retry that goes on after an abort: a loop whose handler reaches the next try, or a handler that calls its
 * own function again, without a look at the signal; a wait in such a handler, or a retry helper, that is not given the
 * signal; a list of retryable errors that names the abort error. Silent when the wait takes the signal, when the loop tests it, and for a loop over different items.
 */
export default createRule({
  name: 'no-retry-after-abort',
  docs: {
    description: 'disallow trying again after an abort',
    guidance: ['aborts-pass-through'],
    mentions: /signal|abort|cancel/i,
    recommended: 'error',
  },
  messages: {
    retried:
      'An abort of `{{signal}}` leads to the next try here, so cancelled work burns all its attempts before it ends.',
    deafWait:
      'This wait before the next try does not take `{{signal}}`, so an abort is noticed only when it is over.',
    deafHelper:
      '`{{callee}}` is called without `{{signal}}`, so it tries again after its caller has cancelled.',
    listed:
      '`{{name}}` counts `{{error}}` among the errors to try again after, so cancelled work is done once more.',
    pass: 'Pass `{{signal}}`.',
    remove: 'Take `{{error}}` off the list.',
    ...guardMessages,
  },
  create(context, report) {
    const model = modelOf(context);

    function checkWait(wait: DeafWait, { signal }: AbortHandler): void {
      const missing =
        wait.type === 'CallExpression' ? findUnforwardedHelper(model, wait, 'delay') : undefined;
      report({
        node: wait.callee,
        messageId: 'deafWait',
        data: { signal: missing?.signal.text ?? signalText(model, signal) ?? 'the signal' },
        suggest: missing ? suggestPassing(model, missing) : [],
        related: receivedHere(signal.source),
      });
    }

    return {
      CatchClause(node: TSESTree.CatchClause) {
        const retry = findRetry(model, node);
        const handler = retry && findAbortHandler(model, node);
        if (!handler) return;
        if (leadsToNextTry(model, retry, handler)) {
          report({
            loc: handlerPlace(context.sourceCode, node),
            messageId: 'retried',
            data: { signal: signalText(model, handler.signal) ?? 'the signal' },
            suggest: suggestGuards(model, handler),
            related: receivedHere(handler.signal.source),
          });
        }
        for (const wait of findDeafWaits(model, node)) checkWait(wait, handler);
      },
      Literal(node: TSESTree.Literal) {
        const found = findRetryableAbort(node);
        if (!found) return;
        const data = { name: found.name, error: String(node.value) };
        const fix = removeElement(context.sourceCode, found.list, node);
        report({
          node,
          messageId: 'listed',
          data,
          suggest: fix ? [{ messageId: 'remove', data, fix }] : [],
        });
      },
      CallExpression(call: TSESTree.CallExpression) {
        const missing = findUnforwardedHelper(model, call, 'retry');
        if (!missing) return;
        report({
          node: call.callee,
          messageId: 'deafHelper',
          data: { callee: calledName(call) ?? 'this helper', signal: missing.signal.text },
          suggest: suggestPassing(model, missing),
          related: receivedHere(missing.signal.source),
        });
      },
    };
  },
});

function leadsToNextTry(model: Model, retry: Retry, handler: AbortHandler): boolean {
  const exit = handler.exits.find(
    (each) => startsNextTurn(retry, each) && each.recognised === 'no' && !each.isErrorConsulted,
  );
  return exit !== undefined && !isGuardedAfter(model, handler, exit);
}

function suggestPassing(
  model: Model,
  missing: UnforwardedSignal,
): TSESLint.SuggestionReportDescriptor<'pass'>[] {
  const fix = passSignal(model, missing);
  return fix ? [{ messageId: 'pass', data: { signal: missing.signal.text }, fix }] : [];
}
