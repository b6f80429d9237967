import type { TSESTree } from '@typescript-eslint/utils';
import type { Exit } from './abort-path.js';
import { failsWithAbort, findConsultedCall, isExit, isInLog, isLog, isRead, usesName } from './error-uses.js';
import { isAbortThrower, type Verdict } from './guards.js';
import type { Model } from '../model.js';
import { isFunction, ownLevelNodes } from '../code/syntax.js';

/** The handler that an abort arrives in, and the names that hold the caught error there. */
export interface Handler {
  model: Model;
  error: ReadonlySet<string>;
}

/** What is known of an abort on its way through a handler. */
export type State = Omit<Exit, 'kind' | 'node'>;

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
  log: undefined,
  tests: [],
};

/** Enough for any handler that a person reads; beyond it the answer is that nothing is known. */
export const mostStates = 64;

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
      if (isExit(node)) return { next: [], exits: [{ ...after, kind: 'stop', node }] };
      if (isAbortThrower(node) || failsWithAbort(model, node)) {
        return { next: [], exits: [{ ...after, kind: 'throw', node }] };
      }
      const log = isLog(node) ? node : undefined;
      after = { ...after, log: after.log ?? log };
    }
    if (isFunction(node) && usesName(model, node, error)) after = { ...after, isErrorKept: true };
    if (node.type !== 'Identifier' || !error.has(node.name) || !isRead(node)) continue;
    const consulting = findConsultedCall(node, root);
    if (consulting)
      after = { ...after, isErrorKept: after.isErrorKept || use === 'value', isErrorConsulted: true };
    else if (use === 'value' && !isInLog(node, root)) after = { ...after, isErrorKept: true };
  }
  return { next: [after], exits: [] };
}

/** A test has told the abort from other failures, or may have. */
export function recognised(state: State, by: Verdict['recognises'], test: TSESTree.Node): State {
  if (by === 'no') return state;
  const isStronger = by === 'yes' || state.recognised === 'no';
  return { ...state, recognised: isStronger ? by : state.recognised, tests: [...state.tests, test] };
}

/** Leaves one state of each kind. */
export function distinct(states: readonly State[]): State[] {
  const byKey = new Map(
    states.map(({ recognised: how, isErrorKept, isErrorConsulted, log, tests }) => [
      [how, isErrorKept, isErrorConsulted, log?.range[0], ...tests.map((test) => test.range[0])].join(),
      { recognised: how, isErrorKept, isErrorConsulted, log, tests },
    ]),
  );
  return [...byKey.values()];
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
