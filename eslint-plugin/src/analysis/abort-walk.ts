import type { TSESTree } from '@typescript-eslint/utils';
import type { Exit } from './abort-path.js';
import { failsWithAbort, findConsultedCall, isExit, isInLog, isLog, isRead, usesName } from './error-uses.js';
import { isAbortThrower, judge, type Verdict } from './guards.js';
import type { Model } from './model.js';
import { accessPath, isFunction, ownLevelNodes } from './syntax.js';

type State = Omit<Exit, 'kind' | 'node'>;

interface Step {
  /** Where execution goes on after the statement. */
  next: State[];
  exits: Exit[];
}

const start: State = {
  recognised: 'no',
  isErrorKept: false,
  isErrorConsulted: false,
  log: undefined,
  tests: [],
};

/** Enough for any handler that a person reads; beyond it the answer is that nothing is known. */
const mostStates = 64;

/** Executes a handler symbolically, for the one case that its error is an abort which the caller asked for. */
export class AbortWalk {
  readonly #model: Model;
  readonly #error: ReadonlySet<string>;
  #isTooLarge = false;

  constructor(model: Model, error: ReadonlySet<string>) {
    this.#model = model;
    this.#error = error;
  }

  /** @returns undefined where the handler is too large to follow */
  exitsOf(body: TSESTree.Node, handler: TSESTree.Node): Exit[] | undefined {
    const { next, exits } =
      body.type === 'BlockStatement'
        ? this.#run(body.body, [start])
        : this.#leave(body, body, start, 'return');
    const all = [...exits, ...next.map((state): Exit => ({ ...state, kind: 'end', node: handler }))];
    return this.#isTooLarge ? undefined : all;
  }

  #run(statements: readonly TSESTree.Node[], from: readonly State[]): Step {
    const exits: Exit[] = [];
    let states = [...from];
    for (const statement of statements) {
      const steps = states.map((state) => this.#execute(statement, state));
      exits.push(...steps.flatMap((step) => step.exits));
      states = distinct(steps.flatMap((step) => step.next));
      if (states.length > mostStates) this.#isTooLarge = true;
      if (states.length === 0 || this.#isTooLarge) break;
    }
    return { next: states, exits };
  }

  #execute(statement: TSESTree.Node, state: State): Step {
    switch (statement.type) {
      case 'BlockStatement':
        return this.#run(statement.body, [state]);
      case 'IfStatement':
        return this.#branch(statement.test, state, statement.consequent, statement.alternate);
      case 'ReturnStatement':
        return statement.argument
          ? this.#leave(statement, statement.argument, state, 'return')
          : { next: [], exits: [{ ...state, kind: 'return', node: statement }] };
      case 'ThrowStatement':
        return this.#leave(statement, statement.argument, state, 'throw');
      case 'BreakStatement':
      case 'ContinueStatement':
        return {
          next: [],
          exits: [
            { ...state, kind: statement.type === 'BreakStatement' ? 'break' : 'continue', node: statement },
          ],
        };
      case 'SwitchStatement':
        return this.#switch(statement, state);
      case 'TryStatement':
        return this.#try(statement, state);
      case 'LabeledStatement':
        return this.#execute(statement.body, state);
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.#loop(statement, state);
      case 'ExpressionStatement':
        return this.#expression(statement.expression, state);
      default:
        return this.#evaluate(statement, state);
    }
  }

  #branch(
    test: TSESTree.Node,
    state: State,
    consequent: TSESTree.Node,
    alternate: TSESTree.Node | null,
  ): Step {
    const { value, recognises } = judge(this.#model, test, this.#error);
    const tested = this.#evaluate(test, recognised(state, recognises, test), 'test');
    const after = (branch: TSESTree.Node | null, from: State): Step =>
      branch ? this.#execute(branch, from) : { next: [from], exits: [] };
    const steps = tested.next.flatMap((from) => [
      ...(value === false ? [] : [after(consequent, from)]),
      ...(value === true ? [] : [after(alternate, from)]),
    ]);
    return {
      next: steps.flatMap((step) => step.next),
      exits: [...tested.exits, ...steps.flatMap((step) => step.exits)],
    };
  }

  #switch(statement: TSESTree.SwitchStatement, state: State): Step {
    const isOnError = accessPath(statement.discriminant)?.some((name) => this.#error.has(name)) ?? false;
    const abortCase = statement.cases.findIndex(
      ({ test }) => test?.type === 'Literal' && /abort|cancel/i.test(String(test.value)),
    );
    const fallback = statement.cases.findIndex(({ test }) => test === null);
    const entries = isOnError
      ? [abortCase >= 0 ? abortCase : fallback]
      : statement.cases.map((_, index) => index);
    const from =
      isOnError && abortCase >= 0
        ? recognised(state, 'yes', statement.cases[abortCase]?.test ?? statement)
        : state;
    const steps = entries
      .filter((entry) => entry >= 0)
      .map((entry) =>
        this.#run(
          statement.cases.slice(entry).flatMap((each) => each.consequent),
          [from],
        ),
      );
    const exits = steps.flatMap((step) => step.exits);
    const isSkippable = fallback < 0 && !(isOnError && abortCase >= 0);
    return {
      next: [
        ...steps.flatMap((step) => step.next),
        ...exits.filter(breaksOut),
        ...(isSkippable ? [from] : []),
      ],
      exits: exits.filter((exit) => !breaksOut(exit)),
    };
  }

  #loop(statement: TSESTree.Node & { body: TSESTree.Statement }, state: State): Step {
    const head = 'right' in statement ? statement.right : 'test' in statement ? statement.test : null;
    const entered = head ? this.#evaluate(head as TSESTree.Node, state) : { next: [state], exits: [] };
    const { next, exits } = this.#run([statement.body], entered.next);
    const leaves = exits.filter((exit) => breaksOut(exit) || (exit.kind === 'continue' && !labelOf(exit)));
    return {
      next: distinct([...entered.next, ...next, ...leaves]),
      exits: [...entered.exits, ...exits.filter((exit) => !leaves.includes(exit))],
    };
  }

  #try(statement: TSESTree.TryStatement, state: State): Step {
    let { next, exits } = this.#run(statement.block.body, [state]);
    if (statement.handler) {
      const thrown = exits.filter((exit) => exit.kind === 'throw');
      const handled = this.#run(statement.handler.body.body, distinct([state, ...thrown]));
      exits = [...exits.filter((exit) => exit.kind !== 'throw'), ...handled.exits];
      next = distinct([...next, ...handled.next]);
    }
    if (!statement.finalizer) return { next, exits };
    const finalizer = this.#run(statement.finalizer.body, [state]);
    const overrides = finalizer.next.length === 0;
    return {
      next: overrides ? [] : next,
      exits: overrides ? finalizer.exits : [...exits, ...finalizer.exits],
    };
  }

  /** A statement that leaves with a value; a conditional value is two statements in one. */
  #leave(statement: TSESTree.Node, value: TSESTree.Node, state: State, kind: 'return' | 'throw'): Step {
    if (value.type === 'ConditionalExpression') {
      const { value: outcome, recognises } = judge(this.#model, value.test, this.#error);
      const tested = this.#evaluate(value.test, recognised(state, recognises, value.test), 'test');
      const steps = tested.next.flatMap((from) => [
        ...(outcome === false ? [] : [this.#leave(statement, value.consequent, from, kind)]),
        ...(outcome === true ? [] : [this.#leave(statement, value.alternate, from, kind)]),
      ]);
      return { next: [], exits: [...tested.exits, ...steps.flatMap((step) => step.exits)] };
    }
    const { next, exits } = this.#evaluate(value, state);
    return { next: [], exits: [...exits, ...next.map((each): Exit => ({ ...each, kind, node: statement }))] };
  }

  /** `test && action()` and `test ? a() : b()` as statements are branches too. */
  #expression(expression: TSESTree.Expression, state: State): Step {
    if (expression.type === 'ConditionalExpression') {
      return this.#branch(expression.test, state, expression.consequent, expression.alternate);
    }
    if (expression.type === 'LogicalExpression' && expression.operator === '&&') {
      return this.#branch(expression.left, state, expression.right, null);
    }
    return this.#evaluate(expression, state);
  }

  /** What an expression does with the error, and whether it throws the abort again. */
  #evaluate(root: TSESTree.Node, state: State, use: 'value' | 'test' = 'value'): Step {
    let after = state;
    for (const node of ownLevelNodes(root, this.#model.sourceCode.visitorKeys)) {
      if (node.type === 'CallExpression') {
        if (isExit(node)) return { next: [], exits: [{ ...after, kind: 'stop', node }] };
        if (isAbortThrower(node) || failsWithAbort(this.#model, node)) {
          return { next: [], exits: [{ ...after, kind: 'throw', node }] };
        }
        const log = isLog(node) ? node : undefined;
        after = { ...after, log: after.log ?? log };
      }
      if (isFunction(node) && usesName(this.#model, node, this.#error))
        after = { ...after, isErrorKept: true };
      if (node.type !== 'Identifier' || !this.#error.has(node.name) || !isRead(node)) continue;
      const consulting = findConsultedCall(node, root);
      if (consulting)
        after = { ...after, isErrorKept: after.isErrorKept || use === 'value', isErrorConsulted: true };
      else if (use === 'value' && !isInLog(node, root)) after = { ...after, isErrorKept: true };
    }
    return { next: [after], exits: [] };
  }
}

function recognised(state: State, by: Verdict['recognises'], test: TSESTree.Node): State {
  if (by === 'no') return state;
  const isStronger = by === 'yes' || state.recognised === 'no';
  return { ...state, recognised: isStronger ? by : state.recognised, tests: [...state.tests, test] };
}

function distinct(states: readonly State[]): State[] {
  const byKey = new Map(
    states.map(({ recognised: how, isErrorKept, isErrorConsulted, log, tests }) => [
      [how, isErrorKept, isErrorConsulted, log?.range[0], ...tests.map((test) => test.range[0])].join(),
      { recognised: how, isErrorKept, isErrorConsulted, log, tests },
    ]),
  );
  return [...byKey.values()];
}

function labelOf(exit: Exit): TSESTree.Identifier | null {
  return exit.node.type === 'BreakStatement' || exit.node.type === 'ContinueStatement'
    ? exit.node.label
    : null;
}

function breaksOut(exit: Exit): boolean {
  return exit.kind === 'break' && !labelOf(exit);
}
