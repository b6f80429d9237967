import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  completesNormally,
  findAbortHandler,
  isGuardedAfter,
  isInRetry,
  mentions,
  modelOf,
  type AbortHandler,
  type Exit,
  type Model,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import {
  errorName,
  rethrowIfAborted,
  signalText,
  startHandlerWith,
  throwIfAborted,
} from '../../fix/abort-guards.js';

/**
 * Reports a `catch`, `.catch(f)` or `.then(_, f)` that takes the abort of a signal which the function only received,
 * and goes on as if nothing had happened. Silent when every such path rethrows, tells the abort from other failures,
 * or hands the error on; when the signal is owned; in boundaries and in cleanup.
 */
export default createRule({
  name: 'no-swallowed-abort',
  docs: {
    description: 'disallow handlers that turn an abort of a received signal into a normal result',
    recommended: 'error',
  },
  messages: {
    swallowed:
      'This handler also takes the abort of `{{signal}}`, so the caller sees a normal result where work was cancelled.',
    logged:
      'This handler only logs the abort of `{{signal}}`, so the caller sees a normal result where work was cancelled.',
    rethrow: 'Rethrow the error when `{{signal}}` is aborted.',
    throwIfAborted: "Throw `{{signal}}`'s abort reason first.",
  },
  create(context, report) {
    if (!mentions(context, /signal|abort/i)) return {};
    const model = modelOf(context);

    function check(node: TSESTree.CatchClause | TSESTree.CallExpression): void {
      const handler = findAbortHandler(model, node);
      const exit = handler?.exits.find((each) => swallows(model, each));
      if (!handler || !exit || isInRetry(model, node) || isGuardedAfter(model, handler)) return;
      const signal = signalText(model, handler.signal) ?? 'the signal';
      report({
        loc: placeOf(context.sourceCode, node),
        messageId: exit.log ? 'logged' : 'swallowed',
        data: { signal },
        suggest: suggestionsFor(model, handler, signal),
        related: handler.signal.source
          ? [{ node: handler.signal.source, message: 'The signal is received here.' }]
          : [],
      });
    }

    return { CatchClause: check, CallExpression: check };
  },
});

function swallows(model: Model, exit: Exit): boolean {
  if (!completesNormally(exit) || exit.recognised !== 'no' || exit.isErrorKept) return false;
  return !(exit.kind === 'return' && /abort|cancel/i.test(model.sourceCode.getText(exit.node)));
}

function suggestionsFor(
  model: Model,
  { handler, signal }: AbortHandler,
  name: string,
): TSESLint.ReportSuggestionArray<'rethrow' | 'throwIfAborted'> {
  if (signalText(model, signal) === undefined) return [];
  const error = errorName(handler);
  const data = { signal: name };
  const rethrow = {
    messageId: 'rethrow' as const,
    data,
    fix: (fixer: TSESLint.RuleFixer) =>
      startHandlerWith(fixer, model, handler, rethrowIfAborted(model, signal, error ?? '')),
  };
  const throwReason = {
    messageId: 'throwIfAborted' as const,
    data,
    fix: (fixer: TSESLint.RuleFixer) =>
      startHandlerWith(fixer, model, handler, throwIfAborted(model, signal)),
  };
  return error === undefined ? [throwReason] : [rethrow, throwReason];
}

/** The smallest place that says what is meant: the word `catch`, or the method's name. */
function placeOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.CatchClause | TSESTree.CallExpression,
): TSESTree.SourceLocation {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    return node.callee.property.loc;
  return sourceCode.getFirstToken(node)?.loc ?? node.loc;
}
