import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPlace } from '../code/closures.js';
import { findFunction } from '../code/local-functions.js';
import {
  accessPath,
  calledName,
  constantText,
  enclosingFunction,
  isFunction,
  memberName,
  outermost,
  unwrapped,
} from '../code/syntax.js';
import { registrationsOf } from '../listeners/registrations.js';
import type { Model } from '../model.js';
import { functionsRunBy } from '../process/handler-work.js';
import { findProcessListener, processListeners } from '../process/process-listeners.js';
import { constantDelay, isTimeout } from '../timers/timers.js';
import type { AbortMoment } from './facts.js';
import { functionNameOf } from './function-names.js';

/**
 * When an abort comes: on a process signal, after some time, on an event, or when a function is called.
 *
 * @param abort the call `controller.abort()`, or the method where it is itself the callback
 * @returns undefined at the top level of a module
 */
export function findAbortMoment(model: Model, abort: TSESTree.Node): AbortMoment | undefined {
  for (let callback = callbackAround(abort); callback; callback = enclosingFunction(callback)) {
    const moment = momentOf(model, callback);
    if (moment) return moment;
    if (isFunction(callback) && !runsInPlace(callback))
      return { kind: 'function', owner: functionNameOf(callback) };
  }
  return undefined;
}

/** The function that an abort is called in, or the bound method that is a callback by itself. */
function callbackAround(abort: TSESTree.Node): TSESTree.Node | undefined {
  if (abort.type === 'CallExpression' && calledName(abort) === 'abort') return enclosingFunction(abort);
  return abort;
}

function momentOf(model: Model, callback: TSESTree.Node): AbortMoment | undefined {
  const outer = outermost(callback);
  const { parent } = outer;
  const events = processEvents(model, callback);
  if (events.length > 0) return { kind: 'process', events };
  const relay = registrationsOf(model).find(({ listener }) => isListener(model, listener, callback));
  if (relay) return { kind: 'relay', signal: accessPath(relay.target)?.join('.') ?? '' };
  if (parent?.type === 'CallExpression' && parent.callee !== outer) return momentOfCall(model, parent, outer);
  const assigned =
    parent?.type === 'AssignmentExpression' && parent.right === outer ? parent.left : undefined;
  const name = assigned?.type === 'MemberExpression' ? memberName(assigned) : undefined;
  if (assigned?.type !== 'MemberExpression' || !name?.startsWith('on') || name.length < 4) return undefined;
  return { kind: 'event', event: name.slice(2), target: accessPath(assigned.object)?.join('.') };
}

function isListener(model: Model, listener: TSESTree.Node, callback: TSESTree.Node): boolean {
  return listener === callback || (isFunction(callback) && findFunction(model, listener) === callback);
}

/** The process signals and events on which a function runs, also by way of another. */
function processEvents(model: Model, callback: TSESTree.Node): string[] {
  const listeners = processListeners(model).filter(
    ({ argument, handler }) =>
      unwrapped(argument) === callback ||
      (handler && isFunction(callback) && functionsRunBy(model, handler).includes(callback)),
  );
  return [...new Set(listeners.flatMap(({ events }) => events.map(({ name }) => name)))];
}

const registering = new Set(['on', 'once', 'addEventListener', 'addListener', 'prependListener']);

function momentOfCall(
  model: Model,
  call: TSESTree.CallExpression,
  callback: TSESTree.Node,
): AbortMoment | undefined {
  const [first, second] = call.arguments;
  if (first === callback && isTimeout(model, call))
    return { kind: 'timer', delay: constantDelay(model, call) };
  if (second !== callback || !registering.has(calledName(call) ?? '')) return undefined;
  const callee = unwrapped(call.callee);
  const event = constantText(first);
  if (event === undefined || callee.type !== 'MemberExpression' || findProcessListener(model, call))
    return undefined;
  return { kind: 'event', event, target: accessPath(callee.object)?.join('.') };
}
