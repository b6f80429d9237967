import type { TSESTree } from '@typescript-eslint/utils';
import type { Exit } from './abort-path.js';
import type { ErrorNames } from './error-names.js';
import { findErrorReport } from './error-reports.js';
import {
  failsWithAbort,
  findConsultedCall,
  isInLog,
  isLog,
  isRead,
  isWholeStatement,
  usesName,
} from './error-uses.js';
import { isProcessExit } from '../process/process-calls.js';
import { isAbortThrower, judge } from './guards.js';
import { perhaps, type Verdict } from './verdicts.js';
import type { Model } from '../model.js';
import { accessPath, calledName, constantText, isFunction, ownLevelNodes } from '../code/syntax.js';

/** The handler that an abort arrives in, and the names that hold the caught error, or what was read from it, there. */
export interface Handler extends ErrorNames {
  model: Model;
}

/** What is known of an abort on its way through a handler. */
export type State = Omit<Exit, 'kind' | 'node' | 'value'>;

/** What one statement makes of one state. */
export interface Step {
  /** Where execution goes on after the statement. */
  next: State[];
  exits: Exit[];
}

/** An abort that has just arrived. */
export const start: State = {
  recognised: 'no',
  isErrorKept: false,
  isErrorConsulted: false,
  isErrorDelegated: false,
  log: undefined,
  report: undefined,
  rejection: undefined,
  tests: [],
};

/** Enough for any handler that a person reads; beyond it the answer is that nothing is known. */
export const mostStates = 64;

/** How a test comes out for an abort; one that asks about something read from the error may tell it. */
export function judgeTest({ model, error, derived }: Handler, test: TSESTree.Node): Verdict {
  const verdict = judge(model, test, error);
  const isOpen = verdict.value === undefined && verdict.recognises === 'no';
  return isOpen && usesName(model, test, derived) ? perhaps : verdict;
}

/** What an expression does with the error, and whether it throws the abort again. */
export function evaluate(
  { model, error }: Handler,
  root: TSESTree.Node,
  state: State,
  use: 'value' | 'test' = 'value',
): Step {
  let after = state;
  for (const node of ownLevelNodes(root, model.sourceCode.visitorKeys)) {
    if (node.type === 'CallExpression') {
      if (isProcessExit(model, node)) return { next: [], exits: [{ ...after, kind: 'stop', node }] };
      if (isAbortThrower(node) || failsWithAbort(model, node)) {
        return { next: [], exits: [{ ...after, kind: 'throw', node }] };
      }
      after = { ...after, log: after.log ?? (isLog(node) ? node : undefined), ...saidBy(node, after) };
    }
    if (isFunction(node) && usesName(model, node, error)) after = { ...after, isErrorKept: true };
    if (node.type !== 'Identifier' || !error.has(node.name) || !isRead(node)) continue;
    const consulting = findConsultedCall(node, root);
    if (consulting) {
      after = {
        ...after,
        isErrorKept: after.isErrorKept || use === 'value',
        isErrorConsulted: true,
        isErrorDelegated: after.isErrorDelegated || (isWholeStatement(consulting) && !isTracker(consulting)),
      };
    } else if (use === 'value' && !isInLog(node, root)) after = { ...after, isErrorKept: true };
  }
  return { next: [after], exits: [] };
}

/** Does the call only tell of the error? A listener or a callback may throw it again. */
function isTracker(call: TSESTree.CallExpression): boolean {
  const kind = findErrorReport(call)?.kind;
  return kind === 'tracker' || kind === 'state';
}

/** What a call tells others of an abort that no test has recognised yet. */
function saidBy(
  call: TSESTree.CallExpression,
  { recognised: how, report, rejection }: State,
): Pick<State, 'report' | 'rejection'> {
  if (how !== 'no') return { report, rejection };
  const rejected = calledName(call) === 'reject' ? call.arguments[0] : undefined;
  return { report: report ?? findErrorReport(call), rejection: rejection ?? rejected };
}

/** A test has told the abort from other failures, or may have. */
export function recognised(state: State, by: Verdict['recognises'], test: TSESTree.Node): State {
  if (by === 'no') return state;
  const isStronger = by === 'yes' || state.recognised === 'no';
  return { ...state, recognised: isStronger ? by : state.recognised, tests: [...state.tests, test] };
}

/** Leaves one state of each kind. */
export function distinct(states: readonly State[]): State[] {
  const byKey = new Map(states.map((state) => [keyOf(state), state]));
  return [...byKey.values()];
}

function keyOf({ recognised: how, tests, ...state }: State): string {
  const places = [state.log, state.report?.call, state.rejection, ...tests].map((node) => node?.range[0]);
  return [how, state.isErrorKept, state.isErrorConsulted, state.isErrorDelegated, ...places].join();
}

export function labelOf(exit: Exit): TSESTree.Identifier | null {
  return exit.node.type === 'BreakStatement' || exit.node.type === 'ContinueStatement'
    ? exit.node.label
    : null;
}

/** Does the way out lead only to the end of the loop or `switch` around it? */
export function breaksOut(exit: Exit): boolean {
  return exit.kind === 'break' && !labelOf(exit);
}

/** The cases of a `switch` that an abort can enter; one on the error has a case for the abort, or a default. */
export function entriesOf(
  { error }: Handler,
  { cases, discriminant }: TSESTree.SwitchStatement,
): { entries: number[]; abortCase: TSESTree.SwitchCase | undefined; isSkippable: boolean } {
  const fallback = cases.findIndex(({ test }) => test === null);
  const isOnError = accessPath(discriminant)?.some((name) => error.has(name)) ?? false;
  if (!isOnError) return { entries: [...cases.keys()], abortCase: undefined, isSkippable: fallback < 0 };
  const index = cases.findIndex(({ test }) => /abort|cancel/i.test(constantText(test) ?? ''));
  const entry = index < 0 ? fallback : index;
  return { entries: entry < 0 ? [] : [entry], abortCase: cases[index], isSkippable: entry < 0 };
}
