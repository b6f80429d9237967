import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, enclosingFunction, outermost, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { isInTest } from '../operations/test-callbacks.js';
import { processMethod } from '../process/process-calls.js';
import { isCaught } from '../promises/never-rejects.js';
import { isExecutor } from '../reasons/rejections.js';
import { findTestedSignal, type Signal } from '../signals/signals.js';
import { platformCallOf } from './timers.js';

/** An abort that is thrown in the callback of a timer, which nobody can catch. */
export interface UncaughtAbort {
  signal: Signal;
  callback: FunctionNode;
  /** The executor of the promise that the callback belongs to, where it does. */
  executor: FunctionNode | undefined;
}

/** @returns what becomes of a `signal.throwIfAborted()`; undefined where its abort goes to somebody */
export function findUncaughtAbort(model: Model, call: TSESTree.CallExpression): UncaughtAbort | undefined {
  if (calledName(call) !== 'throwIfAborted') return undefined;
  const callback = enclosingFunction(call);
  if (!callback || callback.generator || isCaught(call, callback) || !isTimed(model, callback))
    return undefined;
  const signal = findTestedSignal(model, call);
  if (!signal || isInTest(call)) return undefined;
  return { signal, callback, executor: executorAround(callback) };
}

const timers = new Set(
  'setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback'.split(' '),
);

/** Is it handed to a timer of the platform, which calls it when the code that did so has ended? */
function isTimed(model: Model, callback: FunctionNode): boolean {
  const { parent } = outermost(callback);
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== outermost(callback)) return false;
  if (processMethod(model, parent) === 'nextTick') return true;
  return timers.has(platformCallOf(model, parent) ?? '');
}

function executorAround(callback: FunctionNode): FunctionNode | undefined {
  const outer = enclosingFunction(callback);
  if (!outer) return undefined;
  return isExecutor(outer) ? outer : executorAround(outer);
}
