import type { TSESTree } from '@typescript-eslint/utils';
import { functionGiving } from '../code/only-values.js';
import {
  ancestorsOf,
  calledName,
  chainedCall,
  enclosingFunction,
  isFunction,
  isInside,
  outermost,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isExecutor } from '../reasons/rejections.js';
import { referenceOf } from '../operations/api-calls.js';

/**
 * What becomes of a timer's id: nobody has it (`dropped`), nothing clears it (`kept`), it is cleared, or it is given to
 * others or taken out of the process's way by `unref()`, so that nothing is wrong or nothing tells (`unknown`).
 */
export type TimerFate =
  { kind: 'dropped' | 'kept' | 'unknown' } | { kind: 'cleared'; clears: readonly TSESTree.CallExpression[] };

/** Is it the platform's `setTimeout`, and not a function of the same name, such as that of `timers/promises`? */
export function isTimeout(model: Model, call: TSESTree.CallExpression): boolean {
  return calledName(call) === 'setTimeout' && platformCallOf(model, call) === 'setTimeout';
}

/** @returns the path of a global that is called, or of what `node:timers` has in its place: `setTimeout` */
export function platformCallOf(model: Model, call: TSESTree.CallExpression): string | undefined {
  const { module, path } = referenceOf(model, call) ?? {};
  return module === undefined || module === 'timers' ? path?.replace(/^default\./, '') : undefined;
}

/** @returns what becomes of the id that a `setTimeout` call gives */
export function fateOfTimer(model: Model, timer: TSESTree.CallExpression): TimerFate {
  const value = outermost(timer);
  const { parent } = value;
  const giver = functionGiving(value);
  // What an executor returns is nobody's: `new Promise((resolve) => setTimeout(resolve, 10))`.
  if (giver) return { kind: isExecutor(giver) ? 'dropped' : 'unknown' };
  switch (parent?.type) {
    case 'ExpressionStatement':
      return { kind: 'dropped' };
    case 'UnaryExpression':
      return { kind: parent.operator === 'void' ? 'dropped' : 'unknown' };
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? fateOfName(model, parent.id) : { kind: 'unknown' };
    case 'AssignmentExpression':
      return parent.left.type === 'Identifier' ? fateOfName(model, parent.left) : { kind: 'unknown' };
    default:
      return { kind: 'unknown' };
  }
}

function fateOfName(model: Model, name: TSESTree.Identifier): TimerFate {
  const clears: TSESTree.CallExpression[] = [];
  for (const reference of findVariable(model, name)?.references ?? []) {
    if (reference.isWriteOnly()) continue;
    const use = outermost(reference.identifier);
    const { parent } = use;
    if (parent?.type === 'CallExpression' && /^clear(?:Timeout|Interval)$/.test(calledName(parent) ?? ''))
      clears.push(parent);
    else if (!isTested(use)) return { kind: 'unknown' };
  }
  return clears.length > 0 ? { kind: 'cleared', clears } : { kind: 'kept' };
}

function isTested(use: TSESTree.Node): boolean {
  const { parent } = use;
  if (parent?.type === 'IfStatement') return parent.test === use;
  if (parent?.type === 'LogicalExpression') return parent.left === use && chainedCall(use) === undefined;
  return parent?.type === 'BinaryExpression' || parent?.type === 'UnaryExpression';
}

/**
 * Does the timer stay where the work behind it fails, because it is cleared only after an `await` that has succeeded?
 *
 * @param clears every call that clears it
 */
export function isClearedOnSuccessOnly(
  model: Model,
  timer: TSESTree.CallExpression,
  clears: readonly TSESTree.CallExpression[],
): boolean {
  const level = enclosingFunction(timer);
  const first = clears[0];
  if (!level || !first) return false;
  if (clears.some((clear) => enclosingFunction(clear) !== level || isOnFailure(clear, level))) return false;
  for (const node of ownLevelNodes(level.body, model.sourceCode.visitorKeys)) {
    const isBetween =
      node.type === 'AwaitExpression' &&
      node.range[0] > timer.range[1] &&
      node.range[1] <= first.range[0] &&
      !isInside(first, node);
    if (isBetween && !isCaught(node, timer)) return true;
  }
  return false;
}

function isOnFailure(clear: TSESTree.Node, level: TSESTree.Node): boolean {
  let inner: TSESTree.Node = clear;
  for (const outer of ancestorsOf(clear)) {
    if (outer === level) return false;
    if (outer.type === 'CatchClause') return true;
    if (outer.type === 'TryStatement' && outer.finalizer === inner) return true;
    inner = outer;
  }
  return false;
}

/** Is there a `catch` around the node, behind the timer's start, after which the code may go on to clear it? */
function isCaught(node: TSESTree.Node, timer: TSESTree.Node): boolean {
  const awaited = node.type === 'AwaitExpression' ? unwrapped(node.argument) : node;
  if (awaited.type === 'CallExpression' && /^(?:catch|finally|allSettled)$/.test(calledName(awaited) ?? ''))
    return true;
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner && !isInside(timer, outer))
      return true;
    inner = outer;
  }
  return false;
}

/** @returns the delay of a timer where it is written as a number, in milliseconds */
export function constantDelay(model: Model, timer: TSESTree.CallExpression): number | undefined {
  const [, delay] = timer.arguments;
  if (!delay) return 0;
  const value = constantValue(model, delay);
  return value.type === 'Literal' && typeof value.value === 'number' ? value.value : undefined;
}
