import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, levelOf } from './handler-work.js';
import { isIdleHandler } from './idle-handlers.js';
import { isEndingListener, processListeners, type ProcessListener } from './process-listeners.js';
import { processRemovals, shareEvents } from './process-removals.js';
import { isCleanupName } from '../catalogue/index.js';
import { isCleanupCall } from '../cleanup/cleanup-calls.js';
import { accessPath, isFunction, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';

/** A shutdown that one of SIGINT and SIGTERM runs, and the other does not. */
export interface HalfShutdown {
  listener: ProcessListener;
  handled: string;
  missing: 'SIGINT' | 'SIGTERM';
}

/**
 * Finds the function that cleans up on one of the two signals, in a file that leaves the other one to kill the process.
 *
 * @returns undefined where both have a listener, or may have one; where the listener is taken off again; where its
 *   function releases nothing
 */
export function findHalfShutdown(model: Model): HalfShutdown | undefined {
  const listeners = processListeners(model).filter(isEndingListener);
  if (!listeners.every(({ isComplete }) => isComplete)) return undefined;
  const names = new Set(listeners.flatMap(({ events }) => events.map(({ name }) => name)));
  if (names.has('SIGINT') === names.has('SIGTERM')) return undefined;
  const listener = listeners.find((each) => releases(model, each));
  if (!listener || processRemovals(model).some((removal) => shareEvents(removal, listener))) return undefined;
  return names.has('SIGINT')
    ? { listener, handled: 'SIGINT', missing: 'SIGTERM' }
    : { listener, handled: 'SIGTERM', missing: 'SIGINT' };
}

/** A function with a name, which could be registered twice as well, that releases something. */
function releases(model: Model, listener: ProcessListener): boolean {
  const { argument, handler } = listener;
  if (isFunction(unwrapped(argument))) return false;
  if (handler && isIdleHandler(model, { handler, listeners: [listener] })) return false;
  const name = nameOf(argument);
  if (name !== undefined && isCleanupName(name)) return true;
  return (
    handler !== undefined &&
    functionsRunBy(model, handler).some((node) =>
      [...levelOf(model, node)].some((each) => each.type === 'CallExpression' && isCleanupCall(each)),
    )
  );
}

/** `shutdown`, `this.stop`, `this.stop.bind(this)`. */
function nameOf(argument: TSESTree.Node): string | undefined {
  const inner = unwrapped(argument);
  if (inner.type !== 'CallExpression') return accessPath(inner)?.at(-1);
  const path = accessPath(inner.callee);
  return path?.at(-1) === 'bind' ? path.at(-2) : undefined;
}
