import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { nameOfFunction } from '../code/local-functions.js';
import { calledName, memberName, outermost, type FunctionNode } from '../code/syntax.js';
import { findVariable, patternPath } from '../code/variables.js';
import { isAnnotatedAsSignal } from './signal-annotations.js';

/** A parameter, or a part of one, that is a signal and that nothing in the function reads. */
export interface IgnoredParameter {
  name: TSESTree.Identifier;
  text: string;
  /** True where its name begins with an underscore, which says that it is left out on purpose. */
  isMarked: boolean;
}

/** @returns the first ignored signal of a function, where types, an annotation or JSDoc say that it is one */
export function findIgnoredParameter(model: Model, owner: FunctionNode): IgnoredParameter | undefined {
  for (const parameter of owner.params) {
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const found =
      pattern.type === 'Identifier'
        ? (findIgnoredName(model, owner, pattern, pattern) ?? findIgnoredMember(model, owner, pattern))
        : pattern.type === 'ObjectPattern'
          ? findIgnoredPart(model, owner, pattern)
          : undefined;
    if (found) return found;
  }
  return undefined;
}

const candidateName = /signal|abort|cancel|token/i;

function findIgnoredName(
  model: Model,
  owner: FunctionNode,
  name: TSESTree.Identifier,
  parameter: TSESTree.Identifier | TSESTree.ObjectPattern,
): IgnoredParameter | undefined {
  if (!candidateName.test(name.name) || isRead(model, name)) return undefined;
  const isMarked = name.name.startsWith('_');
  if (!isSignalParameter(model, owner, name, parameter) && !(isMarked && isNamedForTool(owner, name)))
    return undefined;
  return { name, text: name.name, isMarked };
}

function isRead(model: Model, name: TSESTree.Identifier): boolean {
  const references = findVariable(model, name)?.references ?? [];
  return references.some(({ init }) => init !== true);
}

function isSignalParameter(
  model: Model,
  owner: FunctionNode,
  name: TSESTree.Identifier,
  parameter: TSESTree.Node,
): boolean {
  const [typed = 'unknown'] = model.types.areSignals([name]);
  if (typed !== 'unknown') return typed === 'yes';
  const [path] = patternPath(parameter, name);
  return path !== undefined && isAnnotatedAsSignal(model, { kind: 'parameter', name, owner, path });
}

const toolName = /^(?:execute|run|invoke|call|handler|queryFn|loader)$/;

/** `execute(id, parameters, _signal)`; a listener's `_signal`, as in `(code, _signal)`, is the name of a process signal. */
function isNamedForTool(owner: FunctionNode, { name }: TSESTree.Identifier): boolean {
  const { parent } = outermost(owner);
  const isArgument = parent?.type === 'CallExpression' && parent.callee !== owner;
  if (name === '_abortSignal') return !isArgument || !/^(?:on|once)$/.test(calledName(parent) ?? '');
  return name === '_signal' && toolName.test(nameOfFunction(owner) ?? '');
}

/** `{ url, signal }`; beside a rest, a name may be there to be left out of it. */
function findIgnoredPart(
  model: Model,
  owner: FunctionNode,
  pattern: TSESTree.ObjectPattern,
): IgnoredParameter | undefined {
  if (pattern.properties.some(({ type }) => type === 'RestElement')) return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const found = value.type === 'Identifier' ? findIgnoredName(model, owner, value, pattern) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `options.signal` of a type that the file itself declares, where the function reads other members only. */
function findIgnoredMember(
  model: Model,
  owner: FunctionNode,
  name: TSESTree.Identifier,
): IgnoredParameter | undefined {
  const member = ['signal', 'abortSignal'].find((each) =>
    isAnnotatedAsSignal(model, { kind: 'parameter', name, owner, path: [each] }),
  );
  const uses = (findVariable(model, name)?.references ?? []).filter(({ init }) => init !== true);
  if (member === undefined || uses.length === 0) return undefined;
  const isOpen = uses.some(({ identifier }) => mayReadMember(identifier, member));
  return isOpen || !isOwnType(model, name)
    ? undefined
    : { name, text: `${name.name}.${member}`, isMarked: false };
}

/**
 * Is the type of the options made for this function alone? Options that several functions share, as the platform's,
 * come with a signal whether each of them wants one or not.
 */
function isOwnType({ sourceCode }: Model, name: TSESTree.Identifier): boolean {
  const type = name.typeAnnotation?.typeAnnotation;
  if (type?.type !== 'TSTypeReference') return type !== undefined;
  const written = sourceCode.getText(type.typeName);
  if (/^(?:Request|RequestInit|Abort\w+)$/.test(written)) return false;
  const uses = sourceCode.text.split(new RegExp(String.raw`\b${written}\b`)).length - 1;
  return uses <= 2;
}

/** Anything but the reading of another member by its name. */
function mayReadMember(use: TSESTree.Node, member: string): boolean {
  const whole = outermost(use);
  const { parent } = whole;
  if (parent?.type === 'MemberExpression' && parent.object === whole) {
    const read = memberName(parent);
    return read === undefined || read === member;
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return true;
  return parent.id.properties.some(
    (property) => property.type === 'RestElement' || property.computed || memberName(property) === member,
  );
}
