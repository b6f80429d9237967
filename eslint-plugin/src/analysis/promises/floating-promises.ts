import type { TSESTree } from '@typescript-eslint/utils';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { cleanupRegionsOf } from '../cleanup/cleanup.js';
import { findCalledFunction } from '../code/local-functions.js';
import {
  ancestorsOf,
  calledName,
  isFunction,
  isNewPromise,
  memberName,
  outermost,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { combinatorOf } from '../concurrency/combinators.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { abortSignalsOf } from '../operations/operations.js';
import { originsOf } from '../signals/origins.js';
import { isIteratorCall, isReader } from '../sources/live-sources.js';
import { findDeferred, type Deferred } from './deferred-promises.js';
import { neverRejects } from './never-rejects.js';

/** A promise of a statement whose rejection is nobody's, or takes the place of another error. */
export type FloatingPromise = {
  call: TSESTree.CallExpression;
} & (
  | /** The promise that `finally` makes of one that somebody else has, or that is made for it. */
    { kind: 'finally'; isShared: boolean }
    /** The promise that `then` makes, while its failure never comes to the promise made by hand that waits for it. */
  | { kind: 'then'; deferred: Deferred }
  /** The end of a reader or an iterator on the way out, dropped, or awaited so that its failure hides the one that led there. */
  | { kind: 'dropped' | 'masking' }
);

/** @returns what a statement leaves unhandled; undefined where it handles it, or where nothing shows that it may be rejected */
export function findFloatingPromise(
  model: Model,
  statement: TSESTree.ExpressionStatement,
): FloatingPromise | undefined {
  const expression = unwrapped(statement.expression);
  const isAwaited = expression.type === 'AwaitExpression';
  const isVoided = expression.type === 'UnaryExpression' && expression.operator === 'void';
  const call = isAwaited || isVoided ? unwrapped(expression.argument) : expression;
  if (call.type !== 'CallExpression') return undefined;
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = calledName(call);
  if (isAwaited) return name === 'cancel' ? findMasking(model, call) : undefined;
  switch (name) {
    case 'finally':
      return findFinally(model, call, callee.object);
    case 'then':
      return findThen(model, call, callee.object);
    case 'cancel':
    case 'return':
    case 'throw':
      return isOnTheWayOut(call) && isPromised(model, call, callee.object)
        ? { kind: 'dropped', call }
        : undefined;
    default:
      return undefined;
  }
}

function findFinally(
  model: Model,
  call: TSESTree.CallExpression,
  receiver: TSESTree.Node,
): FloatingPromise | undefined {
  if (call.arguments.length !== 1 || neverRejects(model, receiver) || isInAbortListener(model, call))
    return undefined;
  const root = rootOf(receiver);
  const isShared = root.type !== 'CallExpression';
  if (!isShared && !mayReject(model, root)) return undefined;
  const [typed] = model.types.returnPromises([call]);
  if (typed === 'no' || (typed !== 'yes' && isOfOtherClass(model, root))) return undefined;
  return { kind: 'finally', call, isShared };
}

/** What a class of its own does in `finally` is its own business. */
function isOfOtherClass(model: Model, root: TSESTree.Node): boolean {
  return originsOf(model, root).some(
    (origin) => origin.kind === 'new' && origin.path.length === 0 && !isNewPromise(origin.node),
  );
}

/** What a chain of `then` and `finally` begins with. */
function rootOf(receiver: TSESTree.Node): TSESTree.Node {
  const inner = unwrapped(receiver);
  const callee = inner.type === 'CallExpression' ? unwrapped(inner.callee) : undefined;
  const isChained =
    callee?.type === 'MemberExpression' &&
    inner.type === 'CallExpression' &&
    /^(?:then|finally)$/.test(calledName(inner) ?? '');
  return isChained ? rootOf(callee.object) : inner;
}

/** Is it a call that an abort makes fail, or a function of the file that waits for something outside of a `try`? */
function mayReject(model: Model, call: TSESTree.CallExpression): boolean {
  const combinator = combinatorOf(call);
  if (combinator) return combinator !== 'allSettled';
  if (call.arguments.some((each) => takesFailures(each))) return false;
  if (abortSignalsOf(model, call).length > 0 || findApi(model, call)?.result === 'promise') return true;
  const called = findCalledFunction(model, call);
  return (
    called?.async === true &&
    !neverRejects(model, call) &&
    ownLevelNodes(called.body, model.sourceCode.visitorKeys).some(
      ({ type }) => type === 'AwaitExpression' || type === 'ThrowStatement',
    )
  );
}

/** `consume({ stream, onError })` tells its failures in another way. */
function takesFailures(argument: TSESTree.Node): boolean {
  return (
    argument.type === 'ObjectExpression' &&
    argument.properties.some(
      (each) => each.type === 'Property' && /^on(?:Error|Failure|Reject)/.test(memberName(each) ?? ''),
    )
  );
}

/** There it is the listener's business. */
function isInAbortListener(model: Model, node: TSESTree.Node): boolean {
  return [...cleanupRegionsOf(model, node)].some(({ kind }) => kind === 'abort-listener');
}

function findThen(
  model: Model,
  call: TSESTree.CallExpression,
  receiver: TSESTree.Node,
): FloatingPromise | undefined {
  const [handler, ...others] = call.arguments;
  if (!handler || others.length > 0) return undefined;
  const deferred = findDeferred(model, handler);
  if (!deferred || neverRejects(model, receiver) || isInAbortListener(model, call)) return undefined;
  return { kind: 'then', call, deferred };
}

/** In a `finally` or a `catch` of the same function. */
function isOnTheWayOut(node: TSESTree.Node): boolean {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    if (outer.type === 'CatchClause') return true;
    if (outer.type === 'TryStatement' && outer.finalizer === inner) return true;
    inner = outer;
  }
  return false;
}

/** `cancel()` of a reader or a stream, `return()` and `throw()` of an asynchronous iterator. */
function isPromised(model: Model, call: TSESTree.CallExpression, receiver: TSESTree.Node): boolean {
  const object = unwrapped(receiver);
  if (object.type === 'Identifier') {
    if (calledName(call) === 'cancel' && isReader(model, object)) return true;
    const made = constantValue(model, object);
    if (calledName(call) !== 'cancel' && made.type === 'CallExpression' && isIteratorCall(made)) return true;
  }
  return returnsPromise(model, call);
}

/** `await reader.cancel()` in a `finally` whose `try` throws an error of its own, and no `catch` in between. */
function findMasking(model: Model, call: TSESTree.CallExpression): FloatingPromise | undefined {
  const region = findOpenFinally(call);
  const callee = unwrapped(call.callee);
  if (!region || callee.type !== 'MemberExpression' || !isPromised(model, call, callee.object))
    return undefined;
  const isThrowing = ownLevelNodes(region.block, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'ThrowStatement' && tryAround(node) === region,
  );
  return isThrowing && !region.handler ? { kind: 'masking', call } : undefined;
}

function findOpenFinally(node: TSESTree.Node): TSESTree.TryStatement | undefined {
  let inner = outermost(node);
  for (const outer of ancestorsOf(inner)) {
    if (isFunction(outer)) return undefined;
    if (outer.type === 'TryStatement') {
      if (outer.finalizer === inner) return outer;
      if (outer.handler && outer.block === inner) return undefined;
    }
    inner = outer;
  }
  return undefined;
}

/** The innermost `try` whose `catch` or `finally` what is thrown comes to. */
function tryAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'TryStatement' && outer.block === inner) return outer;
    inner = outer;
  }
  return undefined;
}
