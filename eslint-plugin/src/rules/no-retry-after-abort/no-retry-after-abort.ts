import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findAbortHandler,
  findBlindWaits,
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
    mentions: ['signal', 'abort', 'cancel', 'fetch'],
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

    function checkWait(wait: DeafWait, received: Received): void {
      const missing =
        wait.type === 'CallExpression' ? findUnforwardedHelper(model, wait, 'delay') : undefined;
      report({
        node: wait.callee,
        messageId: 'deafWait',
        data: { signal: missing?.signal.text ?? received.name },
        suggest: missing ? suggestPassing(model, missing) : [],
        related: receivedHere(received.source),
      });
    }

    function checkHandler(node: TSESTree.CatchClause | TSESTree.CallExpression): AbortHandler | undefined {
      const retry = findRetry(model, node);
      const handler = retry && findAbortHandler(model, node);
      if (handler && leadsToNextTry(model, retry, handler)) {
        report({
          ...placeOf(retry, handlerPlace(context.sourceCode, node)),
          messageId: 'retried',
          data: { signal: nameOf(model, handler) },
          suggest: suggestGuards(model, handler),
          related: receivedHere(handler.signal.source),
        });
      }
      return handler;
    }

    return {
      CatchClause(node: TSESTree.CatchClause) {
        const handler = checkHandler(node);
        if (handler) {
          const received = { name: nameOf(model, handler), source: handler.signal.source };
          for (const wait of findDeafWaits(model, node)) checkWait(wait, received);
        } else {
          for (const { wait, signal } of findBlindWaits(model, node))
            checkWait(wait, { name: signal.text, source: signal.source });
        }
      },
      Literal(node: TSESTree.Literal) {
        const problem = problemOfElement(context.sourceCode, node);
        if (problem) report(problem);
      },
      CallExpression(call: TSESTree.CallExpression) {
        checkHandler(call);
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

/** The signal that a wait should have been given. */
interface Received {
  name: string;
  source: TSESTree.Node | undefined;
}

function nameOf(model: Model, { signal }: AbortHandler): string {
  return signalText(model, signal) ?? 'the signal';
}

/** The next try is started here, or in the function that the handler calls. */
function placeOf(
  retry: Retry,
  loc: TSESTree.SourceLocation,
): { node: TSESTree.Node } | { loc: TSESTree.SourceLocation } {
  return retry.kind === 'recursion' && retry.via ? { node: retry.call.callee } : { loc };
}

function leadsToNextTry(model: Model, retry: Retry, handler: AbortHandler): boolean {
  const exit = handler.exits.find(
    (each) =>
      startsNextTurn(model, retry, each) &&
      each.recognised === 'no' &&
      (!each.isErrorConsulted || isBlind(retry)),
  );
  return exit !== undefined && !isGuardedAfter(model, handler, exit);
}

/** A helper that the handler calls does not ask what has failed. */
function isBlind(retry: Retry): boolean {
  return retry.kind === 'recursion' && retry.via !== undefined;
}

/** What is wrong with a text where it stands in a list of errors to try again after. */
function problemOfElement(
  sourceCode: Model['sourceCode'],
  node: TSESTree.Literal,
): TSESLint.ReportDescriptor<'listed' | 'remove'> | undefined {
  const found = findRetryableAbort(node);
  if (!found) return undefined;
  const data = { name: found.name, error: String(node.value) };
  const fix = removeElement(sourceCode, found.list, node);
  return { node, messageId: 'listed', data, suggest: fix ? [{ messageId: 'remove', data, fix }] : [] };
}

function suggestPassing(
  model: Model,
  missing: UnforwardedSignal,
): TSESLint.SuggestionReportDescriptor<'pass'>[] {
  const fix = passSignal(model, missing);
  return fix ? [{ messageId: 'pass', data: { signal: missing.signal.text }, fix }] : [];
}
