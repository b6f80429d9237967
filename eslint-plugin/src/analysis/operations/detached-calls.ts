import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, chainedCall, memberName, outermost } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { optionsObject } from '../signals/options-objects.js';

/**
 * Is the promise of a call, or one made by hand, let go on purpose, or kept for others, so that the work is not a part of the function that
 * starts it? True for a bare statement, `void`, a chain that ends in `.catch` or `.finally`, a promise that is stored in
 * a member, a map or a set, and what is handed to `waitUntil`.
 */
export function isDetached(call: TSESTree.Node): boolean {
  const expression = outermost(call);
  const { parent } = expression;
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'void';
    case 'AssignmentExpression':
      return parent.right === expression && parent.left.type === 'MemberExpression';
    case 'CallExpression':
      return parent.callee !== expression && storingMethods.has(calledName(parent) ?? '');
    case 'MemberExpression':
      return isChainDetached(expression);
    default:
      return false;
  }
}

const storingMethods = new Set(['set', 'add', 'waitUntil', 'after']);

/** Only handlers of failures follow: the result is nobody's. */
function isChainDetached(receiver: TSESTree.Node): boolean {
  const next = chainedCall(receiver);
  const method = next && calledName(next);
  return next !== undefined && (method === 'catch' || method === 'finally') && isDetached(next);
}

/** Does the call ask to outlive the code that makes it: `keepalive` of a request, `detached` of a process? */
export function outlivesItsCaller(model: Model, call: TSESTree.CallExpression): boolean {
  return call.arguments.some((argument) =>
    optionsObject(model, argument)?.properties.some(
      (property) =>
        property.type === 'Property' &&
        outliving.has(memberName(property) ?? '') &&
        property.value.type === 'Literal' &&
        property.value.value === true,
    ),
  );
}

const outliving = new Set(['keepalive', 'detached']);

const awaitingParents = new Set([
  'AwaitExpression',
  'YieldExpression',
  'ReturnStatement',
  'ArrowFunctionExpression',
]);
const passingParents = new Set(['ArrayExpression', 'ConditionalExpression', 'LogicalExpression']);

/** Cheap: may something wait for what the call gives, so that it is worth asking the types whether it is a promise? */
export function mayBeWaitedFor(model: Model, call: TSESTree.Node): boolean {
  const expression = outermost(call);
  const { parent } = expression;
  if (parent?.type === 'CallExpression') return parent.callee !== expression && mayBeWaitedFor(model, parent);
  if (parent?.type !== 'VariableDeclarator')
    return isWaitedFor(expression, (around) => mayBeWaitedFor(model, around));
  // A promise has no members worth taking out of it.
  return parent.id.type === 'Identifier' && isKeptPromise(model, parent.id);
}

/** May the value that a variable keeps be a promise, by what is done with it? */
const isKeptPromise = memoized((model, name: TSESTree.Identifier): boolean => {
  const uses = findVariable(model, name)?.references ?? [];
  return uses.some(({ identifier }) => isUsedAsPromise(identifier));
});

function isUsedAsPromise(use: TSESTree.Node): boolean {
  const expression = outermost(use);
  const { parent } = expression;
  if (parent?.type === 'CallExpression' && parent.callee !== expression)
    return combiningMethods.has(calledName(parent) ?? '');
  return isWaitedFor(expression, isUsedAsPromise);
}

const combiningMethods = new Set(['all', 'allSettled', 'any', 'race', 'resolve', 'push']);

function isWaitedFor(expression: TSESTree.Node, isAround: (parent: TSESTree.Node) => boolean): boolean {
  const { parent } = expression;
  if (!parent) return false;
  if (awaitingParents.has(parent.type)) return true;
  if (passingParents.has(parent.type)) return isAround(parent);
  if (parent.type === 'ForOfStatement') return parent.await && parent.right === expression;
  return /^(?:then|catch|finally)$/.test(nameOfChained(expression));
}

function nameOfChained(expression: TSESTree.Node): string {
  const next = chainedCall(expression);
  return (next && calledName(next)) ?? '';
}
