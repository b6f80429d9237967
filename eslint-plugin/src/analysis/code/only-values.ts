import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, outermost, type FunctionNode } from './syntax.js';

/** @returns what a function does nothing but return: `x` of `() => x` and of `() => { return x; }` */
export function onlyValueOf({ body }: FunctionNode): TSESTree.Expression | undefined {
  if (body.type !== 'BlockStatement') return body;
  const [only, ...others] = body.body;
  return only?.type === 'ReturnStatement' && others.length === 0 ? (only.argument ?? undefined) : undefined;
}

/** @returns what a function does nothing but evaluate, whether it returns it or not: also the `x` of `() => { x; }` */
export function onlyExpressionOf(node: FunctionNode): TSESTree.Expression | undefined {
  const [only, ...others] = node.body.type === 'BlockStatement' ? node.body.body : [];
  const isStatement = only?.type === 'ExpressionStatement' && others.length === 0;
  return isStatement ? only.expression : onlyValueOf(node);
}

/** @returns the function that does nothing but return the value that stands there */
export function functionGiving(value: TSESTree.Node): FunctionNode | undefined {
  const { parent } = outermost(value);
  const owner = parent?.type === 'ReturnStatement' ? parent.parent.parent : parent;
  return isFunction(owner) && onlyValueOf(owner) === outermost(value) ? owner : undefined;
}
