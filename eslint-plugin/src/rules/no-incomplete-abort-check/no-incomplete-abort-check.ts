import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findImpossibleTest, isMissingClass, modelOf, type ImpossibleTest } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports a test of a caught error that cannot match what the awaited operations throw when they are aborted: only AbortError
 * where `fetch` can only time out, TimeoutError or DOMException around Node's own promises, a class that does not exist.
 * Silent where another test knows the abort or looks at the signal, where anything else is awaited in the `try`, and where
 * the caller decides why a `fetch` is aborted.
 */
export default createRule({
  name: 'no-incomplete-abort-check',
  docs: {
    description: 'disallow tests for an abort that cannot match what the operation throws',
    guidance: ['aborts-can-be-told'],
    mentions: ['signal', 'abort', 'TimeoutError', 'DOMException'],
    recommended: 'warn',
  },
  messages: {
    timeout:
      'A signal of `AbortSignal.timeout` ends `fetch` with an error named TimeoutError, so this test never holds.',
    node: "Node's own APIs throw an AbortError with the code ABORT_ERR for every reason, timeouts included, so this test never holds.",
    class: "Node's own APIs throw an AbortError that is no DOMException, so this test never holds.",
    missing: 'There is no global class {{name}}, so this test throws a ReferenceError in place of the error.',
    compare: 'Compare with {{value}}.',
    byName: 'Test the name of the error.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    return {
      CatchClause(clause) {
        const found = findImpossibleTest(model, clause);
        if (!found) return;
        const messageId =
          found.kind === 'DOMException' ? 'class' : found.family === 'web' ? 'timeout' : 'node';
        const node = found.node.type === 'SwitchCase' ? (found.literal ?? found.node) : found.node;
        report({ node, messageId, suggest: suggestMatch(sourceCode, found) });
      },
      BinaryExpression(node) {
        if (!isMissingClass(model, node)) return;
        const name = sourceCode.getText(node.right);
        report({
          node,
          messageId: 'missing',
          data: { name },
          suggest: [{ messageId: 'byName', fix: (fixer) => testName(fixer, sourceCode, node, name) }],
        });
      },
    };
  },
});

type Suggestion = TSESLint.SuggestionReportDescriptor<'compare' | 'byName'>;

/** Nothing where the signal was received: whoever aborts decides what the handler is to make of it. */
function suggestMatch(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { node, kind, literal, family, signal }: ImpossibleTest,
): Suggestion[] {
  if (signal.ownership !== 'owned') return [];
  if (kind === 'DOMException' && node.type === 'BinaryExpression') {
    return [{ messageId: 'byName', fix: (fixer) => testName(fixer, sourceCode, node, 'AbortError') }];
  }
  if (!literal) return [];
  const names = family === 'web' ? "'TimeoutError'" : "'AbortError'";
  const value = kind === 'name' ? names : family === 'web' ? '23' : "'ABORT_ERR'";
  return [{ messageId: 'compare', data: { value }, fix: (fixer) => fixer.replaceText(literal, value) }];
}

/** `error instanceof Error && error.name === '...'`, in brackets where something else is joined to it. */
function testName(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.BinaryExpression,
  name: string,
): TSESLint.RuleFix {
  const error = sourceCode.getText(node.left);
  const test = `${error} instanceof Error && ${error}.name === '${name}'`;
  return fixer.replaceText(
    node,
    /^(?:Logical|Binary)Expression$/.test(node.parent.type) ? `(${test})` : test,
  );
}
