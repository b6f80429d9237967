import type { TSESTree } from '@typescript-eslint/utils';
import { combinatorOf, membersOf } from '../concurrency/combinators.js';
import { findCalledFunction } from '../code/local-functions.js';
import { allNodes, enclosingFunction, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/** Does the promise, or what a function of this file returns it as, stand in a `Promise.race` or `any`, whose end it does not decide alone? */
export function isRaced(model: Model, promise: TSESTree.NewExpression): boolean {
  const maker = returningFunction(promise);
  const { ast, visitorKeys } = model.sourceCode;
  return [...allNodes(ast, visitorKeys)].some((node) => {
    if (node.type !== 'CallExpression') return false;
    const combinator = combinatorOf(node);
    if (combinator !== 'race' && combinator !== 'any') return false;
    const members = membersOf(model, node).map(({ value }) => unwrapped(value));
    return members.some(
      (member) =>
        member === promise ||
        (maker !== undefined &&
          member.type === 'CallExpression' &&
          findCalledFunction(model, member) === maker),
    );
  });
}

/** The function that returns the promise, and nothing else. */
function returningFunction(promise: TSESTree.NewExpression): FunctionNode | undefined {
  const { parent } = outermost(promise);
  if (parent?.type === 'ArrowFunctionExpression') return parent;
  return parent?.type === 'ReturnStatement' ? enclosingFunction(parent) : undefined;
}
