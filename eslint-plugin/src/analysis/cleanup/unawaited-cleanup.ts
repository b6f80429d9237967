import type { TSESTree } from '@typescript-eslint/utils';
import { isReachedByAbort } from './abort-reach.js';
import { isCleanupCall, returnsPromise } from './cleanup-calls.js';
import { cleanupRegionsOf, findAbortedCatch, type CleanupRegion } from './cleanup.js';
import { findDroppedPromise, type DroppedPromise } from './dropped-promises.js';
import type { Waiter } from './promise-repairs.js';
import { isCleanupName } from '../catalogue/index.js';
import { functionsRunningAt } from '../code/closures.js';
import { calledAs } from '../code/enclosing-work.js';
import { findCalledFunction, nameOfFunction } from '../code/local-functions.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import type { Operation } from '../operations/operations.js';
import { isUnsafelyLetGo } from '../process/unsafe-handlers.js';
import {
  ancestorsOf,
  enclosingFunction,
  isFunction,
  isInside,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';

/** Cleanup whose promise is dropped although the function that does it could wait. */
export interface UnawaitedCleanup extends DroppedPromise {
  /** In a `catch`, the operation whose abort leads there. */
  operation: Operation | undefined;
}

/** @returns how the promise of a cleanup call is dropped in a cleanup region; undefined where it is not, or may not be one */
export function findUnawaitedCleanup(
  model: Model,
  call: TSESTree.CallExpression,
): UnawaitedCleanup | undefined {
  if (!isCleanupCall(call) || isKept(call) || isOwnAffair(model, call)) return undefined;
  const place = findPlace(model, call);
  const dropped = place && findDroppedPromise(model, call, place.waiter);
  if (!dropped || !returnsPromise(model, call) || isUnsafelyLetGo(model, call)) return undefined;
  const repairs = [
    ...dropped.repairs,
    ...(place.callers ?? []).map((node) => ({ kind: 'await' as const, node })),
  ];
  return { ...dropped, repairs, operation: place.operation };
}

/** Cheap, and true of most calls: they are awaited, or their value goes somewhere. */
function isKept(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  return parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression';
}

/**
 * A function that calls itself goes on with its work, and `void this.destroy()` is how a method ends its own object:
 * waiting for that could wait for the method itself.
 */
function isOwnAffair(model: Model, call: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee);
  const { parent } = outermost(call);
  const isVoided = parent?.type === 'UnaryExpression' && parent.operator === 'void';
  if (isVoided && callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') return true;
  const called = findCalledFunction(model, call);
  return called !== undefined && isInside(call, called);
}

interface Place {
  waiter: Waiter;
  operation: Operation | undefined;
  /** The calls of the waiter that have to wait as well. */
  callers?: readonly TSESTree.CallExpression[];
}

function findPlace(model: Model, node: TSESTree.Node): Place | undefined {
  const { value: region } = cleanupRegionsOf(model, node).next();
  const aborted = findAbortedCatch(model, node);
  if (aborted && !(region && isInside(region.node, aborted.clause))) {
    if (!isReachedByAbort(model, node, aborted.clause.body)) return undefined;
    return { waiter: waiterAround(model, aborted.clause), operation: aborted.operations[0] };
  }
  const waiter = region ? waiterOf(model, region) : findCleanupFunction(node);
  if (waiter) return { waiter, operation: undefined };
  return region ? undefined : findCleanupStep(model, node);
}

/** A function that is no `async` one, but only a step that such functions take: `deactivate()` in `release()` and `stop()`. */
function findCleanupStep(model: Model, node: TSESTree.Node): Place | undefined {
  const owner = functionsRunningAt(node).at(-1);
  const name = owner && !owner.async && !owner.generator ? calledAs(owner) : undefined;
  if (!owner || !name || owner.returnType) return undefined;
  const callers = (findVariable(model, name)?.references ?? [])
    .filter(({ init }) => init !== true)
    .map(({ identifier: { parent } }) => parent);
  const areSteps = callers.every(
    (caller): caller is TSESTree.CallExpression =>
      caller.type === 'CallExpression' &&
      caller.parent.type === 'ExpressionStatement' &&
      findCleanupFunction(caller)?.node === enclosingFunction(caller),
  );
  if (!areSteps || callers.length === 0) return undefined;
  return { waiter: { node: owner, awaits: 'when-async' }, operation: undefined, callers };
}

/** An `async` function whose name says that it releases something: whoever awaits `close()` takes all of it for closed. */
function findCleanupFunction(node: TSESTree.Node): Waiter | undefined {
  const owner = functionsRunningAt(node).at(-1);
  const name = owner?.async ? nameOfFunction(owner) : undefined;
  return owner && name !== undefined && isCleanupName(name) ? { node: owner, awaits: 'yes' } : undefined;
}

function waiterOf(model: Model, { kind, node }: CleanupRegion): Waiter | undefined {
  if (!isFunction(node)) return waiterAround(model, node);
  switch (kind) {
    case 'abort-listener':
      return undefined;
    case 'finally-callback':
      if (isDroppedChain(node)) return undefined;
      return { node, awaits: awaitsIn(node, isInline(node)) };
    case 'async-dispose':
      return { node, awaits: awaitsIn(node, true) };
    case 'test-teardown':
      return { node, awaits: awaitsIn(node, isInline(node) && node.params.length === 0) };
    default:
      return { node, awaits: awaitsIn(node, false) };
  }
}

function waiterAround(model: Model, node: TSESTree.Node): Waiter {
  return { node: enclosingFunction(node), awaits: canAwaitAt(model, node) ? 'yes' : 'no' };
}

/** @returns whether `await` may stand where the node stands */
export function canAwaitAt(model: Model, node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return outer.async;
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock') return false;
  }
  return model.sourceCode.ast.sourceType === 'module';
}

/** Whoever calls a function in a place like these waits for what it returns, so that it may as well become `async`. */
function awaitsIn(node: FunctionNode, isWaitedFor: boolean): Waiter['awaits'] {
  if (node.async) return 'yes';
  const annotation = node.returnType?.typeAnnotation;
  const isPromise =
    annotation?.type === 'TSTypeReference' &&
    annotation.typeName.type === 'Identifier' &&
    annotation.typeName.name === 'Promise';
  return isWaitedFor && !node.generator && (!annotation || isPromise) ? 'when-async' : 'no';
}

function isInline(node: FunctionNode): boolean {
  return outermost(node).parent?.type === 'CallExpression';
}

/** `promise.finally(f)` as a statement: nobody waits for the callback, whatever it does. */
function isDroppedChain(callback: FunctionNode): boolean {
  const call = outermost(callback).parent;
  const parent = call && outermost(call).parent;
  return (
    parent?.type === 'ExpressionStatement' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  );
}
