import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from '../operations/api-calls.js';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { isInBoundary } from '../handlers/boundaries.js';
import { hasGuard } from '../handlers/guards.js';
import {
  allNodes,
  calledName,
  enclosingFunction,
  isFunction,
  isNewPromise,
  ownLevelNodes,
} from '../code/syntax.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { findCalledFunction } from '../code/local-functions.js';
import type { Model } from '../model.js';
import { findRetry } from './retries.js';
import { isSignalName } from '../signals/signals.js';

/** An awaited wait between two tries that no signal can end. */
export type DeafWait = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * The waits in the handler of a failed try that are not given any signal.
 *
 * @returns the calls of timers and helpers that wait, and promises made around `setTimeout`, in source order
 */
export function findDeafWaits(model: Model, clause: TSESTree.CatchClause): DeafWait[] {
  return ownLevelNodes(clause.body, model.sourceCode.visitorKeys)
    .map((node) => (node.type === 'AwaitExpression' ? node.argument : undefined))
    .filter((node) => node?.type === 'CallExpression' || node?.type === 'NewExpression')
    .filter((wait) => isDeafWait(model, wait));
}

/** A wait before the function calls itself again, and the signal that is there and that nothing in the function looks at. */
export interface BlindWait {
  wait: TSESTree.CallExpression;
  signal: AvailableSignal;
}

/**
 * The same where nothing tells what the failed try was given: work that is handed in (`return await work()`). Then it is the
 * wait itself that should end with the signal which the function received.
 */
export function findBlindWaits(model: Model, clause: TSESTree.CatchClause): BlindWait[] {
  const owner = enclosingFunction(clause);
  if (!owner || findRetry(model, clause)?.kind !== 'recursion') return [];
  const waits = findDeafWaits(model, clause).filter((wait) => wait.type === 'CallExpression');
  if (waits.length === 0 || hasGuard(model, owner.body) || isInBoundary(model, clause)) return [];
  return waits.flatMap((wait) => {
    const signal = findAvailableSignal(model, wait);
    return signal?.ownership === 'received' ? [{ wait, signal }] : [];
  });
}

const waitName = /^(?:sleep|delay|wait|pause|backoff)(?:For|Ms|Milliseconds|Seconds)?$/i;

function isDeafWait(model: Model, wait: DeafWait): boolean {
  if (wait.type === 'NewExpression') return isTimerPromise(model, wait);
  if (signalsHandedTo(model, wait).length > 0 || mentionsSignal(model, wait)) return false;
  if (findApi(model, wait)?.role === 'delay') return true;
  if (wait.callee.type !== 'Identifier' || !waitName.test(calledName(wait) ?? '')) return false;
  const called = findCalledFunction(model, wait);
  return !called || !mentionsSignal(model, called);
}

/** `new Promise((resolve) => setTimeout(resolve, ms))`, where nothing in it looks at a signal. */
function isTimerPromise(model: Model, made: TSESTree.NewExpression): boolean {
  const [executor] = made.arguments;
  if (!isNewPromise(made) || !isFunction(executor)) return false;
  const nodes = allNodes(executor.body, model.sourceCode.visitorKeys);
  const setsTimer = nodes.some((node) => node.type === 'CallExpression' && calledName(node) === 'setTimeout');
  return setsTimer && !mentionsSignal(model, executor);
}

function mentionsSignal(model: Model, root: TSESTree.Node): boolean {
  return allNodes(root, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'Identifier' && (isSignalName(node.name) || /abort/i.test(node.name)),
  );
}
