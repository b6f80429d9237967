import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, isAsyncFunction, isWait, levelOf } from './handler-work.js';
import { isProcessExit, processMethod } from './process-calls.js';
import { endingListeners, processListeners, type SharedListener } from './process-listeners.js';
import { findUnfinishedExits } from './unfinished-exits.js';
import { isCleanupCall, isPromiseMethod, returnsPromise } from '../cleanup/cleanup-calls.js';
import { findCalledFunction } from '../code/local-functions.js';
import {
  allNodes,
  ancestorsOf,
  calledName,
  isFunction,
  isInside,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';

/** What a second signal, or a failure, does to an asynchronous handler. */
export interface UnsafeHandler {
  /** Nobody handles the rejection of the promise. */
  isUnhandled: boolean;
  /** Each further signal starts the same cleanup once more. */
  isReentered: boolean;
  /** The asynchronous function: the handler itself, or one that it calls. */
  work: FunctionNode;
  /** The call that drops its promise, where it is not the handler itself. */
  call: TSESTree.CallExpression | undefined;
}

/** @returns undefined where the handler does nothing asynchronous, or is safe */
export function findUnsafeHandler(model: Model, shared: SharedListener): UnsafeHandler | undefined {
  return unsafeWorkOf(model, shared)[0];
}

/** Is it a call by which a handler of SIGINT or SIGTERM drops a promise that may be rejected, so that this is what is wrong with it? */
export function isUnsafelyLetGo(model: Model, call: TSESTree.CallExpression): boolean {
  return endingListeners(model).some((shared) =>
    unsafeWorkOf(model, shared).some((unsafe) => unsafe.call === call && unsafe.isUnhandled),
  );
}

function unsafeWorkOf(model: Model, shared: SharedListener): UnsafeHandler[] {
  const started = asyncWorkOf(model, shared.handler);
  // What exits without waiting has another defect, and no second turn.
  if (started.length === 0 || findUnfinishedExits(model, shared.handler).length > 0) return [];
  const isSafe = listensForRejections(model);
  const isRepeated = shared.listeners.some(({ isOnce }) => !isOnce) && !isGuarded(model, shared.handler);
  return started
    .map(({ work, call, isOurs }): UnsafeHandler => {
      const isUnhandled = !isSafe && (isOurs ? canReject(model, work) : true);
      return {
        work,
        call,
        isUnhandled,
        isReentered: isRepeated && levelOf(model, work).some(isWaitForCall),
      };
    })
    .filter(({ isUnhandled, isReentered }) => isUnhandled || isReentered);
}

interface AsyncWork extends Pick<UnsafeHandler, 'work' | 'call'> {
  /** Is what is called a function of the file, which tells whether it can fail? */
  isOurs: boolean;
}

function asyncWorkOf(model: Model, handler: FunctionNode): AsyncWork[] {
  const started: AsyncWork[] = isAsyncFunction(handler)
    ? [{ work: handler, call: undefined, isOurs: true }]
    : [];
  for (const node of levelOf(model, handler)) {
    if (node.type !== 'CallExpression' || !isLetGo(node, handler)) continue;
    const called = findCalledFunction(model, node);
    if (called && isAsyncFunction(called)) started.push({ work: called, call: node, isOurs: true });
    else if (!called && isCleanupCall(node) && returnsPromise(model, node))
      started.push({ work: handler, call: node, isOurs: false });
  }
  return started;
}

/** A statement, `void`, or what the handler returns: nobody looks at what a listener returns. */
function isLetGo(call: TSESTree.CallExpression, handler: FunctionNode): boolean {
  const { parent } = outermost(call);
  return (
    parent === handler ||
    parent?.type === 'ExpressionStatement' ||
    parent?.type === 'ReturnStatement' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  );
}

function listensForRejections(model: Model): boolean {
  return processListeners(model).some(({ events }) =>
    events.some(({ name }) => name === 'unhandledRejection' || name === 'uncaughtException'),
  );
}

const deepest = 3;

function canReject(model: Model, work: FunctionNode, depth = 0): boolean {
  if (depth > deepest) return false;
  return levelOf(model, work).some((node) => {
    const awaited = awaitedCall(node);
    if (!awaited || isCaught(model, awaited, work)) return false;
    return mayReject(model, awaited, depth);
  });
}

function awaitedCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const isAwait = node.type === 'AwaitExpression' || node.type === 'YieldExpression';
  const value = isAwait && node.argument ? unwrapped(node.argument) : undefined;
  return value?.type === 'CallExpression' ? value : undefined;
}

function isWaitForCall(node: TSESTree.Node): boolean {
  return isWait(node) && awaitedCall(node) !== undefined;
}

/** Waits that cannot fail, as their names say. */
const patient = /^(?:sleep|delay|wait|setTimeout|setImmediate|nextTick|pause|resolve|allSettled)$/i;

function mayReject(model: Model, call: TSESTree.CallExpression, depth: number): boolean {
  const name = calledName(call) ?? '';
  if (name === 'catch' || (name === 'then' && call.arguments.length > 1) || patient.test(name)) return false;
  if (name === 'finally' || name === 'then') return true;
  if (isPromiseMethod(call)) return true;
  const called = findCalledFunction(model, call);
  if (!called) return true;
  return isAsyncFunction(called) && canReject(model, called, depth + 1);
}

/** In a `try` whose `catch` does not throw, or whose `finally` ends the process; in a handler of failures itself. */
function isCaught(model: Model, node: TSESTree.Node, within: FunctionNode): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer === within) return false;
    if (outer.type === 'CatchClause') return true;
    if (outer.type !== 'TryStatement') continue;
    if (!isInside(node, outer.block)) return true;
    const { handler, finalizer } = outer;
    if (handler && !has(model, handler.body, ({ type }) => type === 'ThrowStatement')) return true;
    if (finalizer && has(model, finalizer, (each) => isProcessExit(model, each))) return true;
  }
  return false;
}

function has(model: Model, root: TSESTree.Node, test: (node: TSESTree.Node) => boolean): boolean {
  return allNodes(root, model.sourceCode.visitorKeys).some(test);
}

const tests = new Set(['IfStatement', 'ConditionalExpression', 'LogicalExpression', 'SwitchStatement']);

/** Any test, taken-off listener or `??=` before the first wait may keep a second signal out. */
function isGuarded(model: Model, handler: FunctionNode): boolean {
  return functionsRunBy(model, handler).some((node) => {
    const level = levelOf(model, node);
    const first = level.find(isWaitForCall);
    return level.some(
      (each) =>
        (first === undefined || each.range[0] < first.range[0]) && !isFunction(each) && isGuard(model, each),
    );
  });
}

function isGuard(model: Model, node: TSESTree.Node): boolean {
  if (node.type === 'AssignmentExpression') return node.operator !== '=';
  if (node.type === 'CallExpression') {
    return /^(?:off|removeListener|removeAllListeners)$/.test(processMethod(model, node) ?? '');
  }
  return tests.has(node.type);
}
