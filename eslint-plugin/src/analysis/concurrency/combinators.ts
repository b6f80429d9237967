import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, calledName, isFunction, memberName, unwrapped } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

export type Combinator = 'all' | 'allSettled' | 'any' | 'race';

/** @returns which combinator of `Promise` a call is */
export function combinatorOf(call: TSESTree.CallExpression): Combinator | undefined {
  const [object, method, ...rest] = accessPath(call.callee) ?? [];
  if (object !== 'Promise' || rest.length > 0) return undefined;
  return method === 'all' || method === 'allSettled' || method === 'any' || method === 'race'
    ? method
    : undefined;
}

/** One of the promises that a combinator is given, as far as the file shows how it is made. */
export interface Member {
  /** What makes it, followed through a variable. */
  value: TSESTree.Node;
  /** True where the same expression makes many of them: the callback of `map`. */
  isRepeated: boolean;
}

/** The promises that a combinator is given: in an array, in a variable that holds one, by `map`. */
export function membersOf(model: Model, call: TSESTree.CallExpression): Member[] {
  const [given] = call.arguments;
  if (!given) return [];
  const list = constantValue(model, given);
  if (list.type === 'ArrayExpression')
    return [...list.elements, ...pushedTo(model, given)].flatMap((each) =>
      each ? memberFrom(model, each) : [],
    );
  return mappedBy(model, list);
}

function memberFrom(model: Model, node: TSESTree.Node): Member[] {
  if (node.type === 'SpreadElement') return mappedBy(model, constantValue(model, node.argument));
  return [{ value: constantValue(model, node), isRepeated: false }];
}

/** @returns what the file adds to a list by `push`, where a variable holds it */
export function pushedTo(model: Model, node: TSESTree.Node): TSESTree.CallExpressionArgument[] {
  const list = unwrapped(node);
  if (list.type !== 'Identifier') return [];
  return (findVariable(model, list)?.references ?? []).flatMap(({ identifier }) => {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || memberName(member) !== 'push') return [];
    return member.parent.type === 'CallExpression' ? member.parent.arguments : [];
  });
}

/** What the callback of `items.map(...)` or `Array.from(items, ...)` returns where it is one expression. */
function mappedBy(model: Model, list: TSESTree.Node): Member[] {
  if (list.type !== 'CallExpression') return [];
  const name = calledName(list);
  const callback = name === 'map' ? list.arguments[0] : name === 'from' ? list.arguments[1] : undefined;
  if (!isFunction(callback)) return [];
  const { body } = callback;
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body;
  const value = last?.type === 'ReturnStatement' ? last.argument : last;
  return value && value.type !== 'ExpressionStatement'
    ? [{ value: constantValue(model, withoutAwait(value)), isRepeated: true }]
    : [];
}

function withoutAwait(node: TSESTree.Node): TSESTree.Node {
  return node.type === 'AwaitExpression' ? node.argument : node;
}
