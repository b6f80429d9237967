import type { TSESTree } from '@typescript-eslint/utils';
import { AbortWalk } from './abort-walk.js';
import { errorNamesIn } from './error-names.js';
import type { ErrorReport } from './error-reports.js';
import type { Verdict } from './verdicts.js';
import type { Model } from '../model.js';
import { isFunction } from '../code/syntax.js';

/**
 * One way in which an abort that arrives in a handler can leave it. The handler is executed symbolically for
 * that one case: a test that tells an abort from other failures has one outcome, every other test has two.
 * (ESLint's code paths say which segments follow each other, but not on which outcome of a test.)
 */
export interface Exit {
  /** `end`: out of the handler's end; `stop`: the process ends there. */
  kind: 'end' | 'return' | 'break' | 'continue' | 'throw' | 'stop';
  /** The statement that leaves, or the handler itself for `end`. */
  node: TSESTree.Node;
  /** What is thrown or returned, where the exit says so. */
  value?: TSESTree.Node;
  /** Did a test on the way tell the abort from other failures? */
  recognised: Verdict['recognises'];
  /** Did the caught error go anywhere but into a log or a test? Then somebody else may deal with it. */
  isErrorKept: boolean;
  /** Was the error handed to a call that may decide what happens next? */
  isErrorConsulted: boolean;
  /** Was the error handed to a call that is a statement of its own, so that it may throw it again? */
  isErrorDelegated: boolean;
  /** The first log call on the way. */
  log: TSESTree.Node | undefined;
  /** The first call that reported the abort as a failure, before any test had recognised it. */
  report: ErrorReport | undefined;
  /** What a promise was rejected with, before any test had recognised the abort. */
  rejection: TSESTree.Node | undefined;
  /** The tests that recognised the abort, outermost first. */
  tests: readonly TSESTree.Node[];
}

/**
 * Every way out of a handler for an abort.
 *
 * @param handler a `catch` clause, or the function given to `.catch` or as second argument of `.then`
 * @returns undefined where the handler is too large to follow
 */
export function abortExits(model: Model, handler: TSESTree.CatchClause | TSESTree.Node): Exit[] | undefined {
  const body = handler.type === 'CatchClause' || isFunction(handler) ? handler.body : handler;
  const walk = new AbortWalk({ model, ...errorNamesIn(model, handler) });
  return walk.exitsOf(body, handler);
}
