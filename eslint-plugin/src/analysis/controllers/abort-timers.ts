import type { TSESTree } from '@typescript-eslint/utils';
import { isInTest } from '../operations/test-callbacks.js';
import { findEarlyEnd } from '../bodies/early-ends.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { findFunction } from '../code/local-functions.js';
import { enclosingFunction, isInside } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isExecutor } from '../reasons/rejections.js';
import { constantDelay, fateOfTimer, isClearedOnSuccessOnly, isTimeout } from '../timers/timers.js';
import { abortCallsOf, type AbortCall } from './abort-calls.js';
import { findController, type Controller } from './controllers.js';

/** A timer that aborts the controller of the work around it, and that outlasts this work. */
export interface UnclearedAbortTimer {
  timer: TSESTree.CallExpression;
  abort: AbortCall;
  controller: Controller;
  /** `dropped`: nobody has its id; `kept`: nothing clears it; `on-success`: only success clears it. */
  how: 'dropped' | 'kept' | 'on-success';
}

/** @returns the defect of `setTimeout(() => controller.abort(), ms)`; undefined where it is cleared, or nothing tells */
export function findUnclearedAbortTimer(
  model: Model,
  timer: TSESTree.CallExpression,
): UnclearedAbortTimer | undefined {
  if (!isTimeout(model, timer)) return undefined;
  const [abort] = abortCallsOf(model, timer.arguments[0]);
  const controller = abort && findController(model, abort.controller);
  if (!abort || !controller || !isMadeAround(model, controller, timer)) return undefined;
  const delay = constantDelay(model, timer);
  if ((delay !== undefined && delay <= 0) || isInTest(timer) || isAwaitedAlone(model, timer))
    return undefined;
  const fate = fateOfTimer(model, timer);
  switch (fate.kind) {
    case 'unknown':
      return undefined;
    case 'cleared':
      return isClearedOnSuccessOnly(model, timer, fate.clears) && !isClearedEarly(model, fate.clears)
        ? { timer, abort, controller, how: 'on-success' }
        : undefined;
    default:
      return { timer, abort, controller, how: fate.kind };
  }
}

/** Does nothing but the timer's callback resolve the promise whose executor starts it? Then the time is what is waited for. */
function isAwaitedAlone(model: Model, timer: TSESTree.CallExpression): boolean {
  const executor = enclosingFunction(timer);
  const [resolve] = executor && isExecutor(executor) ? executor.params : [];
  const callback = timer.arguments[0] && findFunction(model, timer.arguments[0]);
  if (resolve?.type !== 'Identifier' || !callback) return false;
  const uses = findVariable(model, resolve)?.references ?? [];
  return uses.length > 0 && uses.every(({ identifier }) => isInside(identifier, callback));
}

/** Is it cleared before the body is read? Then no-timeout-cleared-before-body says where that belongs. */
function isClearedEarly(model: Model, clears: readonly TSESTree.CallExpression[]): boolean {
  return clears.some((clear) => findEarlyEnd(model, clear) !== undefined);
}

/**
 * Is the controller made by the function that starts the timer, so that the timer is its time limit? A timer that a listener
 * starts for a controller further out is a period of grace.
 */
function isMadeAround(model: Model, { made }: Controller, timer: TSESTree.Node): boolean {
  const functions = functionsWorkingAt(model, timer);
  return made.some((each) => functions.some((work) => isInside(each, work.body)));
}
