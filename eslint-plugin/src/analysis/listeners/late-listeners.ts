import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortPredicateName, isAbortThrowerName } from '../catalogue/index.js';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { findCalledFunction, nameOfFunction } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isInside,
  memberName,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable, writtenValues } from '../code/variables.js';
import { isInTest } from '../operations/test-callbacks.js';
import { originsOf } from '../signals/origins.js';
import type { AbortListener } from './abort-listeners.js';
import { givenTo } from './given-signals.js';
import { isSameSignal } from './same-signal.js';

/**
 * May the signal be aborted before the listener is there, and nothing looks? A listener on an aborted signal never runs
 * (F4); Node's `addAbortListener` calls it all the same. A look anywhere at the same signal counts, whether it comes
 * before or after, and so does any other call that is handed the signal, because it may look.
 */
export function comesTooLate(model: Model, listener: AbortListener): boolean {
  if (listener.kind === 'addAbortListener' || listener.signal.ownership !== 'received') return false;
  if (isInTest(listener.node) || isSignalFresh(model, listener) || !isAdded(model, listener)) return false;
  return !isLookedAt(model, listener) && !isCallerLooking(model, listener);
}

/** Taking a listener off again, `onabort = null`, is none; one that a caller gave is the caller's to run. */
function isAdded(model: Model, { kind, listener, function: body }: AbortListener): boolean {
  const variable = listener.type === 'Identifier' ? findVariable(model, listener) : undefined;
  if (variable?.defs[0]?.type === 'Parameter') return false;
  return kind !== 'onabort' || body !== undefined || accessPath(listener) !== undefined;
}

/** A signal that a framework has just made for this callback or request cannot be aborted before the first wait. */
function isSignalFresh(model: Model, listener: AbortListener): boolean {
  // Whether an own controller hears of an earlier abort is up to the relay that aborts it.
  if (originsOf(model, listener.target).some(({ kind }) => kind === 'new')) return true;
  return givenTo(model, listener).some((owner) => !waitsBefore(model, owner, listener.node));
}

/** Does a function wait for anything before it comes to the node? */
export function waitsBefore(model: Model, owner: FunctionNode, node: TSESTree.Node): boolean {
  return ownLevelNodes(owner.body, model.sourceCode.visitorKeys).some(
    ({ type, range }) =>
      (type === 'AwaitExpression' || type === 'YieldExpression') && range[0] < node.range[0],
  );
}

/** Is the signal's state read, or the signal handed to something that may read it, outside of its listeners? */
function isLookedAt(model: Model, listener: AbortListener): boolean {
  return looksOf(model).some(
    (look) =>
      !isAfterTheFact(look, listener) &&
      isSameSignal(model, look, listener.target) &&
      !mayBeAnother(model, look) &&
      !isPartOf(model, look, listener.target),
  );
}

/** Is it handed on by a variable that may hold this signal or, after an assignment, another one? */
function mayBeAnother(model: Model, look: TSESTree.Node): boolean {
  const variable = look.type === 'Identifier' && !isRead(look) ? findVariable(model, look) : undefined;
  return variable !== undefined && writtenValues(model, variable).length > 1;
}

function isRead(look: TSESTree.Node): boolean {
  return outermost(look).parent?.type === 'MemberExpression';
}

/** Is it what the signal that is listened to was combined from? */
function isPartOf(model: Model, look: TSESTree.Node, target: TSESTree.Node): boolean {
  return originsOf(model, target).some((origin) => origin.kind === 'call' && isInside(look, origin.node));
}

/** In the listener itself, or in a `catch`, which something else has to lead to. */
function isAfterTheFact(look: TSESTree.Node, { node, function: body }: AbortListener): boolean {
  if (isInside(look, node) || (body && isInside(look, body))) return true;
  for (const outer of ancestorsOf(look)) {
    if (outer.type === 'CatchClause') return !isInside(node, outer);
    if (isFunction(outer)) return false;
  }
  return false;
}

/** Every expression of a file whose state is read if it is a signal, or that is handed on. */
const looksOf = memoized((model): readonly TSESTree.Node[] =>
  nodesOf(model).flatMap((node) => lookedAtBy(node)),
);

const watchers = new Set(['addEventListener', 'removeEventListener', 'addAbortListener']);

function lookedAtBy(node: TSESTree.Node): TSESTree.Node[] {
  switch (node.type) {
    case 'MemberExpression':
      return ['aborted', 'throwIfAborted'].includes(memberName(node) ?? '') ? [node.object] : [];
    case 'VariableDeclarator':
      return readsAborted(node.id) && node.init ? [node.init] : [];
    case 'NewExpression':
      return node.arguments.flatMap((argument) => handedOver(argument));
    case 'CallExpression':
      if (watchers.has(calledName(node) ?? '')) return [];
      return node.arguments.flatMap((argument) => handedOver(argument));
    default:
      return [];
  }
}

/** `const { aborted } = signal` */
function readsAborted(pattern: TSESTree.Node): boolean {
  return (
    pattern.type === 'ObjectPattern' &&
    pattern.properties.some((each) => each.type === 'Property' && memberName(each) === 'aborted')
  );
}

function handedOver(argument: TSESTree.Node): TSESTree.Node[] {
  const inner = unwrapped(argument);
  switch (inner.type) {
    case 'ObjectExpression':
      return inner.properties.flatMap((each) => (each.type === 'Property' ? handedOver(each.value) : []));
    case 'ArrayExpression':
      return inner.elements.flatMap((each) => (each ? handedOver(each) : []));
    case 'SpreadElement':
      return handedOver(inner.argument);
    case 'LogicalExpression':
      return [...handedOver(inner.left), ...handedOver(inner.right)];
    case 'ConditionalExpression':
      return [...handedOver(inner.consequent), ...handedOver(inner.alternate)];
    case 'Identifier':
    case 'MemberExpression':
      return [inner];
    default:
      return [];
  }
}

/** Does a caller in this file look at a signal before it calls the function that got this one? */
function isCallerLooking(model: Model, { target, node }: AbortListener): boolean {
  const owners = [
    ...originsOf(model, target).flatMap((origin) => (origin.kind === 'parameter' ? [origin.owner] : [])),
    enclosingFunction(node),
  ].filter((owner) => owner !== undefined);
  const { visitorKeys } = model.sourceCode;
  return nodesOf(model).some((call) => {
    if (call.type !== 'CallExpression' || !owners.some((owner) => mayCall(model, call, owner))) return false;
    const caller = enclosingFunction(call);
    return caller !== undefined && allNodes(caller.body, visitorKeys).some((each) => readsState(each));
  });
}

/** By its name, where it cannot be told which function is called. */
function mayCall(model: Model, call: TSESTree.CallExpression, owner: FunctionNode): boolean {
  const name = nameOfFunction(owner);
  if (name === undefined || calledName(call)?.replace(/^#/, '') !== name || isInside(call, owner))
    return false;
  const called = findCalledFunction(model, call);
  return called === undefined || called === owner;
}

function readsState(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return memberName(node) === 'aborted';
  const name = node.type === 'CallExpression' ? calledName(node) : undefined;
  return name !== undefined && (isAbortThrowerName(name) || isAbortPredicateName(name));
}
