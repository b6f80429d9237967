import type { TSESTree } from '@typescript-eslint/utils';
import { findCalledFunction } from '../code/local-functions.js';
import {
  accessPath,
  ancestorsOf,
  calledName,
  isFunction,
  isNewPromise,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { combinatorOf, membersOf } from '../concurrency/combinators.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';

/** Functions that are called from one another, and promises that are made of themselves, have no end. */
const deepest = 6;

/**
 * Does the file show that a promise is never rejected, wherever it comes from: handled by `catch`, or by `then` with two functions;
 * made by a function that catches all, by `allSettled`, by a bare `Promise.resolve()`, or by an executor that has no way to reject?
 *
 * @returns false for a promise that may be, and for one of which nothing is known
 */
export function neverRejects(model: Model, promise: TSESTree.Node, depth = 0): boolean {
  if (depth > deepest) return false;
  const inner = unwrapped(promise);
  if (inner.type === 'CallExpression') return isSettledCall(model, inner, depth);
  if (inner.type === 'NewExpression') return cannotReject(model, inner);
  if (inner.type !== 'Identifier' && inner.type !== 'MemberExpression') return false;
  const origins = originsOf(model, inner).filter(({ kind }) => kind !== 'missing');
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      if (origin.kind !== 'call' && origin.kind !== 'new') return false;
      if (origin.path.length > 0)
        return calledName(origin.node as TSESTree.CallExpression) === 'startViewTransition';
      return neverRejects(model, origin.node, depth + 1);
    })
  );
}

function isSettledCall(model: Model, call: TSESTree.CallExpression, depth: number): boolean {
  const name = calledName(call);
  const combinator = combinatorOf(call);
  if (combinator === 'allSettled') return true;
  if (combinator) {
    const members = membersOf(model, call);
    return members.length > 0 && members.every(({ value }) => neverRejects(model, value, depth + 1));
  }
  const callee = unwrapped(call.callee);
  if (callee.type === 'MemberExpression') {
    if (name === 'catch' || (name === 'then' && call.arguments.length > 1)) return true;
    if (name === 'then' && isTurn(unwrapped(callee.object))) return givesSettled(model, call, depth);
    if (name === 'then' || name === 'finally') return neverRejects(model, callee.object, depth + 1);
    if (isTurn(call)) return true;
  }
  const called = findCalledFunction(model, call);
  // The end of a worker thread cannot fail.
  return called ? catchesAll(model, called, depth) : name === 'terminate';
}

/** `Promise.resolve()`, which has nothing but the next turn to wait for. */
function isTurn(node: TSESTree.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.arguments.length === 0 &&
    accessPath(node.callee)?.join('.') === 'Promise.resolve'
  );
}

/** Does the callback of a `then` give nothing but another promise that is never rejected? */
function givesSettled(
  model: Model,
  { arguments: [callback] }: TSESTree.CallExpression,
  depth: number,
): boolean {
  return (
    callback !== undefined &&
    isFunction(callback) &&
    callback.body.type === 'CallExpression' &&
    neverRejects(model, callback.body, depth + 1)
  );
}

/** `new Promise((resolve) => ...)`: what an executor that waits for nothing throws is not looked for. */
function cannotReject(model: Model, made: TSESTree.NewExpression): boolean {
  const [executor] = made.arguments;
  if (!isNewPromise(made) || !isFunction(executor)) return false;
  const reject = executor.params[1];
  if (!reject) return true;
  return reject.type === 'Identifier' && findVariable(model, reject)?.references.length === 0;
}

/** Does a function deal with the failure of all that it calls and waits for? */
function catchesAll(model: Model, called: FunctionNode, depth: number): boolean {
  if (called.body.type !== 'BlockStatement') {
    return called.body.type === 'CallExpression' && neverRejects(model, called.body, depth + 1);
  }
  const nodes = ownLevelNodes(called.body, model.sourceCode.visitorKeys);
  if (called.async) {
    return nodes.every((node) => !mayFail(model, node, depth) || isCaught(node, called));
  }
  const results = nodes.filter((node) => node.type === 'ReturnStatement');
  return (
    results.length > 0 &&
    results.every(({ argument }) => argument !== null && neverRejects(model, argument, depth + 1))
  );
}

/** A promise that is kept is somebody's, who handles its failure; the one that a call makes is nobody's else. */
function mayFail(model: Model, node: TSESTree.Node, depth: number): boolean {
  if (node.type === 'ThrowStatement' || (node.type === 'ForOfStatement' && node.await)) return true;
  if (node.type !== 'AwaitExpression') return false;
  const awaited = unwrapped(node.argument);
  if (awaited.type !== 'CallExpression' || /^(?:shift|pop|get|at)$/.test(calledName(awaited) ?? ''))
    return false;
  return !neverRejects(model, awaited, depth + 1);
}

/** @returns whether a `catch` within the function takes what is thrown at the node */
export function isCaught(node: TSESTree.Node, body: FunctionNode): boolean {
  let inner: TSESTree.Node = node;
  for (const outer of ancestorsOf(node)) {
    if (outer === body) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) return true;
    inner = outer;
  }
  return false;
}
