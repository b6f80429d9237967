import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs } from '../code/enclosing-work.js';
import { isFunction, memberName, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';

/** What a function is called, and where that stands first: the place by which its uses are found in all files. */
export interface FunctionName {
  node: TSESTree.Node;
  text: string;
}

/** @returns undefined for a function without a name that others could call it by */
export function findFunctionName(node: FunctionNode): FunctionName | undefined {
  const name = calledAs(node);
  if (name) return { node: name, text: name.name };
  const { parent } = node;
  if (!isNamingMember(parent) || parent.value !== node) return undefined;
  const text = memberName(parent);
  return text === undefined ? undefined : { node: parent.key, text };
}

/** @returns the function whose name stands at an offset */
export function functionNamedAt({ sourceCode }: Model, offset: number): FunctionNode | undefined {
  const name = sourceCode.getNodeByRangeIndex(offset);
  const parent = name?.parent;
  if (!parent) return undefined;
  if (isFunction(parent)) return parent.id === name ? parent : undefined;
  const value =
    parent.type === 'VariableDeclarator' && parent.id === name
      ? parent.init && unwrapped(parent.init)
      : isNamingMember(parent) && parent.key === name
        ? parent.value
        : undefined;
  return isFunction(value) ? value : undefined;
}

/** @returns the call whose function is named at an offset: of `f()` at `f`, of `a.g()` at `g` */
export function callNamedAt({ sourceCode }: Model, offset: number): TSESTree.CallExpression | undefined {
  const name = sourceCode.getNodeByRangeIndex(offset);
  if (!name?.parent) return undefined;
  const isMember = name.parent.type === 'MemberExpression' && name.parent.property === name;
  const callee = outermost(isMember ? name.parent : name);
  const { parent } = callee;
  return parent?.type === 'CallExpression' && parent.callee === callee ? parent : undefined;
}

function isNamingMember(
  node: TSESTree.Node,
): node is TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property {
  return /^(?:MethodDefinition|PropertyDefinition|Property)$/.test(node.type);
}
