import type { TSESTree } from '@typescript-eslint/utils';
import { isCertainController } from '../controllers/controller-expressions.js';
import { findFieldRead } from '../controllers/controllers.js';
import { accessesLike } from '../code/same-accesses.js';
import { accessPath, memberName, outermost, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf, type Origin } from '../signals/origins.js';
import { makesController, signalFactory } from '../signals/signal-factories.js';
import { findSignal, identityOf } from '../signals/signals.js';
import type { SoughtSignal } from './sought-signals.js';

/** A signal or controller that somebody asks about. */
export interface Subject {
  node: TSESTree.Node;
  kind: 'signal' | 'controller';
  /** Where it comes from. */
  origins: readonly Origin[];
}

/** A subject, and the word by which somebody asked about it. */
interface NamedSubject extends Subject {
  word: [start: number, end: number];
}

/** @returns the signal or controller that stands at an offset of the text; undefined where there is none, or nothing tells */
export function findSubject(model: Model, offset: number): NamedSubject | undefined {
  const name = nameAt(model, offset) ?? nameAt(model, offset - 1);
  const node = name && meantBy(model, name);
  const subject = node && subjectOf(model, node);
  return subject && { ...subject, word: [name.range[0], name.range[0] + lengthOf(name)] };
}

/** @returns the signal or controller that an expression is */
export function subjectOf(model: Model, node: TSESTree.Node): Subject | undefined {
  const kind = kindOf(model, node);
  if (!kind) return undefined;
  const origins = originsOf(model, node).filter((origin) => origin.kind !== 'missing');
  return { node, kind, origins };
}

/** @returns what to look for to find every other place of a subject */
export function soughtBy(model: Model, { node, kind, origins: own }: Subject): SoughtSignal {
  const origins = kind === 'signal' ? own : own.map(signalOfController);
  const paths = origins.map((origin) => ('path' in origin ? origin.path.at(-1) : undefined));
  const named = accessesLike(model, node);
  const places = kind === 'signal' ? named : named.flatMap(signalAccess);
  return {
    isOrigin: isOneOf(origins),
    ...(kind === 'controller' && { isController: isOneOf(own) }),
    members: [...new Set([...paths, 'signal', 'abortSignal'].filter((member) => member !== undefined))],
    places: new Set(places.map(unwrapped)),
  };
}

/** Tells of an origin whether it is the same value as one of these; of an unknown one nothing can tell. */
function isOneOf(origins: readonly Origin[]): (origin: Origin) => boolean {
  const identities = new Set(origins.flatMap((origin) => identityOf(origin) ?? []));
  return (origin) => identities.has(identityOf(origin) ?? '');
}

/** `controller.signal`, where the controller is named. */
function signalAccess(controller: TSESTree.Node): TSESTree.Node[] {
  const { parent } = controller;
  const isSignal =
    parent?.type === 'MemberExpression' && parent.object === controller && memberName(parent) === 'signal';
  return isSignal ? [parent] : [];
}

function signalOfController(origin: Origin): Origin {
  return 'path' in origin ? { ...origin, path: [...origin.path, 'signal'] } : origin;
}

function nameAt(
  { sourceCode }: Model,
  offset: number,
): TSESTree.Identifier | TSESTree.PrivateIdentifier | undefined {
  const node = offset < 0 ? null : sourceCode.getNodeByRangeIndex(offset);
  if (node?.type !== 'Identifier' && node?.type !== 'PrivateIdentifier') return undefined;
  return offset < node.range[0] + lengthOf(node) ? node : undefined;
}

/** The range of a parameter's name takes in its annotation. */
function lengthOf({ type, name }: TSESTree.Identifier | TSESTree.PrivateIdentifier): number {
  return name.length + (type === 'PrivateIdentifier' ? 1 : 0);
}

/** The expression that a name under the cursor stands for: of a member the whole access, of a property its value. */
function meantBy(
  model: Model,
  name: TSESTree.Identifier | TSESTree.PrivateIdentifier,
): TSESTree.Node | undefined {
  const { parent } = name;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.property === name && !parent.computed ? makingAt(parent) : name;
    case 'NewExpression':
      return makingAt(name);
    case 'Property':
      return parent.key === name && !parent.computed ? valueOf(parent) : name;
    case 'PropertyDefinition':
      return parent.key === name && !parent.computed ? findFieldRead(model, parent) : name;
    case 'TSParameterProperty':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return name;
    case 'MethodDefinition':
    case 'LabeledStatement':
      return undefined;
    default:
      return parent.type.startsWith('TS') ? undefined : name;
  }
}

/** Of `new AbortController` and `AbortSignal.timeout` what is made, elsewhere the access itself. */
function makingAt(callee: TSESTree.Node): TSESTree.Node {
  const { parent } = outermost(callee);
  const isCallee =
    (parent?.type === 'NewExpression' && makesController(parent)) ||
    (parent?.type === 'CallExpression' && signalFactory(parent) !== undefined);
  return isCallee && unwrapped(parent.callee) === callee ? parent : callee;
}

function valueOf(property: TSESTree.Property): TSESTree.Node {
  const { value } = property;
  return value.type === 'AssignmentPattern' ? value.left : value;
}

/** Names of flags and functions, such as `supportsAbortSignal`. */
const asksWhether = /^#?_?(?:is|has|can|should|supports?|uses?|needs?|with|without|get|create|make)[A-Z]/;

function kindOf(model: Model, node: TSESTree.Node): Subject['kind'] | undefined {
  const inner = unwrapped(node);
  if (inner.type === 'NewExpression') return makesController(inner) ? 'controller' : undefined;
  if (asksWhether.test(accessPath(inner)?.at(-1) ?? '')) return undefined;
  if (findSignal(model, inner)) return 'signal';
  if (isCertainController(model, inner)) return isClass(inner) ? undefined : 'controller';
  if (accessPath(inner) === undefined) return undefined;
  if (model.types.areSignals([inner])[0] === 'yes') return 'signal';
  return model.types.areControllers([inner])[0] === 'yes' ? 'controller' : undefined;
}

/** `AbortController` itself, also one that is imported. */
function isClass(node: TSESTree.Node): boolean {
  return accessPath(node)?.at(-1) === 'AbortController';
}
