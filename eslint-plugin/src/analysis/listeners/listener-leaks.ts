import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { findEarlyEnd } from '../bodies/early-ends.js';
import { accessPath, isInside, memberName } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { originsOf } from '../signals/origins.js';
import { isMadeSignal } from '../signals/signal-factories.js';
import { isInTest } from '../operations/test-callbacks.js';
import { isClearedOnSuccessOnly } from '../timers/timers.js';
import type { AbortListener } from './abort-listeners.js';
import { findEndingWork, type EndingWork } from './ending-work.js';
import { isGivenSignal } from './given-signals.js';
import { fateOfListener } from './listener-removals.js';
import { findRepeatedAdding } from './repeated-listeners.js';

/** A listener that stays on a signal when the work that it was added for has ended. */
export interface ListenerLeak {
  listener: AbortListener;
  /** What takes it off: nothing, only an abort, or only success; `again` where each call adds it once more to a kept signal. */
  how: 'never' | 'on-abort' | 'on-success' | 'again';
  /** What ends, of all but `again`. */
  work?: EndingWork;
  /** Where the kept signal is made, of `again`. */
  made?: TSESTree.Node;
}

/**
 * @returns the leak of an `abort` listener on a received signal; undefined where it is taken off, where somebody else may
 *   do so, or where nothing shows that the work ends without an abort (F8, F9)
 */
export function findListenerLeak(model: Model, listener: AbortListener): ListenerLeak | undefined {
  if (isInTest(listener.node) || isGivenSignal(model, listener)) return undefined;
  if (!isForeign(model, listener)) return findRepetition(model, listener);
  const how = howRemoved(model, listener);
  const work = how && findEndingWork(model, listener);
  return how && work ? { listener, how, work } : undefined;
}

/**
 * Would a listener in place of `onabort =` stay on the signal when the work has ended? `onabort` holds one function only, which
 * the next one replaces.
 */
export function wouldLeak(model: Model, listener: AbortListener): boolean {
  if (isInTest(listener.node) || isGivenSignal(model, listener)) return false;
  return isForeign(model, listener) && findEndingWork(model, listener) !== undefined;
}

function findRepetition(model: Model, listener: AbortListener): ListenerLeak | undefined {
  const made = findRepeatedAdding(model, listener);
  return made && fateOfListener(model, listener).kind === 'kept'
    ? { listener, how: 'again', made }
    : undefined;
}

/** Was the signal received as it is, or by way of a `Request` that is made of what the function was given? */
function isForeign(model: Model, { signal, target }: AbortListener): boolean {
  const origins = originsOf(model, target);
  if (signal.ownership !== 'unknown') {
    // What was made here of a received signal goes with the work.
    const isMade = origins.some((origin) => isMadeSignal(origin));
    return signal.ownership === 'received' && !isMade;
  }
  return origins.some(
    (origin) =>
      origin.kind === 'new' &&
      accessPath(origin.node.callee)?.at(-1) === 'Request' &&
      origin.path.join('.') === 'signal' &&
      origin.node.arguments.some((each) => originsOf(model, each).some(({ kind }) => kind === 'parameter')),
  );
}

function howRemoved(model: Model, listener: AbortListener): ListenerLeak['how'] | undefined {
  const fate = fateOfListener(model, listener);
  const { node, function: body } = listener;
  if (node.type !== 'CallExpression') return undefined;
  if (fate.kind === 'unknown') return undefined;
  if (fate.kind === 'kept') return isOnce(model, listener.options) ? 'on-abort' : 'never';
  if (body && fate.removals.every((removal) => isInside(removal, body)))
    return fate.isRunByOthers ? undefined : 'on-abort';
  // Where the body is still to be read, no-timeout-cleared-before-body says where the removal belongs.
  const isEarly = fate.removals.some((removal) => findEarlyEnd(model, removal));
  return !isEarly && isClearedOnSuccessOnly(model, node, fate.removals) ? 'on-success' : undefined;
}

/** `{ once: true }` */
function isOnce(model: Model, options: TSESTree.Node | undefined): boolean {
  const value = options && constantValue(model, options);
  return (
    value?.type === 'ObjectExpression' &&
    value.properties.some((each) => each.type === 'Property' && memberName(each) === 'once')
  );
}
