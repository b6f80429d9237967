import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isLinkedByCall, isOpenToOtherCalls } from './local-controllers.js';
import type { Model } from './model.js';
import { originsOf, type Origin } from './origins.js';
import { isRelayed } from './relays.js';
import { isAnnotatedAsSignal } from './signal-annotations.js';
import { isMissingPossible } from './signal-presence.js';
import { findSignal, isSignalName, type Signal } from './signals.js';
import { accessPath, ancestorsOf, memberName, outermost } from './syntax.js';

type Variable = TSESLint.Scope.Variable;

/** A signal that a variable or field is or holds, and how code names it. */
export interface HeldSignal {
  /** As code writes it: `signal`, `options?.signal`, `this.#signal`, `controller.signal`. */
  text: string;
  /** The same as names: `['options', 'signal']`. */
  path: readonly string[];
  ownership: 'received' | 'owned';
  /** The parameter that it came in by, or the expression that made it. */
  source: TSESTree.Node;
  mayBeMissing: boolean;
  /** Where in the text it is ready: 0 for parameters and fields. */
  from: number;
}

const known = new WeakMap<Variable, HeldSignal[]>();

/** @returns the signals that a parameter or local variable is, or has as a member */
export function heldSignals(model: Model, variable: Variable): HeldSignal[] {
  const held = known.get(variable) ?? findHeldSignals(model, variable);
  known.set(variable, held);
  return held;
}

function findHeldSignals(model: Model, variable: Variable): HeldSignal[] {
  const [definition] = variable.defs;
  const from = definition && readyAt(definition);
  const name = definition?.name;
  if (from === undefined || name?.type !== 'Identifier' || name.name.startsWith('_')) return [];
  const signal = findSignal(model, name);
  if (signal) return isMeantForOthers(model, signal) ? [heldAt(model, signal, from)] : [];
  const origins = originsOf(model, name);
  const made = origins.map((origin) => (origin.kind === 'new' ? origin : undefined));
  const [controller] = made;
  if (controller && made.every(isController)) return signalOfController(model, name, controller.node, from);
  return memberSignals(model, variable, name, origins).map((member) => ({ ...member, from }));
}

/** Where a variable has its value: a parameter at once, a variable after its declaration. */
function readyAt(definition: TSESLint.Scope.Definition): number | undefined {
  if (definition.type === 'Parameter') return 0;
  if (definition.type !== 'Variable' || !definition.node.init) return undefined;
  return definition.node.range[1];
}

/** A received signal is; of the code's own ones only those that are open to other calls. */
function isMeantForOthers(model: Model, { ownership, source }: Signal): boolean {
  if (ownership !== 'owned') return ownership === 'received';
  return (
    (source?.type === 'NewExpression' || source?.type === 'CallExpression') &&
    isOpenToOtherCalls(model, source)
  );
}

function isController(origin: (Origin & { kind: 'new' }) | undefined): boolean {
  return origin?.path.length === 0 && accessPath(origin.node.callee)?.at(-1) === 'AbortController';
}

function signalOfController(
  model: Model,
  name: TSESTree.Identifier,
  made: TSESTree.NewExpression,
  from: number,
): HeldSignal[] {
  const isSource = (source: TSESTree.Node): boolean => findSignal(model, source)?.ownership === 'received';
  const isReceived = isRelayed(model, made, isSource) || isLinkedByCall(model, name, isSource);
  if (!isReceived && !isOpenToOtherCalls(model, made)) return [];
  return [
    {
      text: `${name.name}.signal`,
      path: [name.name, 'signal'],
      ownership: isReceived ? 'received' : 'owned',
      source: made,
      mayBeMissing: false,
      from,
    },
  ];
}

/** The members of an object that code uses as signals, or that its annotation or type says are signals. */
function memberSignals(
  model: Model,
  variable: Variable,
  name: TSESTree.Identifier,
  origins: readonly Origin[],
): HeldSignal[] {
  const used = variable.references
    .flatMap(({ identifier }) => signalAccesses(identifier))
    .map((access) => findSignal(model, access))
    .filter((signal) => signal?.ownership === 'received');
  const [evidence] = used;
  if (evidence) return [heldAt(model, evidence, 0, isOptionalObject(variable))];
  const [origin] = origins;
  if (origin?.kind !== 'parameter') return [];
  const members = [...annotatedMembers(model, origin), ...typedMembers(model, name)];
  return members.slice(0, 1).map((member) => ({
    text: `${name.name}${isOptionalObject(variable) ? '?.' : '.'}${member}`,
    path: [name.name, member],
    ownership: 'received',
    source: name,
    mayBeMissing: true,
    from: 0,
  }));
}

function annotatedMembers(model: Model, origin: Origin & { kind: 'parameter' }): string[] {
  return ['signal', 'abortSignal'].filter((member) =>
    isAnnotatedAsSignal(model, { ...origin, path: [...origin.path, member] }),
  );
}

/** What only the context says of a callback's parameter is the business of another rule: use-provided-signal. */
function typedMembers(model: Model, name: TSESTree.Identifier): string[] {
  if (!model.isTyped || !annotationAround(name)) return [];
  return (model.types.offeredSignals([name])[0] ?? []).map(({ member }) => member);
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

function isNothing({ type }: TSESTree.TypeNode): boolean {
  return type === 'TSUndefinedKeyword' || type === 'TSNullKeyword';
}

function isReadOptionally({ parent }: TSESTree.Node): boolean {
  return parent?.type === 'MemberExpression' && parent.optional;
}

/**
 * How code names a signal that it uses elsewhere.
 *
 * @param from where in the text it is ready
 * @param isOptional whether the object that it is a member of may be missing
 */
export function heldAt(model: Model, signal: Signal, from: number, isOptional = false): HeldSignal {
  const written = accessText(signal.node);
  const text = isOptional ? written.replace(/(?<!\?)\./, '?.') : written;
  return {
    text,
    path: accessPath(signal.node) ?? [],
    ownership: signal.ownership === 'owned' ? 'owned' : 'received',
    source: signal.source ?? signal.node,
    mayBeMissing: text.includes('?.') || isMissingPossible(model, signal),
    from,
  };
}

/** The access without line breaks, comments and `!`, which holds only where it stands. */
function accessText(node: TSESTree.Node): string {
  if (node.type === 'ChainExpression') return accessText(node.expression);
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return 'this';
  const mayBeMissing = node.optional || node.object.type === 'TSNonNullExpression';
  const object = node.object.type === 'TSNonNullExpression' ? node.object.expression : node.object;
  return `${accessText(object)}${mayBeMissing ? '?.' : '.'}${memberName(node) ?? ''}`;
}
