import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortThrower, judge } from '../handlers/guards.js';
import type { Model } from '../model.js';
import { operationsIn } from '../operations/operations.js';
import { isInside, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/**
 * Can code in a handler or cleanup block run after an abort?
 *
 * @param region the block or function that the abort enters
 * @returns false where a test on the way to the node, or an early exit before it, leaves the abort out
 */
export function isReachedByAbort(model: Model, node: TSESTree.Node, region: TSESTree.Node): boolean {
  const attempt = region.parent?.type === 'CatchClause' ? region.parent.parent : region.parent;
  const error = region.parent?.type === 'CatchClause' ? region.parent.param : null;
  const way: AbortWay = {
    model,
    error: new Set(error?.type === 'Identifier' ? [error.name] : []),
    attempt: attempt?.type === 'TryStatement' ? attempt.block : undefined,
  };
  for (
    let inner = node, outer = node.parent;
    outer && inner !== region;
    inner = outer, outer = outer.parent
  ) {
    if (leavesAbortOut(way, inner, outer)) return false;
  }
  return true;
}

interface AbortWay {
  model: Model;
  /** The names that hold the caught error. */
  error: ReadonlySet<string>;
  /** The `try` block that the abort left. */
  attempt: TSESTree.BlockStatement | undefined;
}

function leavesAbortOut(way: AbortWay, inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      if (inner === outer.test) return false;
      const value = outcome(way, outer.test);
      return value !== undefined && value !== (inner === outer.consequent);
    }
    case 'LogicalExpression':
      return (
        inner === outer.right &&
        outer.operator !== '??' &&
        outcome(way, outer.left) === (outer.operator === '||')
      );
    case 'BlockStatement': {
      const before = outer.body.slice(0, (outer.body as TSESTree.Node[]).indexOf(inner));
      return before.some((statement) => leavesOnAbort(way, statement));
    }
    default:
      return false;
  }
}

/** How a test comes out after an abort; undefined where either way is possible. */
function outcome(way: AbortWay, test: TSESTree.Node): boolean | undefined {
  const { value } = judge(way.model, test, way.error);
  return value ?? outcomeOfFlag(way, test);
}

/** A flag that the last statements of the `try` block turn over still has its first value after an abort. */
function outcomeOfFlag(way: AbortWay, test: TSESTree.Node): boolean | undefined {
  const inner = unwrapped(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const value = outcomeOfFlag(way, inner.argument);
    return value === undefined ? undefined : !value;
  }
  const { attempt, model } = way;
  const variable = inner.type === 'Identifier' ? findVariable(model, inner) : undefined;
  const [definition] = variable?.defs ?? [];
  if (!attempt || definition?.type !== 'Variable') return undefined;
  const initial = definition.node.init?.type === 'Literal' ? definition.node.init.value : undefined;
  const lastOperation = operationsIn(model, attempt).at(-1)?.call.range[1] ?? attempt.range[0];
  const isTurnedOver = variable?.references.some(
    ({ identifier, init, writeExpr }) =>
      !init &&
      writeExpr?.type === 'Literal' &&
      writeExpr.value === !initial &&
      isInside(identifier, attempt) &&
      identifier.range[0] > lastOperation,
  );
  return typeof initial === 'boolean' && isTurnedOver ? initial : undefined;
}

/** Does an abort get no further than this statement: `if (signal.aborted) return`, `signal.throwIfAborted()`? */
function leavesOnAbort(way: AbortWay, statement: TSESTree.Statement): boolean {
  if (statement.type === 'IfStatement') {
    const value = outcome(way, statement.test);
    if (value === true) return leaves(statement.consequent);
    return value === false && statement.alternate !== null && leaves(statement.alternate);
  }
  if (statement.type !== 'ExpressionStatement') return leaves(statement);
  for (const node of ownLevelNodes(statement, way.model.sourceCode.visitorKeys)) {
    if (node.type === 'CallExpression' && isAbortThrower(node)) return true;
  }
  return false;
}

function leaves(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'BlockStatement':
      return statement.body.some((each) => leaves(each));
    case 'IfStatement':
      return leaves(statement.consequent) && statement.alternate !== null && leaves(statement.alternate);
    default:
      return false;
  }
}
