import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  isFunction,
  memberName,
  unwrapped,
  type FunctionNode,
  endsByLeaving,
} from '../code/syntax.js';
import { askedBy } from '../code/asked-values.js';

/**
 * Does the code before a node, or the branch that it is in, say that the signal is missing or aborted there?
 *
 * @param signal the names that lead to the signal: `['options', 'signal']`
 * @param within the function at which the search ends
 */
export function isSignalSpentAt(
  node: TSESTree.Node,
  signal: readonly string[],
  within: FunctionNode | undefined,
): boolean {
  const path = signal.join('.');
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (isSpentInside(outer, inner, path)) return true;
    if (outer === within) return false;
  }
  return false;
}

function isSpentInside(outer: TSESTree.Node, inner: TSESTree.Node, path: string): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return inner !== outer.test && isSpentIf(outer.test, inner === outer.consequent, path);
    case 'LogicalExpression':
      return (
        inner === outer.right &&
        outer.operator !== '??' &&
        isSpentIf(outer.left, outer.operator === '&&', path)
      );
    case 'BlockStatement':
    case 'Program':
      return outer.body
        .slice(0, outer.body.indexOf(inner as TSESTree.Statement))
        .some((statement) => isSpentAfter(statement, path));
    default:
      return false;
  }
}

/** `if (signal) return ...;`: what follows runs without a signal only. */
function isSpentAfter(statement: TSESTree.Statement, path: string): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate) return false;
  return endsByLeaving(statement.consequent) && isSpentIf(statement.test, false, path);
}

/** Does this outcome of a test mean that the signal is missing or aborted? */
function isSpentIf(test: TSESTree.Node, outcome: boolean, path: string): boolean {
  const { value: inner, holds } = askedBy(test);
  const isTrue = holds === outcome;
  switch (inner.type) {
    case 'LogicalExpression': {
      const sides = [inner.left, inner.right].map((side) => isSpentIf(side, isTrue, path));
      const isDecidedByOne = (inner.operator === '&&') === isTrue;
      return isDecidedByOne ? sides.includes(true) : sides.every(Boolean);
    }
    case 'BinaryExpression':
      return isSpentByComparison(inner, isTrue, path);
    case 'MemberExpression':
      if (memberName(inner) === 'aborted' && pathOf(inner.object) === path) return isTrue;
      return pathOf(inner) === path && !isTrue;
    case 'Identifier':
      return inner.name === path && !isTrue;
    default:
      return false;
  }
}

function isSpentByComparison(test: TSESTree.BinaryExpression, outcome: boolean, path: string): boolean {
  const isEquality = /^[=]=/.test(test.operator);
  if (!isEquality && !test.operator.startsWith('!=')) return false;
  const sides = [unwrapped(test.left), unwrapped(test.right)];
  const isAboutSignal = sides.some((side) => pathOf(side) === path);
  const isNothing = sides.some(
    (side) =>
      (side.type === 'Literal' && side.value === null) ||
      (side.type === 'Identifier' && side.name === 'undefined'),
  );
  return isAboutSignal && isNothing && isEquality === outcome;
}

function pathOf(node: TSESTree.Node): string | undefined {
  return isFunction(node) ? undefined : accessPath(node)?.join('.');
}
