import type { TSESTree } from '@typescript-eslint/utils';
import type { AbortHandler } from './abort-handlers.js';
import type { Model } from '../model.js';
import {
  accessPath,
  ancestorsOf,
  constantText,
  isFunction,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** Functions that throw a TypeError where their first argument is no object. */
const objectTakers = new Set([
  'Error.captureStackTrace',
  'Object.defineProperty',
  'Object.defineProperties',
  'Reflect.defineProperty',
]);

/**
 * The call in a handler that fails where what was caught is no object: an abort is thrown as the reason that the caller gave,
 * which can be a text or `null` (F1, F3).
 *
 * @returns undefined where any test before the call, or around it, makes sure of an object or asks something else of the error
 */
export function findFragileUse(model: Model, { handler }: AbortHandler): TSESTree.CallExpression | undefined {
  const body = handler.type === 'CatchClause' || isFunction(handler) ? handler.body : undefined;
  const error =
    handler.type === 'CatchClause' ? handler.param : isFunction(handler) ? handler.params[0] : null;
  if (!body || error?.type !== 'Identifier') return undefined;
  const nodes = ownLevelNodes(body, model.sourceCode.visitorKeys);
  const use = nodes.find((node) => node.type === 'CallExpression' && isGiven(node, error.name));
  if (use?.type !== 'CallExpression' || isReplaced(model, error)) return undefined;
  const isTestedBefore = nodes.some((node) => node.type === 'IfStatement' && node.range[1] <= use.range[0]);
  return isTestedBefore || isSureOfObject(use, body, error.name) ? undefined : use;
}

function isGiven({ callee, arguments: [taken] }: TSESTree.CallExpression, name: string): boolean {
  const given = taken && unwrapped(taken);
  return (
    given?.type === 'Identifier' &&
    given.name === name &&
    objectTakers.has(accessPath(callee)?.join('.') ?? '')
  );
}

/** Does the handler put another value into the name? */
function isReplaced(model: Model, error: TSESTree.Identifier): boolean {
  return findVariable(model, error)?.references.some((reference) => reference.isWrite()) ?? true;
}

type Test = 'object' | 'present' | 'other' | 'foreign';

/** Is the call reached only where both is known: it is an object, and it is not `null`? */
function isSureOfObject(use: TSESTree.Node, body: TSESTree.Node, name: string): boolean {
  const tests = new Set<Test>();
  let inner = use;
  for (const outer of ancestorsOf(use)) {
    if (inner === body) break;
    for (const test of testsFor(outer, inner)) tests.add(whatIsAsked(test, name));
    inner = outer;
  }
  return tests.has('other') || (tests.has('object') && tests.has('present'));
}

/** What is known to be true where a part of a statement or expression runs; a whole test for its other branch. */
function testsFor(outer: TSESTree.Node, part: TSESTree.Node): TSESTree.Node[] {
  if (outer.type === 'LogicalExpression') return part === outer.right ? conjuncts(outer.left) : [];
  if (outer.type !== 'IfStatement' && outer.type !== 'ConditionalExpression') return [];
  if (part === outer.test) return [];
  return part === outer.consequent ? conjuncts(outer.test) : [outer];
}

function conjuncts(test: TSESTree.Node): TSESTree.Node[] {
  const inner = unwrapped(test);
  const isBoth = inner.type === 'LogicalExpression' && inner.operator === '&&';
  return isBoth ? [...conjuncts(inner.left), ...conjuncts(inner.right)] : [inner];
}

/** What a test that came out true says of the error. */
function whatIsAsked(test: TSESTree.Node, name: string): Test {
  const isError = (node: TSESTree.Node): boolean => node.type === 'Identifier' && node.name === name;
  if (isError(test)) return 'present';
  if (test.type !== 'BinaryExpression') return accessPath(test) ? 'foreign' : 'other';
  const { operator } = test;
  const [left, right] =
    test.right.type === 'UnaryExpression' ? [test.right, test.left] : [test.left, test.right];
  if (operator.startsWith('!=') && isError(left)) return 'present';
  const isKind = left.type === 'UnaryExpression' && left.operator === 'typeof' && isError(left.argument);
  return isKind && constantText(right) === 'object' ? 'object' : 'other';
}
