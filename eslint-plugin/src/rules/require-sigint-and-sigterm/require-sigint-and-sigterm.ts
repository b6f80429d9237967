import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findHalfShutdown, modelOf, type HalfShutdown } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { indentationAt, newlineOf } from '../../fix/insert-statement.js';

/**
 * Reports a named function that cleans up on one of SIGINT and SIGTERM in a file that has no listener of the other.
 * Silent for handlers that are written in place or only abort, for listeners that are taken off again, unless they are
 * there for a child process, and where some signals that the file listens to are not known.
 */
export default createRule({
  name: 'require-sigint-and-sigterm',
  docs: {
    description: 'require a shutdown on SIGINT to run on SIGTERM too, and the reverse',
    guidance: ['handlers-abort'],
    mentions: ['SIGINT', 'SIGTERM'],
  },
  messages: {
    half: 'This shutdown runs on {{handled}}, but {{missing}} kills the process without it.',
    both: 'Run it on {{missing}} too.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      'Program:exit'() {
        const half = findHalfShutdown(model);
        if (!half) return;
        const { listener, handled, missing } = half;
        report({
          node: listener.argument,
          messageId: 'half',
          data: { handled, missing },
          suggest: suggestBoth(context.sourceCode, half),
        });
      },
    };
  },
});

function suggestBoth(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { listener, handled, missing, removals }: HalfShutdown,
): TSESLint.ReportSuggestionArray<'both'> {
  const calls = [listener.call, ...removals];
  const copies = calls.map((call) => copyFor(sourceCode, call, { handled, missing }));
  if (!copies.every((copy) => copy !== undefined)) return [];
  const fix = (fixer: TSESLint.RuleFixer) =>
    copies.map(({ statement, text }) => fixer.insertTextAfter(statement, text));
  return [{ messageId: 'both', data: { missing }, fix }];
}

/** @returns the same statement for the other signal, on a line of its own behind it */
function copyFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  call: TSESTree.CallExpression,
  { handled, missing }: Pick<HalfShutdown, 'handled' | 'missing'>,
): { statement: TSESTree.Statement; text: string } | undefined {
  const statement = call.parent;
  const [event] = call.arguments;
  const isPlain =
    statement.type === 'ExpressionStatement' && event?.type === 'Literal' && event.value === handled;
  if (!isPlain || sourceCode.getCommentsInside(statement).length > 0) return undefined;
  const start = statement.range[0];
  const text = sourceCode.getText(statement);
  const copy =
    text.slice(0, event.range[0] - start) +
    event.raw.replace(handled, missing) +
    text.slice(event.range[1] - start);
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, statement.loc.start.line);
  return { statement, text: line + copy };
}
