import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import {
  enclosingClass,
  isFunction,
  memberName,
  unwrapped,
  type ClassNode,
  type FunctionNode,
} from './syntax.js';
import { constantValue, findVariable } from './variables.js';

/**
 * The function of this file that a call runs: a declaration, a constant, a method of `this`, of an object literal or
 * of an instance of a class that the file declares.
 *
 * @returns undefined where the callee stands elsewhere, or may be several functions
 */
export function findCalledFunction(model: Model, call: TSESTree.CallExpression): FunctionNode | undefined {
  return findFunction(model, call.callee);
}

/** @returns the function of this file that an expression stands for, also bound by `bind` */
export function findFunction(model: Model, expression: TSESTree.Node): FunctionNode | undefined {
  const inner = unwrapped(expression);
  if (isFunction(inner)) return inner;
  if (inner.type === 'Identifier') return namedFunction(model, inner);
  if (inner.type === 'CallExpression') {
    const callee = unwrapped(inner.callee);
    const isBound = callee.type === 'MemberExpression' && memberName(callee) === 'bind';
    return isBound ? findFunction(model, callee.object) : undefined;
  }
  if (inner.type !== 'MemberExpression') return undefined;
  const name = memberName(inner);
  const object = unwrapped(inner.object);
  const owner = object.type === 'ThisExpression' ? ownerOfThis(inner) : findOwner(model, object);
  return owner && name !== undefined ? methodOf(owner, name) : undefined;
}

function namedFunction(model: Model, name: TSESTree.Identifier): FunctionNode | undefined {
  const [definition, ...others] = findVariable(model, name)?.defs ?? [];
  if (definition?.type === 'FunctionName' && others.length === 0) {
    return isFunction(definition.node) ? definition.node : undefined;
  }
  const value = constantValue(model, name);
  if (isFunction(value)) return value;
  return value.type === 'CallExpression' ? findFunction(model, value) : undefined;
}

type Owner = ClassNode | TSESTree.ObjectExpression;

/** The class whose method `this` stands in, or the object literal. */
function ownerOfThis(node: TSESTree.Node): Owner | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock') return enclosingClass(outer);
    if (!isFunction(outer) || outer.type === 'ArrowFunctionExpression') continue;
    const member = outer.parent;
    if (member.type === 'MethodDefinition') return enclosingClass(member);
    return member.type === 'Property' && member.parent.type === 'ObjectExpression'
      ? member.parent
      : undefined;
  }
  return undefined;
}

function findOwner(model: Model, object: TSESTree.Node): Owner | undefined {
  const value = constantValue(model, object);
  if (value.type === 'ObjectExpression') return value;
  const [origin, ...others] = originsOf(model, object).filter(({ kind }) => kind !== 'missing');
  if (origin?.kind !== 'new' || origin.path.length > 0 || others.length > 0) return undefined;
  return findClass(model, origin.node.callee);
}

/** @returns the class of this file that a name stands for */
export function findClass(model: Model, name: TSESTree.Node): ClassNode | undefined {
  if (name.type !== 'Identifier') return undefined;
  const [definition] = findVariable(model, name)?.defs ?? [];
  if (definition?.type === 'ClassName') return definition.node;
  const value = constantValue(model, name);
  return value.type === 'ClassExpression' ? value : undefined;
}

function methodOf(owner: Owner, name: string): FunctionNode | undefined {
  const members: readonly TSESTree.Node[] =
    owner.type === 'ObjectExpression' ? owner.properties : owner.body.body;
  for (const member of members) {
    const isMember =
      member.type === 'MethodDefinition' ||
      member.type === 'PropertyDefinition' ||
      member.type === 'Property';
    if (!isMember || memberName(member) !== name) continue;
    if (member.value && isFunction(member.value)) return member.value;
  }
  return undefined;
}

/** @returns the name of a declaration, of a method or field, or of the constant that a function is assigned to */
export function nameOfFunction(node: FunctionNode): string | undefined {
  if (node.id) return node.id.name;
  const { parent } = node;
  switch (parent.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return memberName(parent)?.replace(/^#/, '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    default:
      return undefined;
  }
}
