import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { outermost, unwrapped, type Model, type UncaughtAbort } from '../analysis/index.js';

/**
 * Leaves the callback of a timer where its signal is aborted, in place of throwing there; a promise that the callback
 * belongs to is rejected.
 *
 * @returns undefined where the promise has no `reject` to be rejected by
 */
export function leaveCallback(
  { sourceCode }: Model,
  call: TSESTree.CallExpression,
  { callback, executor }: UncaughtAbort,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const statement = outermost(call).parent;
  const callee = unwrapped(call.callee);
  if (statement?.type !== 'ExpressionStatement' || callee.type !== 'MemberExpression') return undefined;
  if (sourceCode.getCommentsInside(statement).length > 0) return undefined;
  const signal = sourceCode.getText(callee.object);
  const test = `if (${signal}${callee.optional ? '?.' : '.'}aborted)`;
  if (!executor) return (fixer) => fixer.replaceText(statement, `${test} return;`);
  const reject = executor.params[1];
  if (reject?.type !== 'Identifier' || callback.async) return undefined;
  return (fixer) => fixer.replaceText(statement, `${test} return ${reject.name}(${signal}.reason);`);
}
