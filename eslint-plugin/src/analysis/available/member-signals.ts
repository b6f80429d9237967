import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { nameSignal, type NamedSignal } from './named-signals.js';
import type { Origin } from '../signals/origins.js';
import { findInheritedOptions } from '../signals/inherited-signals.js';
import { isAnnotatedAsSignal } from '../signals/signal-annotations.js';
import { findSignal, isSignalName } from '../signals/signals.js';
import { offeredMembers } from '../signals/offered-members.js';
import { ancestorsOf, memberName, outermost } from '../code/syntax.js';

type Variable = TSESLint.Scope.Variable;

/** The members of an object that code uses as signals, or that its annotation or type says are signals. */
export function memberSignals(
  model: Model,
  variable: Variable,
  name: TSESTree.Identifier,
  origins: readonly Origin[],
): NamedSignal[] {
  const used = variable.references
    .flatMap(({ identifier }) => signalAccesses(identifier))
    .map((access) => findSignal(model, access))
    .filter((signal) => signal?.ownership === 'received');
  const [evidence] = used;
  if (evidence) return [nameSignal(model, evidence, 0, isOptionalObject(variable))];
  const [origin] = origins;
  if (origin?.kind !== 'parameter') return [];
  const inherited = origin.path.length === 0 ? findInheritedOptions(model, origin) : undefined;
  if (!inherited && isRequest(name)) return [];
  const members = [...annotatedMembers(model, origin), ...typedMembers(model, name)];
  const isOptional = isOptionalObject(variable) || (inherited?.isOptional && !isSettled(name));
  return members.slice(0, 1).map((member) => ({
    text: `${name.name}${isOptional ? '?.' : '.'}${member}`,
    path: [name.name, member],
    ownership: 'received',
    source: name,
    mayBeMissing: true,
    from: 0,
  }));
}

/** Every request has a signal; whether its end is to end the work of its handler, the handler says by using it. */
function isRequest(name: TSESTree.Identifier): boolean {
  const annotation = annotationAround(name);
  return (
    annotation?.type === 'TSTypeReference' &&
    annotation.typeName.type === 'Identifier' &&
    annotation.typeName.name.endsWith('Request')
  );
}

function annotatedMembers(model: Model, origin: Origin & { kind: 'parameter' }): string[] {
  return ['signal', 'abortSignal'].filter((member) =>
    isAnnotatedAsSignal(model, { ...origin, path: [...origin.path, member] }),
  );
}

/** What only the context says of a callback's parameter is the business of another rule: use-provided-signal. */
function typedMembers(model: Model, name: TSESTree.Identifier): readonly string[] {
  return annotationAround(name) ? offeredMembers(model, name, name) : [];
}

/** The annotation of a parameter, or of the pattern that the name is a part of. */
function annotationAround(name: TSESTree.Identifier): TSESTree.TypeNode | undefined {
  for (const node of [name, ...ancestorsOf(name)]) {
    if ('typeAnnotation' in node && node.typeAnnotation?.type === 'TSTypeAnnotation')
      return node.typeAnnotation.typeAnnotation;
    if (!/Pattern$|^Property$|^Identifier$/.test(node.type)) return undefined;
  }
  return undefined;
}

/** The accesses `options.signal`, `context.request.signal` that start at a name and are read. */
function signalAccesses(name: TSESTree.Node): TSESTree.Node[] {
  let access = outermost(name);
  for (;;) {
    const { parent } = access;
    if (parent?.type !== 'MemberExpression' || parent.object !== access) return [];
    access = outermost(parent);
    if (!isSignalName(memberName(parent) ?? '')) continue;
    const isWritten = access.parent?.type === 'AssignmentExpression' && access.parent.left === access;
    return isWritten ? [] : [parent];
  }
}

/** May the object itself be missing, so that its members have to be read with `?.`? */
function isOptionalObject(variable: Variable): boolean {
  const [definition] = variable.defs;
  if (definition?.name.type !== 'Identifier') return false;
  const { name } = definition;
  if (name.parent.type === 'AssignmentPattern') return false;
  const annotation = name.typeAnnotation?.typeAnnotation;
  if (annotation?.type === 'TSUnionType' && annotation.types.some(isNothing)) return true;
  if (name.optional) return true;
  return !annotation && variable.references.some(({ identifier }) => isReadOptionally(identifier));
}

/** Does its annotation or default value say that a parameter is always there? */
function isSettled({ parent, typeAnnotation }: TSESTree.Identifier): boolean {
  return parent.type === 'AssignmentPattern' || typeAnnotation !== undefined;
}

function isNothing({ type }: TSESTree.TypeNode): boolean {
  return type === 'TSUndefinedKeyword' || type === 'TSNullKeyword';
}

function isReadOptionally({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'MemberExpression' && parent.optional;
}
