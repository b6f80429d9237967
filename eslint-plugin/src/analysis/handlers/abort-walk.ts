import type { TSESTree } from '@typescript-eslint/utils';
import type { Exit } from './abort-path.js';
import {
  breaksOut,
  distinct,
  entriesOf,
  evaluate,
  judgeTest,
  labelOf,
  mostStates,
  recognised,
  start,
  type Handler,
  type State,
  type Step,
} from './abort-states.js';

/** Executes a handler symbolically, for the one case that its error is an abort which the caller asked for. */
export class AbortWalk {
  readonly #handler: Handler;
  #isTooLarge = false;

  constructor(handler: Handler) {
    this.#handler = handler;
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
        return evaluate(this.#handler, statement, state);
    }
  }

  #branch(
    test: TSESTree.Node,
    state: State,
    consequent: TSESTree.Node,
    alternate: TSESTree.Node | null,
  ): Step {
    const after = (branch: TSESTree.Node | null, from: State): Step =>
      branch ? this.#execute(branch, from) : { next: [from], exits: [] };
    return this.#decide(
      test,
      state,
      (from) => after(consequent, from),
      (from) => after(alternate, from),
    );
  }

  /** Goes on with the outcomes that the test can have. */
  #decide(
    test: TSESTree.Node,
    state: State,
    then: (from: State) => Step,
    otherwise: (from: State) => Step,
  ): Step {
    const { value, recognises } = judgeTest(this.#handler, test);
    const tested = evaluate(this.#handler, test, recognised(state, recognises, test), 'test');
    const steps = tested.next.flatMap((from) => [
      ...(value === false ? [] : [then(from)]),
      ...(value === true ? [] : [otherwise(from)]),
    ]);
    return {
      next: steps.flatMap((step) => step.next),
      exits: [...tested.exits, ...steps.flatMap((step) => step.exits)],
    };
  }

  #switch(statement: TSESTree.SwitchStatement, state: State): Step {
    const { entries, abortCase, isSkippable } = entriesOf(this.#handler, statement);
    const from = abortCase ? recognised(state, 'yes', abortCase.test ?? statement) : state;
    const steps = entries.map((entry) =>
      this.#run(
        statement.cases.slice(entry).flatMap((each) => each.consequent),
        [from],
      ),
    );
    const exits = steps.flatMap((step) => step.exits);
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
    const entered = head ? evaluate(this.#handler, head, state) : { next: [state], exits: [] };
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
      return this.#decide(
        value.test,
        state,
        (from) => this.#leave(statement, value.consequent, from, kind),
        (from) => this.#leave(statement, value.alternate, from, kind),
      );
    }
    const { next, exits } = evaluate(this.#handler, value, state);
    const leaving = next.map((each): Exit => ({ ...each, kind, node: statement, value }));
    return { next: [], exits: [...exits, ...leaving] };
  }

  /** `test && action()` and `test ? a() : b()` as statements are branches too. */
  #expression(expression: TSESTree.Expression, state: State): Step {
    if (expression.type === 'ConditionalExpression') {
      return this.#branch(expression.test, state, expression.consequent, expression.alternate);
    }
    if (expression.type === 'LogicalExpression' && expression.operator === '&&') {
      return this.#branch(expression.left, state, expression.right, null);
    }
    return evaluate(this.#handler, expression, state);
  }
}
