import type { TSESTree } from '@typescript-eslint/utils';
import { abortErrorNames, isAbortErrorName } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { findClass } from '../code/local-functions.js';
import { accessPath, allNodes, isInside, memberName, unwrapped, type ClassNode } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** A class that is called like an abort error, and what keeps its instances from being known for one. */
export interface MisnamedClass {
  name: TSESTree.Identifier;
  node: ClassNode;
  /**
   * `unnamed`: its instances are named Error; `derived`: their name is computed from the class, which minifiers rename;
   * `notError`: they are no Errors.
   */
  kind: 'unnamed' | 'derived' | 'notError';
  /** What the name is computed by. */
  computed: TSESTree.Node | undefined;
}

/**
 * Looks at a class that is called AbortError, CancelledError or alike.
 *
 * @returns undefined where it is well named, where a class that it extends stands elsewhere, or where other code may name it
 */
export function findMisnamedClass(model: Model, node: ClassNode): MisnamedClass | undefined {
  const name = nameOf(node);
  if (!name || !isAbortErrorName(name.name) || node.declare || isHandedOn(model, node)) return undefined;
  const lineage = lineageOf(model, node);
  if (!lineage) return undefined;
  const naming = lineage.classes.map((each) => namingOf(model, each)).find((each) => each !== undefined);
  const found = { name, node, computed: undefined };
  if (naming) {
    const isOwn = lineage.isError && naming.isComputed && isInside(naming.node, node);
    return isOwn ? { ...found, kind: 'derived', computed: naming.node } : undefined;
  }
  if (!lineage.isError) return { ...found, kind: 'notError' };
  const isOfItsOwn = lineage.classes.length === 1 && isMadeToBeTold(node, name);
  return isOfItsOwn || isTestedByClass(model, name.name) ? undefined : { ...found, kind: 'unnamed' };
}

/** A class without a name takes that of its constant: `const AbortError = class extends Error {}`. */
function nameOf({ id, parent }: ClassNode): TSESTree.Identifier | undefined {
  if (id) return id;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

/** A class that is nothing but a name, and none that others go by, is there to be told by `instanceof`. */
function isMadeToBeTold({ body }: ClassNode, { name }: TSESTree.Identifier): boolean {
  return body.body.length === 0 && !abortErrorNames.has(name);
}

/** Does the file know the error by its class? Then it need not go by the name. */
function isTestedByClass({ sourceCode }: Model, name: string): boolean {
  return new RegExp(`instanceof ${name}\\b`).test(sourceCode.text);
}

/** Decorators, and helpers that compilers and mixins call with the class, may give it a name. */
function isHandedOn(model: Model, node: ClassNode): boolean {
  const { sourceCode } = model;
  const variables = [
    ...sourceCode.getDeclaredVariables(node),
    ...sourceCode.getDeclaredVariables(node.parent),
  ];
  return (
    // ESLint's own parser leaves the decorators out.
    [node.decorators].flat().some(Boolean) ||
    variables.some(({ references }) => references.some(({ identifier }) => isNamingUse(identifier)))
  );
}

function isNamingUse(identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  switch (parent?.type) {
    case 'ArrayExpression':
    case 'SpreadElement':
      return true;
    case 'MemberExpression':
      return parent.object === identifier && isPrototype(parent);
    case 'AssignmentExpression':
      return parent.left === identifier;
    case 'CallExpression':
      return parent.callee !== identifier && !isStackCapture(parent);
    default:
      return false;
  }
}

function isPrototype(member: TSESTree.MemberExpression): boolean {
  return memberName(member) === 'prototype' || memberName(member) === 'name';
}

/** The built-in errors; a DOMException's name is given to its constructor. */
const builtIn = new Set(['Error', 'TypeError', 'RangeError', 'EvalError']);

/** The class and the ones that it extends, as far as the file has them; undefined where one stands elsewhere. */
function lineageOf(model: Model, node: ClassNode): { classes: ClassNode[]; isError: boolean } | undefined {
  const classes = [node];
  for (let current = node; current.superClass;) {
    const parent = unwrapped(current.superClass);
    const declared = findClass(model, parent);
    if (!declared) {
      const isGlobal = parent.type === 'Identifier' && (findVariable(model, parent)?.defs ?? []).length === 0;
      return isGlobal && builtIn.has(parent.name) ? { classes, isError: true } : undefined;
    }
    if (classes.includes(declared)) return undefined;
    classes.push(declared);
    current = declared;
  }
  return { classes, isError: false };
}

interface Naming {
  node: TSESTree.Node;
  isComputed: boolean;
}

/** Where a class gives its instances a name or a code: a field, a getter, an assignment, or something that may be one. */
function namingOf(model: Model, node: ClassNode): Naming | undefined {
  for (const each of allNodes(node.body, model.sourceCode.visitorKeys)) {
    const value = nameValue(each);
    if (value) return { node: value, isComputed: isFromClass(value) };
    if (each.type === 'CallExpression' && mayName(each)) return { node: each, isComputed: false };
  }
  return undefined;
}

function nameValue(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case 'PropertyDefinition':
      return !node.static && node.value && isTelling(memberName(node)) ? node.value : undefined;
    case 'MethodDefinition':
      return !node.static && isTelling(memberName(node)) ? returnedBy(node) : undefined;
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && isOwnTelling(node.left) ? node.right : undefined;
    case 'TSParameterProperty':
      return parameterName(node) === 'name' ? node : undefined;
    default:
      return undefined;
  }
}

function isTelling(member: string | undefined): boolean {
  return member === 'name' || member === 'code';
}

function isOwnTelling(member: TSESTree.MemberExpression): boolean {
  return member.object.type === 'ThisExpression' && isTelling(memberName(member));
}

function parameterName({ parameter }: TSESTree.TSParameterProperty): string | undefined {
  return accessPath(parameter.type === 'AssignmentPattern' ? parameter.left : parameter)?.join('.');
}

function returnedBy(getter: TSESTree.MethodDefinition): TSESTree.Node {
  const [only] = getter.value.body?.body ?? [];
  return only?.type === 'ReturnStatement' && only.argument ? only.argument : getter;
}

/** `Object.assign(this, ...)`, `Object.defineProperty(this, 'name', ...)`, `init(this)` */
function mayName(call: TSESTree.CallExpression): boolean {
  return call.arguments.some(({ type }) => type === 'ThisExpression') && !isStackCapture(call);
}

function isStackCapture({ callee }: TSESTree.CallExpression): boolean {
  const path = accessPath(callee)?.join('.');
  return path === 'Error.captureStackTrace' || path === 'Object.setPrototypeOf';
}

/** `this.constructor.name`, `new.target.name` */
function isFromClass(value: TSESTree.Node): boolean {
  const inner = unwrapped(value);
  if (inner.type !== 'MemberExpression' || memberName(inner) !== 'name') return false;
  const object = unwrapped(inner.object);
  return object.type === 'MetaProperty' || accessPath(object)?.join('.') === 'this.constructor';
}
