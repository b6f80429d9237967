import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanupName } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { findRetry } from '../retries/retries.js';
import { ancestorsOf, calledName, isFunction, outermost, type FunctionNode } from '../code/syntax.js';

/** Verbs of what is done after a failure, besides those of cleanup. */
const undoName =
  /^_?(?:undo|revert|restore|reset|abort|cancel|fail|report|log|track|notify|capture|record|mark|compensate)(?![a-z])/;

/**
 * Is the call part of what has to be done after a failure, so that it must not end with the work that failed? In a
 * `catch` that is a call named like cleanup, undoing or reporting, and every call whose result nothing uses.
 *
 * @param functions the functions whose work the call is a part of
 */
export function isUndoWork(call: TSESTree.CallExpression, functions: readonly FunctionNode[]): boolean {
  if (!findHandlerAround(call, functions)) return false;
  const name = calledName(call) ?? '';
  return isCleanupName(name) || undoName.test(name) || isStatement(call);
}

const delayName = /^_?(?:sleep|delay|wait|pause|back_?off)(?![a-z])/;

export function isDelayName(name: string): boolean {
  return delayName.test(name);
}

/** Is it in a handler that leads to the next try of a retry, which no-retry-after-abort looks at? */
export function isInRetryHandler(model: Model, node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'CatchClause' && findRetry(model, outer)) return true;
    if (isFunction(outer)) return false;
  }
  return false;
}

/** The `catch` clause, or the function given to `.catch()`, that a node runs in. */
function findHandlerAround(
  node: TSESTree.Node,
  functions: readonly FunctionNode[],
): TSESTree.Node | undefined {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'CatchClause') return outer;
    if (!isFunction(outer)) continue;
    const { parent } = outermost(outer);
    if (parent?.type === 'CallExpression' && parent.callee !== outer && calledName(parent) === 'catch')
      return outer;
    if (outer === functions.at(-1)) return undefined;
  }
  return undefined;
}

/** `await call();` */
function isStatement(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  const awaited = parent?.type === 'AwaitExpression' ? outermost(parent) : outermost(call);
  return awaited.parent?.type === 'ExpressionStatement';
}
