import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, outermost, type Model } from '../analysis/index.js';

/**
 * Makes a call depend on a test; everything else that stays around it is as it was.
 *
 * @param test an expression, as it is to be written
 * @returns undefined where the call's value is used
 */
export function runOnlyIf(
  { sourceCode }: Model,
  call: TSESTree.CallExpression,
  test: string,
): TSESLint.ReportFixFunction | undefined {
  const { parent } = outermost(call);
  if (parent?.type === 'ExpressionStatement') {
    const isInBlock = parent.parent.type === 'BlockStatement';
    return isInBlock ? (fixer) => fixer.insertTextBefore(parent, `if (${test}) `) : undefined;
  }
  if (!isFunction(parent) || parent.body !== outermost(call)) return undefined;
  return (fixer) => fixer.replaceText(parent.body, `{ if (${test}) ${sourceCode.getText(parent.body)}; }`);
}
