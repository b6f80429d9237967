import type { TSESTree } from '@typescript-eslint/utils';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { combinatorOf } from '../concurrency/combinators.js';
import { findCalledFunction } from '../code/local-functions.js';
import {
  ancestorsOf,
  calledName,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import type { AbortListener } from './abort-listeners.js';

/** A promise of a listener whose rejection nobody handles, so that it ends the process (F7). */
export type UnhandledPromise =
  /** The listener's own, because it is `async` and waits for something outside of a `try`. */
  | { kind: 'own'; function: FunctionNode }
  /** One that it starts and drops. */
  | { kind: 'started'; call: TSESTree.CallExpression };

/** @returns what is left unhandled in an `abort` listener of this file, in source order; an owned signal makes no difference */
export function unhandledPromisesOf(model: Model, { function: body }: AbortListener): UnhandledPromise[] {
  if (!body || body.generator) return [];
  const nodes = [...ownLevelNodes(body.body, model.sourceCode.visitorKeys)];
  const isRejecting =
    body.async && nodes.some((node) => node.type === 'AwaitExpression' && mayReject(model, node, body));
  return [
    ...(isRejecting ? [{ kind: 'own' as const, function: body }] : []),
    ...nodes
      .filter((node) => node.type === 'CallExpression')
      .filter((call) => isDropped(call, body) && returnsPromise(model, call) && !isSettled(model, call))
      .map((call) => ({ kind: 'started' as const, call })),
  ];
}

function mayReject(model: Model, node: TSESTree.AwaitExpression, body: FunctionNode): boolean {
  const awaited = unwrapped(node.argument);
  if (awaited.type === 'CallExpression' && isSettled(model, awaited)) return false;
  return !isCaught(node, body);
}

function isCaught(node: TSESTree.Node, body: FunctionNode): boolean {
  let inner: TSESTree.Node = node;
  for (const outer of ancestorsOf(node)) {
    if (outer === body) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) return true;
    inner = outer;
  }
  return false;
}

/** `f()`, `void f()`, and the only expression of an arrow function: nobody looks at what a listener returns. */
function isDropped(call: TSESTree.CallExpression, body: FunctionNode): boolean {
  const { parent } = outermost(call);
  if (parent?.type === 'ExpressionStatement') return true;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'void';
  return parent === body || (parent?.type === 'ReturnStatement' && !body.async);
}

/** Does the promise never reject: handled by `catch`, by `then` with two functions, or in the called function itself? */
function isSettled(model: Model, call: TSESTree.CallExpression): boolean {
  const name = calledName(call);
  if (combinatorOf(call) === 'allSettled' || name === 'catch') return true;
  if (name === 'then' && call.arguments.length > 1) return true;
  const callee = unwrapped(call.callee);
  const receiver = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined;
  if (name === 'finally' && receiver?.type === 'CallExpression') return isSettled(model, receiver);
  const called = findCalledFunction(model, call);
  // The end of a worker thread cannot fail.
  return called ? catchesAll(called) : name === 'terminate';
}

/** Is all that it does in a `try` whose `catch` does not throw? */
function catchesAll({ body }: FunctionNode): boolean {
  if (body.type !== 'BlockStatement') return false;
  return body.body.every(
    (statement) =>
      statement.type === 'TryStatement' &&
      statement.handler !== null &&
      !statement.handler.body.body.some(({ type }) => type === 'ThrowStatement'),
  );
}
