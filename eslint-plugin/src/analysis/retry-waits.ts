import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from './api-calls.js';
import { isFunction, calledName, ancestorsOf, ownLevelNodes, allNodes } from './syntax.js';
import { signalsHandedTo } from './handed-signals.js';
import { findCalledFunction } from './local-functions.js';
import type { Model } from './model.js';
import type { Retry } from './retries.js';
import { isSignalName } from './signals.js';

/** An awaited wait between two tries that no signal can end. */
export type DeafWait = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * The waits between a failed try and the next one that are not given any signal.
 *
 * @param clause the handler of the failed try
 * @returns the calls of timers and helpers that wait, and promises made around `setTimeout`, in source order
 */
export function findDeafWaits(model: Model, retry: Retry, clause: TSESTree.CatchClause): DeafWait[] {
  const regions = [clause.body, ...(retry.kind === 'loop' ? statementsBehind(clause, retry.loop) : [])];
  return regions
    .flatMap((region) => [...ownLevelNodes(region, model.sourceCode.visitorKeys)])
    .map((node) => (node.type === 'AwaitExpression' ? node.argument : undefined))
    .filter((node) => node?.type === 'CallExpression' || node?.type === 'NewExpression')
    .filter((wait) => isDeafWait(model, wait));
}

/** The statements between the `try` and the end of the turn. */
function statementsBehind(clause: TSESTree.CatchClause, loop: TSESTree.Node): TSESTree.Node[] {
  const behind: TSESTree.Node[] = [];
  let inner: TSESTree.Node = clause.parent;
  for (const outer of ancestorsOf(clause.parent)) {
    if (outer.type === 'BlockStatement') behind.push(...outer.body.slice(outer.body.indexOf(inner as TSESTree.Statement) + 1));
    if (outer === loop) break;
    inner = outer;
  }
  return behind;
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
function isTimerPromise(model: Model, { callee, arguments: [executor] }: TSESTree.NewExpression): boolean {
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || !isFunction(executor)) return false;
  const nodes = [...allNodes(executor.body, model.sourceCode.visitorKeys)];
  const setsTimer = nodes.some((node) => node.type === 'CallExpression' && calledName(node) === 'setTimeout');
  return setsTimer && !mentionsSignal(model, executor);
}

function mentionsSignal(model: Model, root: TSESTree.Node): boolean {
  return [...allNodes(root, model.sourceCode.visitorKeys)].some(
    (node) => node.type === 'Identifier' && (isSignalName(node.name) || /abort/i.test(node.name)),
  );
}
