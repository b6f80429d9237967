import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { appendElements } from './append-elements.js';

/**
 * Adds an argument at the end of a call. The optional parameters between it and the last argument are given `undefined`.
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
  const closing = sourceCode.getLastToken(call);
  const last = call.arguments.at(-1);
  if (!closing) return [];
  if (last) return appendElements(fixer, sourceCode, { last, closing }, [...between, text]);
  return [fixer.insertTextBefore(closing, [...between, text].join(', '))];
}
