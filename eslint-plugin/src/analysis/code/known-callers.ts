import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { calledAs } from './enclosing-work.js';
import { nodesOf } from './file-nodes.js';
import { ancestorsOf, memberName, outermost, type ClassNode, type FunctionNode } from './syntax.js';
import { findVariable } from './variables.js';

/**
 * Can a function be given another parameter, because whoever calls it names it, and hands it no more than it takes? True for
 * functions and methods with a name, as far as the file shows their uses; false for callbacks, for what has its type from
 * somewhere else, and for methods that a class or a framework above may call.
 */
export function hasOwnParameters(model: Model, node: FunctionNode): boolean {
  const member = memberOf(node);
  if (!member) return isNameOnlyCalled(model, node);
  const name = memberName(member);
  return (
    name !== undefined &&
    isOwnMember(model, node, member) &&
    isOfOwnClass(member) &&
    isMemberOnlyCalled(model, node, name)
  );
}

/**
 * Does a function say itself what it takes, as far as its declaration shows it? Whether its uses and what its class stands on leave
 * it free to, somebody else has to know who sees the whole project.
 */
export function declaresOwnParameters(model: Model, node: FunctionNode): boolean {
  const member = memberOf(node);
  if (!member) return isOnlyDefinition(model, node);
  return memberName(member) !== undefined && isOwnMember(model, node, member);
}

/** @returns true where the module gives the function to other modules by name */
export function isExported(model: Model, node: FunctionNode): boolean {
  const name = calledAs(node);
  if (!name) return false;
  const isDeclaredSo = [...ancestorsOf(name)].some(({ type }) => type === 'ExportNamedDeclaration');
  return isDeclaredSo || usesOf(model, name).some(({ parent }) => parent?.type === 'ExportSpecifier');
}

/** @returns the places that read a function which has a name, or is a private member of its class; undefined for any other */
export function usesOfFunction(model: Model, node: FunctionNode): TSESTree.Node[] | undefined {
  const name = calledAs(node);
  if (name) {
    const references = findVariable(model, name)?.references ?? [];
    return references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
  }
  const { parent: member } = node;
  const isMember = member.type === 'MethodDefinition' || member.type === 'PropertyDefinition';
  if (!isMember || !isPrivateMember(member)) return undefined;
  return nodesOf(model).filter(
    (each) => each.type === 'MemberExpression' && memberName(each) === memberName(member),
  );
}

type Member = TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property;

function memberOf({ parent }: FunctionNode): Member | undefined {
  const isMember =
    parent.type === 'MethodDefinition' ||
    parent.type === 'PropertyDefinition' ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectExpression');
  return isMember ? parent : undefined;
}

function usesOf(model: Model, name: TSESTree.Identifier): TSESTree.Node[] {
  const references = findVariable(model, name)?.references ?? [];
  return references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

function isOnlyDefinition(model: Model, node: FunctionNode): boolean {
  const name = calledAs(node);
  if (!name || (node.type !== 'FunctionDeclaration' && node.parent.type !== 'VariableDeclarator'))
    return false;
  // Overloads are further definitions.
  return !name.typeAnnotation && findVariable(model, name)?.defs.length === 1;
}

function isNameOnlyCalled(model: Model, node: FunctionNode): boolean {
  const name = calledAs(node);
  // A default export is called by whoever loads the module, as it sees fit.
  if (!name || !isOnlyDefinition(model, node) || node.parent.type === 'ExportDefaultDeclaration')
    return false;
  return usesOf(model, name).every((use) => isFittingCall(node, use) || isNamedExport(use));
}

function isNamedExport({ parent }: TSESTree.Node): boolean {
  if (parent?.type !== 'ExportSpecifier') return false;
  return parent.exported.type === 'Identifier' && parent.exported.name !== 'default';
}

/** Is a use of the function a call with no more arguments than there are parameters? */
function isFittingCall({ params }: FunctionNode, use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type !== 'CallExpression' || parent.callee !== use) return false;
  return (
    parent.arguments.length <= params.length && parent.arguments.every(({ type }) => type !== 'SpreadElement')
  );
}

function isOwnMember(model: Model, node: FunctionNode, member: Member): boolean {
  if (member.type === 'Property') return member.kind === 'init' && isOwnObject(model, member.parent);
  if (member.decorators.length > 0 || (member.type === 'PropertyDefinition' && member.typeAnnotation))
    return false;
  if (member.type === 'MethodDefinition' && member.kind !== 'method') return false;
  const body = member.parent;
  const isOverloaded = body.body.some(
    (other) =>
      other.type === 'MethodDefinition' && other !== member && memberName(other) === memberName(member),
  );
  const isUndecorated = isPrivateMember(member) || body.parent.decorators.length === 0;
  return !isOverloaded && !member.override && !isHandler(node) && isUndecorated;
}

/** May nobody above the class call the member? */
function isOfOwnClass(member: Member): boolean {
  return member.type === 'Property' || isPrivateMember(member) || isPlainClass(member.parent.parent);
}

/** @returns true where only its class can name the member */
export function isPrivateMember(member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): boolean {
  return member.key.type === 'PrivateIdentifier' || member.accessibility === 'private';
}

function isPlainClass({ superClass, implements: contracts }: ClassNode): boolean {
  return !superClass && contracts.length === 0;
}

/** Names that others call: of custom elements, of emitters and their like. */
function isHandler({ parent }: FunctionNode): boolean {
  const name = parent.type === 'MethodDefinition' ? memberName(parent) : undefined;
  return name !== undefined && /^(?:on[A-Z]|handle[A-Z]|\w+Callback$|toJSON$|then$)/.test(name);
}

/** Does a constant hold the object, so that its methods are called by its name? */
function isOwnObject(model: Model, object: TSESTree.Node): boolean {
  const { parent } = object;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || parent.id.typeAnnotation)
    return false;
  return usesOf(model, parent.id).every((use) => {
    const around = outermost(use).parent;
    return (around?.type === 'MemberExpression' && around.object === use) || isNamedExport(use);
  });
}

/** By its name, since nobody knows of which object a member is read. */
function isMemberOnlyCalled(model: Model, node: FunctionNode, name: string): boolean {
  return nodesOf(model).every((each) => {
    if (each.type === 'MemberExpression' && memberName(each) === name) return isFittingCall(node, each);
    return each.type !== 'Property' || each.parent.type !== 'ObjectPattern' || memberName(each) !== name;
  });
}
