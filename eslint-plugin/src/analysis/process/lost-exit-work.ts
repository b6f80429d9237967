import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, isAsyncFunction, isWait, levelOf } from './handler-work.js';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { findCalledFunction, findFunction } from '../code/local-functions.js';
import { accessPath, calledName, isInside, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { findApi, referenceOf } from '../operations/api-calls.js';
import { askedBy } from '../code/asked-values.js';

/** Work of an `exit` listener that cannot happen, because Node ends the process when the listeners have returned (F19). */
export interface LostWork {
  kind: 'await' | 'timer' | 'started';
  node: TSESTree.Node;
}

/** @returns the first thing in an `exit` listener, or in a function that it calls, that needs the event loop */
export function findLostWork(model: Model, handler: FunctionNode): LostWork | undefined {
  for (const node of functionsRunBy(model, handler, (call, within) => !isConditional(model, call, within))) {
    const isAsync = isAsyncFunction(node);
    for (const each of levelOf(model, node)) {
      const lost =
        isAsync && isLongWait(each) ? { kind: 'await' as const, node: each } : lostCall(model, each);
      if (lost && !isAwaited(model, lost, node) && !isConditional(model, lost.node, node)) return lost;
    }
  }
  return undefined;
}

/** `await` of a value that is there already goes on in a microtask, which does run. */
function isLongWait(node: TSESTree.Node): boolean {
  if (!isWait(node)) return false;
  if (node.type !== 'AwaitExpression' && node.type !== 'YieldExpression') return true;
  const awaited = node.argument && unwrapped(node.argument);
  return awaited?.type === 'CallExpression' || awaited?.type === 'NewExpression';
}

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);

/** What follows a promise in a chain: the promise is looked at itself. */
const links = new Set(['then', 'catch', 'finally']);

function lostCall(model: Model, node: TSESTree.Node): LostWork | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const reference = referenceOf(model, node);
  const path = reference?.path;
  const isPlatform = reference && (reference.module === undefined || reference.module === 'timers');
  if (isPlatform && timers.has(path ?? '')) return { kind: 'timer', node };
  if (findCalledFunction(model, node) || links.has(calledName(node) ?? '')) return undefined;
  const callback = node.arguments.at(-1);
  const isFile =
    reference?.module === 'fs' && callback !== undefined && findFunction(model, callback) !== undefined;
  const isWritten = isFile && !path?.endsWith('Sync');
  // A worker thread ends with the process, whether its end is waited for or not.
  if (isSettled(node) || calledName(node) === 'terminate') return undefined;
  const isPromised = findApi(model, node)?.result === 'promise' || returnsPromise(model, node);
  return isWritten || isPromised ? { kind: 'started', node } : undefined;
}

/** What is awaited is found as a wait. */
function isAwaited(model: Model, { kind, node }: LostWork, within: FunctionNode): boolean {
  return (
    kind !== 'await' &&
    isAsyncFunction(within) &&
    [...levelOf(model, within)].some((each) => isLongWait(each) && isInside(node, each))
  );
}

/** `Promise.resolve(value)` starts nothing. */
function isSettled(call: TSESTree.CallExpression): boolean {
  const [object, method] = accessPath(call.callee) ?? [];
  return object === 'Promise' && (method === 'resolve' || method === 'reject');
}

/** Where an argument decides on it, by a `return` before it or by a test around it, so that other callers may be meant. */
function isConditional(model: Model, lost: TSESTree.Node, within: FunctionNode): boolean {
  const names = new Set(within.params.flatMap((each) => (each.type === 'Identifier' ? [each.name] : [])));
  return [...levelOf(model, within)].some((node) => {
    if (node.type !== 'IfStatement' || node.range[0] > lost.range[0]) return false;
    const { value } = askedBy(node.test);
    return value.type === 'Identifier' && names.has(value.name);
  });
}
