import type { TSESLint } from '@typescript-eslint/utils';
import { allNodes, calledName, type DetachedAbort, type Model } from '../analysis/index.js';
import { readOfSignal } from './signal-reads.js';

/**
 * Calls a controller's `abort` in an arrow function, with the reason of the signal where the function is its listener.
 *
 * @returns undefined where the function is taken off again by what it was written as, or where there is no access to wrap
 */
export function wrapAbort(
  model: Model,
  { node, method, listener }: DetachedAbort,
): { call: string; fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix } | undefined {
  const { sourceCode } = model;
  if (!method || isTakenOff(model, sourceCode.getText(node))) return undefined;
  if (sourceCode.getCommentsInside(node).length > 0) return undefined;
  const reason = listener && readOfSignal(model, listener, 'reason', node);
  const call = `${sourceCode.getText(method)}(${reason ?? ''})`;
  return { call, fix: (fixer) => fixer.replaceText(node, `() => { ${call}; }`) };
}

const removals = new Set(['removeEventListener', 'removeListener', 'off', 'unsubscribe']);

function isTakenOff({ sourceCode }: Model, text: string): boolean {
  return allNodes(sourceCode.ast, sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'CallExpression' &&
      removals.has(calledName(node) ?? '') &&
      node.arguments.some((argument) => sourceCode.getText(argument) === text),
  );
}
