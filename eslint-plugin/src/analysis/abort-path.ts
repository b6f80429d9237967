import type { TSESTree } from '@typescript-eslint/utils';
import { judge, isAbortThrower, type Verdict } from './guards.js';
import { isLoggerCall } from './catalogue/index.js';
import type { Model } from './model.js';
import { abortSignalsOf } from './operations.js';
import { accessPath, calledName, isFunction, isInside, ownLevelNodes } from './syntax.js';

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
  /** Did a test on the way tell the abort from other failures? */
  recognised: Verdict['recognises'];
  /** Did the caught error go anywhere but into a log or a test? Then somebody else may deal with it. */
  isErrorKept: boolean;
  /** Was the error handed to a call that may decide what happens next? */
  isErrorConsulted: boolean;
  /** The first log call on the way. */
  log: TSESTree.Node | undefined;
  /** For `throw`: the abort itself goes on, or another error takes its place. */
  throws?: 'abort' | 'other';
  /** The tests that recognised the abort, outermost first. */
  tests: readonly TSESTree.Node[];
}

type State = Omit<Exit, 'kind' | 'node' | 'throws'>;

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

/**
 * Every way out of a handler for an abort.
 *
 * @param handler a `catch` clause, or the function given to `.catch` or as second argument of `.then`
 * @returns undefined where the handler is too large to follow
 */
export function abortExits(model: Model, handler: TSESTree.CatchClause | TSESTree.Node): Exit[] | undefined {
  const parameter =
    handler.type === 'CatchClause' ? handler.param : isFunction(handler) ? handler.params[0] : null;
  const names = parameter?.type === 'Identifier' ? [parameter.name] : boundNames(parameter);
  const walk = new AbortWalk(model, new Set(names));
  const body = handler.type === 'CatchClause' || isFunction(handler) ? handler.body : handler;
  return walk.exitsOf(body, handler);
}

function boundNames(pattern: TSESTree.Node | null | undefined): string[] {
  if (pattern?.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) =>
    property.type === 'Property' && property.value.type === 'Identifier' ? [property.value.name] : [],
  );
}

class AbortWalk {
  readonly #model: Model;
  readonly #error: ReadonlySet<string>;
  #isTooLarge = false;

  constructor(model: Model, error: ReadonlySet<string>) {
    this.#model = model;
    this.#error = error;
  }

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
        return this.#throw(statement, state);
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

  #throw(statement: TSESTree.ThrowStatement, state: State): Step {
    const { next, exits } = this.#evaluate(statement.argument, state);
    const path = accessPath(statement.argument) ?? [];
    const isAbort =
      this.#error.has(path[0] ?? '') || path.at(-1) === 'reason' || this.#makesAbortError(statement.argument);
    const throws = isAbort ? 'abort' : 'other';
    return {
      next: [],
      exits: [...exits, ...next.map((each): Exit => ({ ...each, kind: 'throw', node: statement, throws }))],
    };
  }

  #makesAbortError(node: TSESTree.Node): boolean {
    return /abort|cancel/i.test(this.#model.sourceCode.getText(node));
  }

  /** A statement that leaves with a value; a conditional value is two statements in one. */
  #leave(statement: TSESTree.Node, value: TSESTree.Node, state: State, kind: 'return'): Step {
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
        if (isAbortThrower(node) || this.#throwsAbort(node)) {
          return { next: [], exits: [{ ...after, kind: 'throw', node, throws: 'abort' }] };
        }
        const log = isLog(node) ? node : undefined;
        after = { ...after, log: after.log ?? log };
      }
      if (isFunction(node) && this.#mentionsError(node)) after = { ...after, isErrorKept: true };
      if (node.type !== 'Identifier' || !this.#error.has(node.name) || !isRead(node)) continue;
      const consulting = findConsultedCall(node, root);
      if (consulting)
        after = { ...after, isErrorKept: after.isErrorKept || use === 'value', isErrorConsulted: true };
      else if (use === 'value' && !isInLog(node, root)) after = { ...after, isErrorKept: true };
    }
    return { next: [after], exits: [] };
  }

  /** A call that is given the aborted signal fails at once, with the abort, where it is awaited or returned. */
  #throwsAbort(call: TSESTree.CallExpression): boolean {
    return (
      /^(?:AwaitExpression|ReturnStatement)$/.test(call.parent.type) &&
      abortSignalsOf(this.#model, call).some((signal) => signal.ownership === 'received')
    );
  }

  #mentionsError(node: TSESTree.Node): boolean {
    const text = this.#model.sourceCode.getText(node);
    return [...this.#error].some((name) => new RegExp(`\\b${name.replace('$', '\\$')}\\b`).test(text));
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

function isExit(call: TSESTree.CallExpression): boolean {
  const path = accessPath(call.callee)?.join('.');
  return path === 'process.exit' || path === 'process.abort' || path === 'Deno.exit';
}

function isLog(call: TSESTree.CallExpression): boolean {
  const path = accessPath(call.callee);
  return path !== undefined && isLoggerCall(path);
}

/** A name that is a member, a key or a declaration is no read of the variable. */
function isRead(name: TSESTree.Identifier): boolean {
  const { parent } = name;
  if (parent.type === 'MemberExpression') return parent.object === name || parent.computed;
  if (parent.type === 'Property') return parent.value === name;
  return !(parent.type === 'VariableDeclarator' && parent.id === name);
}

function isInLog(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let outer = node.parent; outer && isInside(outer, root); outer = outer.parent) {
    if (outer.type === 'CallExpression' && isLog(outer)) return true;
  }
  return false;
}

/** Conversions that only read the error. */
const readers = new Set([
  'String',
  'stringify',
  'inspect',
  'format',
  'getErrorMessage',
  'errorMessage',
  'toErrorMessage',
]);

/** @returns the call, other than a log or a conversion, that is handed the error itself, alone or among its options */
function findConsultedCall(name: TSESTree.Node, root: TSESTree.Node): TSESTree.CallExpression | undefined {
  let given = name;
  while (
    given.parent &&
    /^(?:Property|ObjectExpression|ArrayExpression|SpreadElement)$/.test(given.parent.type)
  ) {
    given = given.parent;
  }
  const call = given.parent;
  if (call?.type !== 'CallExpression' || !isInside(call, root) || isLog(call)) return undefined;
  return call.callee === name || readers.has(calledName(call) ?? '') ? undefined : call;
}
