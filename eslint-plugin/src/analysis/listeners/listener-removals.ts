import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { accessesLike } from '../code/same-accesses.js';
import { calledName, isFunction, memberName, outermost, unwrapped } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import { isExecutor } from '../reasons/rejections.js';
import { boundFunction, type AbortListener } from './abort-listeners.js';
import { findListenerStatement } from './listener-statement.js';
import { eventTarget, findRegistration } from './registrations.js';
import { isSameSignal } from './same-signal.js';

/**
 * What becomes of a listener: nothing in the file takes it off (`kept`), calls of `removeEventListener` do, or another
 * signal, a disposer or somebody who was given the listener may (`unknown`).
 */
export type ListenerFate = { kind: 'kept' } | { kind: 'unknown' } | RemovedListener;

interface RemovedListener {
  kind: 'removed';
  removals: readonly TSESTree.CallExpression[];
  /** Does anything but an abort run the listener's function too? */
  isRunByOthers: boolean;
}

const unknown: ListenerFate = { kind: 'unknown' };

/** @returns what becomes of an `abort` listener once it is added; `once` makes no difference (F8) */
export function fateOfListener(model: Model, listener: AbortListener): ListenerFate {
  if (listener.kind === 'onabort' || mayBeScoped(model, listener.options)) return unknown;
  if (listener.kind === 'addAbortListener' && mayBeDisposed(model, listener)) return unknown;
  if (isRemovedByCopy(model, listener)) return unknown;
  const given = listener.listener;
  if (given.type === 'Identifier') return fateOfName(model, given);
  if (given.type === 'FunctionExpression' && given.id) return fateOfName(model, given.id);
  if (isFunction(given) || given.type === 'CallExpression') return { kind: 'kept' };
  return given.type === 'MemberExpression' ? fateOfMember(model, given) : unknown;
}

/** `{ signal: other }`, or options that may have one. */
function mayBeScoped(model: Model, options: TSESTree.Node | undefined): boolean {
  const value = options && constantValue(model, options);
  if (!value || value.type === 'Literal') return false;
  if (value.type !== 'ObjectExpression') return true;
  return value.properties.some((each) => each.type === 'SpreadElement' || memberName(each) === 'signal');
}

/** The disposer counts as used unless it is dropped, or kept in a variable that nobody reads. */
function mayBeDisposed(model: Model, listener: AbortListener): boolean {
  const { parent } = outermost(listener.node);
  if (parent?.type === 'UnaryExpression') return parent.operator !== 'void';
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier')
    return findListenerStatement(listener) === undefined;
  if (parent.parent.kind.endsWith('using')) return true;
  return findVariable(model, parent.id)?.references.some((reference) => reference.isRead()) !== false;
}

/** A removal that names a function made on the spot: it was meant for one of these listeners, though it takes none off. */
function isRemovedByCopy(model: Model, { target }: AbortListener): boolean {
  return removalsIn(model).some(({ call, from }) => {
    const given = call.arguments[1] && unwrapped(call.arguments[1]);
    return (
      (!given || isFunction(given) || boundFunction(given) !== undefined) && isSameSignal(model, from, target)
    );
  });
}

interface Removal {
  call: TSESTree.CallExpression;
  from: TSESTree.Node;
}

const removalsIn = memoized((model): readonly Removal[] =>
  nodesOf(model).flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const from = eventTarget(model, node, 'removeEventListener');
    return from ? [{ call: node, from }] : [];
  }),
);

/** Those that run a function or register it, but keep no hold of the signal. */
const takers = new Set(
  (
    'addEventListener removeEventListener addAbortListener on once off addListener removeListener ' +
    'setTimeout setInterval setImmediate queueMicrotask nextTick then catch finally'
  ).split(' '),
);

function fateOfName(model: Model, name: TSESTree.Identifier): ListenerFate {
  const variable = findVariable(model, name);
  const [definition] = variable?.defs ?? [];
  const isOwn =
    definition?.type === 'Variable' ||
    definition?.type === 'FunctionName' ||
    (definition?.type === 'Parameter' && isFunction(definition.node) && isExecutor(definition.node));
  if (!variable || !isOwn) return unknown;
  const uses = variable.references
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => outermost(identifier));
  return uses.some((use) => isHandedOn(use)) ? unknown : fateByUses(model, uses);
}

/** Is it given to somebody who may keep it together with the signal? */
function isHandedOn(use: TSESTree.Node): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== use && !takers.has(calledName(parent) ?? '');
    case 'AssignmentExpression':
      return parent.left.type !== 'MemberExpression' || memberName(parent.left) !== 'onabort';
    case 'Property':
      // `{ onComplete: clear }` runs the function when something has ended.
      return !/^on[A-Z]/.test(memberName(parent) ?? '');
    default:
      return true;
  }
}

function fateOfMember(model: Model, member: TSESTree.MemberExpression): ListenerFate {
  const uses = accessesLike(model, member).map((use) => outermost(use));
  const fate = fateByUses(model, uses);
  return fate.kind === 'kept' && isRemovedUnderOtherName(model, member) ? unknown : fate;
}

/** Is it taken off by way of another variable for the object that holds it: `command.listener` for `value.listener`? */
function isRemovedUnderOtherName(model: Model, member: TSESTree.MemberExpression): boolean {
  return removalsIn(model).some(({ call }) => {
    const given = call.arguments[1] && unwrapped(call.arguments[1]);
    return given?.type === 'MemberExpression' && memberName(given) === memberName(member);
  });
}

function fateByUses(model: Model, uses: readonly TSESTree.Node[]): ListenerFate {
  const found: TSESTree.CallExpression[] = [];
  let isRunByOthers = false;
  for (const { parent } of uses) {
    if (parent?.type !== 'CallExpression') isRunByOthers ||= parent?.type === 'Property';
    else if (eventTarget(model, parent, 'removeEventListener')) found.push(parent);
    else if (!findRegistration(model, parent)) isRunByOthers = true;
  }
  return found.length > 0 ? { kind: 'removed', removals: found, isRunByOthers } : { kind: 'kept' };
}
