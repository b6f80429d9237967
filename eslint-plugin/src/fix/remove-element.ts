import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * Takes an element out of an array literal, with its comma.
 *
 * @returns undefined where a comment would be lost
 */
export function removeElement(
  sourceCode: Readonly<TSESLint.SourceCode>,
  list: TSESTree.ArrayExpression,
  element: TSESTree.Node,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const index = list.elements.findIndex((each) => each === element);
  const [before, after] = [list.elements[index - 1], list.elements[index + 1]];
  const start = before && !after ? before.range[1] : element.range[0];
  const end = after ? after.range[0] : element.range[1];
  const isCommented = sourceCode
    .getCommentsInside(list)
    .some(({ range }) => range[0] >= start && range[1] <= end);
  return isCommented ? undefined : (fixer) => fixer.removeRange([start, end]);
}
