import type { TSESTree } from '@typescript-eslint/utils';
import type { Answer } from '../code/answer.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { originsOf, type Origin } from './origins.js';
import { isMadeSignal, isOwnControllerSignal, signalFactory, sourcesOf } from './signal-factories.js';
import { isAnnotatedAsSignal, isWrittenAsSignal } from './signal-annotations.js';
import { isUsedAsSignalOnly, usedAsSignal } from './signal-uses.js';
import { isRelayed } from '../listeners/relays.js';
import { accessPath, memberName, unwrapped } from '../code/syntax.js';

/** Who may absorb an abort: whoever made the signal. Whoever received it has to let the abort through. */
export type Ownership = 'owned' | 'received' | 'unknown';

/** An expression that is, or an options object that carries, an AbortSignal for certain. */
export interface Signal {
  node: TSESTree.Node;
  /** The member of `node` that is the signal, where `node` is the options object that carries it. */
  member?: string;
  /** The position in `node` of the options object, where `node` is a list of arguments. */
  index?: number;
  ownership: Ownership;
  /** What the signal comes from: the parameter it was received by, or the expression that made it. */
  source: TSESTree.Node | undefined;
  /** Equal for two expressions that stand for the same signal; undefined where the source is unknown. */
  identity: string | undefined;
}

/** @returns the signal that an expression is, undefined where it is none or where nothing tells */
export function findSignal(model: Model, node: TSESTree.Node): Signal | undefined {
  const inner = unwrapped(node);
  return mayBeSignal(inner) ? classify(model, inner) : undefined;
}

const classify = memoized((model, node: TSESTree.Node): Signal | undefined => {
  const origins = originsOf(model, node).filter((origin) => origin.kind !== 'missing');
  return isSignal(model, node, origins) === 'yes' ? signalFrom(model, node, origins) : undefined;
}, undefined);

/** @returns the signal that a value of these origins is, where it is known to be one */
export function signalFrom(model: Model, node: TSESTree.Node, origins: readonly Origin[]): Signal {
  const [first] = origins;
  return {
    node,
    ownership: combined(origins.map((origin) => ownershipOf(model, origin))),
    source: first && sourceOf(first),
    identity: first && origins.length === 1 ? identityOf(first) : undefined,
  };
}

/** Cheap: most expressions of a file are ruled out by their shape alone. */
function mayBeSignal(node: TSESTree.Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return node.name !== 'undefined';
    case 'MemberExpression':
      return memberName(node) !== undefined;
    case 'CallExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return true;
    default:
      return false;
  }
}

/** How the value is made and annotated decides; then the types, where they know, and then how it is used. */
function isSignal(model: Model, node: TSESTree.Node, origins: readonly Origin[]): Answer {
  if (origins.some((origin) => isMadeSignal(origin))) return 'yes';
  const isNamed =
    isCalledLikeSignal(node) || origins.some((origin) => 'path' in origin && isCalled(origin.path));
  if (!isNamed && isCertain(model, node, origins)) return 'yes';
  if (!isNamed && !(model.isTyped && hintsAtCancellation(accessPath(node)?.at(-1) ?? ''))) return 'unknown';
  // What the file says itself needs no types, which are dear.
  const isAnnotated = origins.some(
    (origin) => origin.kind === 'parameter' && isAnnotatedAsSignal(model, origin),
  );
  if (isNamed && isAnnotated) return 'yes';
  const [typed = 'unknown'] = model.types.areSignals([node]);
  if (typed !== 'unknown') return typed;
  return isNamed ? usedAsSignal(model, node) : 'unknown';
}

/** What the code says and does of it leaves no doubt, so that its name does not count. */
function isCertain(model: Model, node: TSESTree.Node, origins: readonly Origin[]): boolean {
  const isWritten =
    origins.length > 0 &&
    model.sourceCode.text.includes('AbortSignal') &&
    origins.every((origin) => origin.kind === 'parameter' && isWrittenAsSignal(model, origin));
  return isWritten || isUsedAsSignalOnly(model, node);
}

const signalName = /^#?(?:signal|abortSignal|\w+(?:Signal|_signal))$/;

/** @returns whether the last name of an access is `signal`, `abortSignal` or ends in `Signal` */
export function isSignalName(name: string): boolean {
  return signalName.test(name);
}

/** Is a name worth a question to the types, which is dear? */
function hintsAtCancellation(name: string): boolean {
  return /signal|abort|cancel|^token$/i.test(name) && !/^#?_?on[A-Z]|(?:error|reason)$/i.test(name);
}

function isCalled(path: readonly string[]): boolean {
  return isSignalName(path.at(-1) ?? '');
}

function isCalledLikeSignal(node: TSESTree.Node): boolean {
  const name = accessPath(node)?.at(-1);
  if (name !== undefined) return isSignalName(name);
  return (
    node.type === 'LogicalExpression' && (isCalledLikeSignal(node.left) || isCalledLikeSignal(node.right))
  );
}

function ownershipOf(model: Model, origin: Origin): Ownership {
  switch (origin.kind) {
    case 'parameter':
      return isSharedController(origin) ? 'unknown' : 'received';
    case 'new':
      if (!isOwnControllerSignal(origin)) return 'unknown';
      return isRelayed(model, origin.node, (source) => findSignal(model, source)?.ownership === 'received')
        ? 'received'
        : 'owned';
    case 'call':
      return ownershipOfMade(model, origin.node);
    default:
      return 'unknown';
  }
}

/** Whoever was given the controller itself, and not only its signal, may be the one who aborts. */
function isSharedController({ name, path }: Origin & { kind: 'parameter' }): boolean {
  const holder = path.length > 1 ? path.at(-2) : name.name;
  return path.at(-1) === 'signal' && /controller$|^abort$/i.test(holder ?? '');
}

/** A signal that is derived from a received one is received: the caller's abort comes through it. */
function ownershipOfMade(model: Model, call: TSESTree.CallExpression): Ownership {
  const factory = signalFactory(call);
  if (factory === 'timeout' || factory === 'abort') return 'owned';
  const sources = sourcesOf(call);
  const ownerships = sources.map((source) => findSignal(model, source)?.ownership ?? 'unknown');
  if (ownerships.includes('received')) return 'received';
  const isAllOwned = factory === 'any' && sources.length > 0 && ownerships.every((each) => each === 'owned');
  return isAllOwned ? 'owned' : 'unknown';
}

function combined(ownerships: readonly Ownership[]): Ownership {
  if (ownerships.includes('received')) return 'received';
  return ownerships.length > 0 && ownerships.every((each) => each === 'owned') ? 'owned' : 'unknown';
}

function sourceOf(origin: Origin): TSESTree.Node | undefined {
  if (origin.kind === 'parameter') return origin.name;
  return origin.kind === 'new' || origin.kind === 'call' ? origin.node : undefined;
}

/** @returns a text that is equal for two origins which are the same value; undefined where that cannot be told */
export function identityOf(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'parameter':
      return `${origin.name.range[0]}:${origin.path.join('.')}`;
    case 'new':
    case 'call':
      return `${origin.node.range[0]}:${origin.path.join('.')}`;
    case 'import':
    case 'global':
      return `${origin.kind}:${[...Object.values(origin)].flat().join('.')}`;
    default:
      return undefined;
  }
}

/** @returns the signal whose state a node reads: `signal` of `signal.aborted`, `signal?.throwIfAborted()` */
export function findTestedSignal(model: Model, node: TSESTree.Node): Signal | undefined {
  const inner = unwrapped(node);
  if (inner.type === 'CallExpression') {
    return isMemberNamed(inner.callee, 'throwIfAborted') ? findTestedSignal(model, inner.callee) : undefined;
  }
  if (inner.type !== 'MemberExpression') return undefined;
  const name = memberName(inner);
  return name === 'aborted' || name === 'throwIfAborted' ? findSignal(model, inner.object) : undefined;
}

function isMemberNamed(node: TSESTree.Node, name: string): boolean {
  const inner = unwrapped(node);
  return inner.type === 'MemberExpression' && memberName(inner) === name;
}
