import type { TSESLint } from '@typescript-eslint/utils';
import type { AbortListener, Model } from '../analysis/index.js';

/**
 * Turns `signal.onabort = f` into `signal.addEventListener('abort', f)`.
 *
 * @returns undefined where the value of the assignment is used, or a comment would be lost
 */
export function addListener(
  { sourceCode }: Model,
  { node, target, listener }: AbortListener,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  if (node.type !== 'AssignmentExpression' || node.parent.type !== 'ExpressionStatement') return undefined;
  const kept = sourceCode.getCommentsInside(listener).length + sourceCode.getCommentsInside(target).length;
  if (sourceCode.getCommentsInside(node).length > kept) return undefined;
  return (fixer) => [
    fixer.replaceTextRange([target.range[1], node.right.range[0]], `.addEventListener('abort', `),
    fixer.insertTextAfter(node, ')'),
  ];
}
