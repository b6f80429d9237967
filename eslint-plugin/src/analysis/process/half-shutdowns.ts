import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, levelOf } from './handler-work.js';
import { isIdleHandler } from './idle-handlers.js';
import { isEndingListener, processListeners, type ProcessListener } from './process-listeners.js';
import { processRemovals, shareEvents, type ProcessRemoval } from './process-removals.js';
import { isCleanupName } from '../catalogue/index.js';
import { isCleanupCall } from '../cleanup/cleanup-calls.js';
import { accessPath, calledName, isFunction, unwrapped } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import type { Model } from '../model.js';

/** A shutdown that one of SIGINT and SIGTERM runs, and the other does not. */
export interface HalfShutdown {
  listener: ProcessListener;
  handled: string;
  missing: 'SIGINT' | 'SIGTERM';
  /** The calls that take the listener off again when the child process that it kills has ended. */
  removals: readonly TSESTree.CallExpression[];
}

/**
 * Finds the function that cleans up on one of the two signals, in a file that leaves the other one to kill the process.
 *
 * @returns undefined where both have a listener, or may have one; where its function releases nothing; where the listener is taken off
 *   again, unless it is there for as long as a child process is, which it kills
 */
export function findHalfShutdown(model: Model): HalfShutdown | undefined {
  const listeners = processListeners(model).filter(isEndingListener);
  if (!listeners.every(({ isComplete }) => isComplete)) return undefined;
  const names = new Set(listeners.flatMap(({ events }) => events.map(({ name }) => name)));
  if (names.has('SIGINT') === names.has('SIGTERM')) return undefined;
  const listener = listeners.find((each) => releases(model, each));
  if (!listener) return undefined;
  const removals = processRemovals(model).filter((removal) => shareEvents(removal, listener));
  const isForChild =
    removals.every((removal) => undoes(model, removal, listener)) && killsChild(model, listener);
  if (removals.length > 0 && !isForChild) return undefined;
  const half = { listener, removals: removals.map(({ call }) => call) };
  return names.has('SIGINT')
    ? { ...half, handled: 'SIGINT', missing: 'SIGTERM' }
    : { ...half, handled: 'SIGTERM', missing: 'SIGINT' };
}

/** Does it take off this very listener, and no other? */
function undoes(
  { sourceCode }: Model,
  { call, events, isComplete }: ProcessRemoval,
  listener: ProcessListener,
): boolean {
  const [, removed] = call.arguments;
  const isSame =
    removed !== undefined && sourceCode.getText(removed) === sourceCode.getText(listener.argument);
  return isSame && isComplete && events.length === 1;
}

const starters = new Set(['spawn', 'fork', 'exec', 'execFile']);

/** `child.kill()`, of what `spawn` and the like have given. */
function killsChild(model: Model, { handler }: ProcessListener): boolean {
  if (!handler) return false;
  return [...levelOf(model, handler)].some((node) => {
    if (node.type !== 'CallExpression' || calledName(node) !== 'kill') return false;
    const callee = unwrapped(node.callee);
    const child = callee.type === 'MemberExpression' ? constantValue(model, callee.object) : undefined;
    return child?.type === 'CallExpression' && starters.has(calledName(child) ?? '');
  });
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
