import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  calledName,
  chainedCall,
  enclosingFunction,
  isInside,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { findSourceOf, type LiveSource } from './live-sources.js';

/**
 * A generator that takes its values from an iterator or a body by hand, and leaves it open where its own consumer stops early.
 *
 * @param call such as `iterator.next()` in the loop
 * @returns undefined where the generator closes the source, hands it on, or aborts something at its end
 */
export function findUnclosedLoop(model: Model, call: TSESTree.CallExpression): LiveSource | undefined {
  const name = calledName(call);
  const generator = name === 'next' || name === 'read' ? enclosingFunction(call) : undefined;
  if (!generator?.generator || !generator.async) return undefined;
  const source = findSourceOf(model, call);
  const made = source?.name && constantValue(model, source.name);
  if (made?.type !== 'CallExpression' || !isInside(made, generator)) return undefined;
  if (!source?.name || isKept(model, source.name)) return undefined;
  if (source.kind === 'reader' && !isOfBody(made)) return undefined;
  const nodes = ownLevelNodes(generator.body, model.sourceCode.visitorKeys);
  const isLeft = nodes.some(
    (node) =>
      node.type === 'YieldExpression' && [...ancestorsOf(node)].some((outer) => isLoopOf(outer, call)),
  );
  const isAborted = nodes.some((node) => node.type === 'CallExpression' && calledName(node) === 'abort');
  return isLeft && !isAborted ? source : undefined;
}

/** Is more done with it than to call its methods? Whoever gets hold of it may close it. */
function isKept(model: Model, name: TSESTree.Identifier): boolean {
  return (findVariable(model, name)?.references ?? []).some(
    ({ identifier, init }) => init !== true && chainedCall(identifier) === undefined,
  );
}

function isLoopOf(outer: TSESTree.Node, call: TSESTree.Node): boolean {
  return /^(?:While|DoWhile|For)Statement$/.test(outer.type) && isInside(call, outer);
}

/** `response.body.getReader()`: nobody else reads the body. */
function isOfBody({ callee }: TSESTree.CallExpression): boolean {
  const method = unwrapped(callee);
  return method.type === 'MemberExpression' && accessPath(method.object)?.at(-1) === 'body';
}
