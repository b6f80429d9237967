import type { TSESTree } from '@typescript-eslint/utils';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { outermost, ownLevelNodes, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { isCaught, neverRejects } from '../promises/never-rejects.js';
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
  const nodes = ownLevelNodes(body.body, model.sourceCode.visitorKeys);
  const isRejecting =
    body.async && nodes.some((node) => node.type === 'AwaitExpression' && mayReject(model, node, body));
  return [
    ...(isRejecting ? [{ kind: 'own' as const, function: body }] : []),
    ...nodes
      .filter((node) => node.type === 'CallExpression')
      .filter((call) => isDropped(call, body) && returnsPromise(model, call) && !neverRejects(model, call))
      .map((call) => ({ kind: 'started' as const, call })),
  ];
}

function mayReject(model: Model, node: TSESTree.AwaitExpression, body: FunctionNode): boolean {
  const awaited = unwrapped(node.argument);
  if (awaited.type === 'CallExpression' && neverRejects(model, awaited)) return false;
  return !isCaught(node, body);
}

/** `f()`, `void f()`, and the only expression of an arrow function: nobody looks at what a listener returns. */
function isDropped(call: TSESTree.CallExpression, body: FunctionNode): boolean {
  const { parent } = outermost(call);
  if (parent?.type === 'ExpressionStatement') return true;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'void';
  return parent === body || (parent?.type === 'ReturnStatement' && !body.async);
}
