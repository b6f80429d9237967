import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Adds elements behind the last one of a list: arguments of a call, properties of an object literal. A list that has
 * an element on each line gets a line for each; a comma at its end stays there.
 *
 * @param last the last element of the list
 * @param closing the bracket that ends the list
 * @returns the edits of one fix
 */
export function appendElements(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  { last, closing }: { last: TSESTree.Node; closing: TSESTree.Token },
  elements: readonly string[],
): TSESLint.RuleFix[] {
  const end = sourceCode.getTokenBefore(closing) ?? last;
  const hasComma = 'value' in end && end.value === ',';
  if (!beginsItsLine(sourceCode, last) || end.loc.end.line === closing.loc.start.line) {
    return [
      fixer.insertTextAfter(end, elements.map((each) => (hasComma ? ` ${each},` : `, ${each}`)).join('')),
    ];
  }
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, last.loc.start.line);
  // A comment behind the last element is about that element.
  const anchor = sourceCode.getTokenBefore(closing, { includeComments: true }) ?? end;
  const comma = hasComma ? [] : [fixer.insertTextAfter(end, ',')];
  return [...comma, fixer.insertTextAfter(anchor, line + elements.join(`,${line}`) + (hasComma ? ',' : ''))];
}

function beginsItsLine(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): boolean {
  const { line, column } = node.loc.start;
  return sourceCode.lines[line - 1]?.slice(0, column).trim() === '';
}
