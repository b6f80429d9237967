import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  completesNormally,
  findAbortHandler,
  findFragileUse,
  findMaskingError,
  isInRetry,
  modelOf,
  unwrapped,
  type AbortHandler,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { guardMessages, signalText, suggestGuards } from '../../fix/abort-guards.js';

/**
 * Reports a `catch`, `.catch(f)` or `.then(_, f)` that the abort of a received signal leaves as another error: thrown, or
 * given to `reject`. Silent when a guard comes first; when a path throws the caught error or hands it on; when the new
 * error is an abort error itself or takes over the name; in boundaries and in cleanup; in retries. Reports also what a
 * handler does with the caught error that fails where it is no object, as the reason of an abort need not be.
 */
export default createRule({
  name: 'no-masked-abort',
  docs: {
    description: 'disallow turning the abort of a received signal into another error',
    guidance: ['aborts-pass-through'],
    recommended: 'warn',
    mentions: ['signal', 'abort', 'fetch', 'captureStackTrace'],
  },
  messages: {
    masked:
      'The abort of `{{signal}}` leaves this handler as another error, so no caller can tell it from a failure.',
    fragile:
      'This fails where the reason of the abort of `{{signal}}` is no object, so another error takes the place of the abort.',
    test: 'Do it only where `{{error}}` is an Error.',
    ...guardMessages,
  },
  create(context, report) {
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortHandler(model, node);
      if (!handler) return;
      const error = leadsToRetry(model, handler) ? undefined : findMaskingError(model, handler);
      if (!error) {
        checkUses(handler);
        return;
      }
      report({
        loc: placeOf(error),
        messageId: 'masked',
        data: { signal: signalText(model, handler.signal) ?? 'the signal' },
        suggest: suggestGuards(model, handler),
        related: receivedHere(handler.signal.source),
      });
    }

    function checkUses(handler: AbortHandler): void {
      const use = findFragileUse(model, handler);
      if (!use) return;
      report({
        node: use.callee,
        messageId: 'fragile',
        data: { signal: signalText(model, handler.signal) ?? 'the signal' },
        suggest: suggestTest(use),
        related: receivedHere(handler.signal.source),
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

function suggestTest(use: TSESTree.CallExpression): TSESLint.SuggestionReportDescriptor<'test'>[] {
  const [given] = use.arguments;
  const taken = given && unwrapped(given);
  if (taken?.type !== 'Identifier' || use.parent.type !== 'ExpressionStatement') return [];
  const statement = use.parent;
  return [
    {
      messageId: 'test',
      data: { error: taken.name },
      fix: (fixer) => fixer.insertTextBefore(statement, `if (${taken.name} instanceof Error) `),
    },
  ];
}

/** A handler that may end the tries with an error of its own is no-retry-after-abort's. */
function leadsToRetry(model: Model, { node, exits }: AbortHandler): boolean {
  return exits.some(completesNormally) && isInRetry(model, node);
}

/** @returns where the error is made, without its arguments */
function placeOf(error: TSESTree.Node): TSESTree.SourceLocation {
  const isMade = error.type === 'NewExpression' || error.type === 'CallExpression';
  return isMade ? { start: error.loc.start, end: error.callee.loc.end } : error.loc;
}
