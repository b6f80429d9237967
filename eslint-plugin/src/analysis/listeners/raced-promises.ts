import type { TSESTree } from '@typescript-eslint/utils';
import { combinatorOf, membersOf } from '../concurrency/combinators.js';
import { nodesOf } from '../code/file-nodes.js';
import { findCalledFunction } from '../code/local-functions.js';
import { enclosingFunction, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/**
 * @returns the `Promise.race` or `any` that the promise stands in, or what a function of this file returns it as: it does not
 *   decide the end of it alone
 */
export function findRaceOf(
  model: Model,
  promise: TSESTree.NewExpression,
): TSESTree.CallExpression | undefined {
  const maker = returningFunction(promise);
  for (const node of nodesOf(model)) {
    if (node.type !== 'CallExpression') continue;
    const combinator = combinatorOf(node);
    if (combinator !== 'race' && combinator !== 'any') continue;
    const members = membersOf(model, node).map(({ value }) => unwrapped(value));
    const isMember = members.some(
      (member) =>
        member === promise ||
        (maker !== undefined &&
          member.type === 'CallExpression' &&
          findCalledFunction(model, member) === maker),
    );
    if (isMember) return node;
  }
  return undefined;
}

/** The function that returns the promise, and nothing else. */
function returningFunction(promise: TSESTree.NewExpression): FunctionNode | undefined {
  const { parent } = outermost(promise);
  if (parent?.type === 'ArrowFunctionExpression') return parent;
  return parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : undefined;
}
