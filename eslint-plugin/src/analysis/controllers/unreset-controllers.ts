import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  calledName,
  endsByLeaving,
  enclosingFunction,
  isFunction,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import { isInTest } from '../operations/test-callbacks.js';
import { abortedController } from './abort-calls.js';
import { isMadeWhereMissing } from './controller-making.js';
import { findController, type Controller } from './controllers.js';

/** A field that keeps an aborted controller where what is awaited after the abort fails. */
export interface UnresetController {
  controller: Controller;
  /** The assignment that takes it away where all goes well. */
  reset: TSESTree.AssignmentExpression;
  /** Where the class starts nothing as long as the controller is there. */
  start: TSESTree.Node;
}

/**
 * `this.controller.abort(); await this.flush(); this.controller = undefined;`, in a class that takes the controller for a sign that
 * it is at work.
 *
 * @returns undefined where the field is reset whatever happens, or where nothing asks whether it is set
 */
export function findUnresetController(
  model: Model,
  call: TSESTree.CallExpression,
): UnresetController | undefined {
  const aborted = abortedController(call);
  const controller = aborted && findController(model, aborted);
  const method = enclosingFunction(call);
  if (!controller?.field || !method?.async || isInTest(call)) return undefined;
  const found = findStatement(call);
  if (!found || isInTry(call)) return undefined;
  const { block, statement } = found;
  const behind = block.body.slice(block.body.indexOf(statement) + 1);
  const reset = behind.map((each) => resetIn(each, controller.name)).find((each) => each !== undefined);
  const isOpen = behind.some((each) => reset && each.range[1] <= reset.range[0] && mayFail(model, each));
  const start = isOpen ? findGuard(controller) : undefined;
  return reset && start ? { controller, reset, start } : undefined;
}

/** The statement that aborts, also under a test, in the block that goes on behind it. */
function findStatement(
  call: TSESTree.Node,
): { block: TSESTree.BlockStatement; statement: TSESTree.Statement } | undefined {
  let statement = [...ancestorsOf(call)].find(({ type }) => type === 'ExpressionStatement');
  const braces = statement?.parent;
  if (braces?.type === 'BlockStatement' && braces.body.length === 1 && braces.parent.type === 'IfStatement')
    statement = braces;
  if (statement?.parent?.type === 'IfStatement') statement = statement.parent;
  const block = statement?.parent;
  return statement && block?.type === 'BlockStatement'
    ? { block, statement: statement as TSESTree.Statement }
    : undefined;
}

function isInTry(node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    if (outer.type === 'TryStatement') return true;
  }
  return false;
}

/** `this.controller = undefined` */
function resetIn(statement: TSESTree.Statement, name: string): TSESTree.AssignmentExpression | undefined {
  const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (assignment?.type !== 'AssignmentExpression' || accessPath(assignment.left)?.join('.') !== name)
    return undefined;
  const { right } = assignment;
  const isEmpty =
    (right.type === 'Identifier' && right.name === 'undefined') ||
    (right.type === 'Literal' && right.value === null);
  return isEmpty ? assignment : undefined;
}

/** Does it wait for something whose failure leaves the function? */
function mayFail({ sourceCode }: Model, statement: TSESTree.Statement): boolean {
  return ownLevelNodes(statement, sourceCode.visitorKeys).some((node) => {
    if (node.type !== 'AwaitExpression' || isInTry(node)) return false;
    const awaited = unwrapped(node.argument);
    const name = awaited.type === 'CallExpression' ? (calledName(awaited) ?? '') : '';
    return !/^(?:catch|allSettled|sleep|delay|setTimeout)$/.test(name);
  });
}

/** `if (this.controller) return;`, or a controller that is made only where there is none. */
function findGuard({ uses, made }: Controller): TSESTree.Node | undefined {
  const lazy = made.every((each) => isMadeWhereMissing(each)) ? made[0] : undefined;
  const guard = uses.find(
    ({ kind, node }) =>
      kind === 'test' && node.parent?.type === 'IfStatement' && endsByLeaving(node.parent.consequent),
  );
  return lazy ?? guard?.node;
}
