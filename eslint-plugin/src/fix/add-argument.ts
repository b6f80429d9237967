import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Adds an argument at the end of a call. The optional parameters between it and the last argument are given
 * `undefined`; a call that has an argument on each line gets one more line.
 *
 * @param index the argument's place in the list
 * @param text the argument
 * @returns the edits of one fix
 */
export function addArgument(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  call: TSESTree.CallExpression,
  { index, text }: { index: number; text: string },
): TSESLint.RuleFix[] {
  const between = Array.from({ length: index - call.arguments.length }, () => 'undefined');
  const added = [...between, text];
  const closing = sourceCode.getLastToken(call);
  const before = closing && sourceCode.getTokenBefore(closing);
  if (!before) return [];
  const last = call.arguments.at(-1);
  if (!last) return [fixer.insertTextAfter(before, added.join(', '))];
  const hasComma = before.value === ',';
  const isOneEach = beginsItsLine(sourceCode, last) && last.loc.end.line < closing.loc.start.line;
  const separator = isOneEach
    ? `,${newlineOf(sourceCode)}${indentationAt(sourceCode, last.loc.start.line)}`
    : ', ';
  const end = hasComma ? sourceCode.getTokenBefore(before) : before;
  return end ? [fixer.insertTextAfter(end, added.map((each) => separator + each).join(''))] : [];
}

function beginsItsLine(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): boolean {
  const { line, column } = node.loc.start;
  return sourceCode.lines[line - 1]?.slice(0, column).trim() === '';
}
