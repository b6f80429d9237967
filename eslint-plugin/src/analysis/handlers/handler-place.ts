import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** @returns the smallest place that says which handler is meant: the word `catch`, or the method's name */
export function handlerPlace(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.CatchClause | TSESTree.CallExpression,
): TSESTree.SourceLocation {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    return node.callee.property.loc;
  return sourceCode.getFirstToken(node)?.loc ?? node.loc;
}
