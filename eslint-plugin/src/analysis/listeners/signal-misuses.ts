import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { accessPath, enclosingFunction, isFunction, memberName, unwrapped } from '../code/syntax.js';
import { nodesOf } from '../code/file-nodes.js';
import { constantValue, findVariable } from '../code/variables.js';
import { isInTest } from '../operations/test-callbacks.js';
import { findSignal } from '../signals/signals.js';
import { abortListenersOf, boundFunction, type AbortListener } from './abort-listeners.js';
import { eventTarget, registrationsOf } from './registrations.js';
import { isSameSignal } from './same-signal.js';

/** An `abort` that code dispatches on a signal. */
export interface FakedAbort {
  /** The signal, as the call names it. */
  signal: TSESTree.Node;
  /** Is only the name given, where an Event has to be? */
  isName: boolean;
}

/** @returns the `abort` event that a call dispatches on a received signal, or its name, which fails on every signal */
export function findFakedAbort(model: Model, call: TSESTree.CallExpression): FakedAbort | undefined {
  const target = eventTarget(model, call, 'dispatchEvent');
  const signal = target && findSignal(model, target);
  const [event] = call.arguments;
  if (!signal || !event) return undefined;
  const isName = constantValue(model, event).type !== 'NewExpression';
  return isName || signal.ownership === 'received' ? { signal: target, isName } : undefined;
}

/**
 * The `onabort =` on a received signal by which the caller's own handler is lost.
 *
 * @returns undefined where the code keeps the handler that was there, or where it is the way out for a signal that has no
 *   `addEventListener`
 */
export function findOverwrittenHandler(
  model: Model,
  node: TSESTree.AssignmentExpression,
): AbortListener | undefined {
  const listener = abortListenersOf(model).find((each) => each.node === node);
  if (listener?.signal.ownership !== 'received' || isInTest(node) || !mayBeFunction(listener.listener))
    return undefined;
  const isWayOut = abortListenersOf(model).some(
    (each) =>
      each.kind !== 'onabort' &&
      enclosingFunction(each.node) === enclosingFunction(node) &&
      isSameSignal(model, each.target, listener.target),
  );
  return isWayOut || isHandlerRead(model, listener) ? undefined : listener;
}

function mayBeFunction(node: TSESTree.Node): boolean {
  return isFunction(node) || (accessPath(node) !== undefined && accessPath(node)?.[0] !== 'undefined');
}

function isHandlerRead(model: Model, { target }: AbortListener): boolean {
  return nodesOf(model).some(
    (node) =>
      node.type === 'MemberExpression' &&
      memberName(node) === 'onabort' &&
      !(node.parent.type === 'AssignmentExpression' && node.parent.left === node) &&
      isSameSignal(model, node.object, target),
  );
}

/**
 * What `removeEventListener('abort', f)` on a signal is given that no listener of it can be.
 *
 * @returns the argument, where it is made on the spot, or where the function is nowhere added nor handed on
 */
export function findStrangeListener(model: Model, call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const target = eventTarget(model, call, 'removeEventListener');
  const given = call.arguments[1] && unwrapped(call.arguments[1]);
  if (!target || !given || !findSignal(model, target)) return undefined;
  if (isFunction(given) || boundFunction(given)) return given;
  if (isAddedBound(model, given, target)) return given;
  return given.type === 'Identifier' && isNeverAdded(model, given) ? given : undefined;
}

/** Each `bind` gives another function: `add('abort', this.stop.bind(this))`, `remove('abort', this.stop)`. */
function isAddedBound(model: Model, given: TSESTree.Node, target: TSESTree.Node): boolean {
  const path = accessPath(given)?.join('.');
  const added = registrationsOf(model).filter((each) => isSameSignal(model, each.target, target));
  return (
    path !== undefined &&
    added.some(({ listener }) => pathOf(boundFunction(listener)) === path) &&
    !added.some(({ listener }) => pathOf(listener) === path)
  );
}

function pathOf(node: TSESTree.Node | undefined): string | undefined {
  return node && accessPath(node)?.join('.');
}

/** Is a function of the file used for nothing but to be taken off? */
function isNeverAdded(model: Model, name: TSESTree.Identifier): boolean {
  const variable = findVariable(model, name);
  const [definition, ...others] = variable?.defs ?? [];
  const value =
    definition?.type === 'Variable'
      ? definition.node.init
      : definition?.type === 'FunctionName'
        ? definition.node
        : undefined;
  if (!variable || others.length > 0 || !value || !isFunction(value)) return false;
  return variable.references.every(({ identifier, init }) => {
    const { parent } = identifier;
    return (
      init === true ||
      (parent.type === 'CallExpression' && eventTarget(model, parent, 'removeEventListener') !== undefined)
    );
  });
}
