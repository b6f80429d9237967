import type { TSESTree } from '@typescript-eslint/utils';
import { levelOf } from './handler-work.js';
import { isProcessExit } from './process-calls.js';
import type { ProcessListener } from './process-listeners.js';
import { isCleanupCall } from '../cleanup/cleanup-calls.js';
import { findCalledFunction } from '../code/local-functions.js';
import { enclosingFunction, outermost, ownLevelNodes, type FunctionNode } from '../code/syntax.js';
import { isLog } from '../handlers/error-uses.js';
import type { Model } from '../model.js';

/** An exit that keeps a `finally` from running. */
export interface SkippedCleanup {
  exit: TSESTree.CallExpression;
  finalizer: TSESTree.BlockStatement;
}

/**
 * A handler that does nothing but exit, beside a `finally` in the work that the process does meanwhile: `process.exit`
 * runs no `finally` (F19).
 *
 * @returns the exit and the `finally` with asynchronous cleanup that it skips
 */
export function findSkippedCleanup(
  model: Model,
  handler: FunctionNode,
  listener: ProcessListener,
): SkippedCleanup | undefined {
  const exit = findOnlyExit(model, handler);
  const finalizer = exit && findFinalizer(model, listener.call);
  return finalizer && { exit, finalizer };
}

function findOnlyExit(model: Model, handler: FunctionNode): TSESTree.CallExpression | undefined {
  const calls = levelOf(model, handler).filter((node) => node.type === 'CallExpression');
  const exit = calls.find((call) => isProcessExit(model, call));
  const parent = exit && outermost(exit).parent;
  const isStatement = parent?.type === 'ExpressionStatement' || parent?.type === 'ReturnStatement';
  const isCertain = parent === handler || (isStatement && parent.parent === handler.body);
  return isCertain && calls.every((call) => call === exit || isLog(call)) ? exit : undefined;
}

/** @returns the `finally` with asynchronous cleanup around what runs after the registration: in the same function, or in one that it calls. */
export function findFinalizer(
  model: Model,
  registration: TSESTree.CallExpression,
): TSESTree.BlockStatement | undefined {
  const owner = enclosingFunction(registration);
  const level = [
    ...(owner ? levelOf(model, owner) : ownLevelNodes(model.sourceCode.ast, model.sourceCode.visitorKeys)),
  ];
  const called = level.flatMap((node) => {
    const work = node.type === 'CallExpression' ? findCalledFunction(model, node) : undefined;
    return work?.async ? levelOf(model, work) : [];
  });
  return [...level, ...called]
    .flatMap((node) => (node.type === 'TryStatement' && node.finalizer ? [node.finalizer] : []))
    .find((finalizer) => awaitsCleanup(model, finalizer));
}

function awaitsCleanup(model: Model, finalizer: TSESTree.BlockStatement): boolean {
  return ownLevelNodes(finalizer, model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'AwaitExpression' &&
      node.argument.type === 'CallExpression' &&
      isCleanupCall(node.argument),
  );
}
