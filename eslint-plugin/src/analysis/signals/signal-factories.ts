import type { TSESTree } from '@typescript-eslint/utils';
import type { Origin } from './origins.js';
import { accessPath } from '../code/syntax.js';

/** Is the value a signal because of the way in which it is made? */
export function isMadeSignal(origin: Origin): boolean {
  if (origin.kind === 'new') return isOwnControllerSignal(origin);
  return origin.kind === 'call' && origin.path.length === 0 && signalFactory(origin.node) !== undefined;
}

/** Is it a controller itself? */
export function isController(origin: Origin & { kind: 'new' }): boolean {
  return origin.path.length === 0 && makesController(origin.node);
}

/** Is it the `signal` of a controller that stands there? */
export function isOwnControllerSignal(origin: Origin & { kind: 'new' }): boolean {
  return origin.path.join('.') === 'signal' && makesController(origin.node);
}

/** Is it `new AbortController()`, also of a namespace or of a polyfill that is handed around? */
export function makesController(node: TSESTree.NewExpression): boolean {
  return accessPath(node.callee)?.at(-1) === 'AbortController';
}

/** @returns `any`, `timeout` or `abort` for a call of that static method of AbortSignal */
export function signalFactory(call: TSESTree.CallExpression): 'any' | 'timeout' | 'abort' | undefined {
  const [object, method] = accessPath(call.callee)?.slice(-2) ?? [];
  if (object !== 'AbortSignal') return undefined;
  return method === 'any' || method === 'timeout' || method === 'abort' ? method : undefined;
}

/**
 * The expressions that a combining call is given, in its argument list or in an array, also one that is spread on a
 * condition: `[own, ...(signal ? [signal] : [])]`.
 */
export function sourcesOf(call: TSESTree.CallExpression): TSESTree.Expression[] {
  return call.arguments.flatMap((argument) =>
    argument.type === 'ArrayExpression' ? elementsOf(argument) : elementsOf({ elements: [argument] }),
  );
}

function elementsOf({ elements }: Pick<TSESTree.ArrayExpression, 'elements'>): TSESTree.Expression[] {
  return elements.flatMap((element) => {
    if (!element) return [];
    return element.type === 'SpreadElement' ? spreadElements(element.argument) : [element];
  });
}

function spreadElements(spread: TSESTree.Expression): TSESTree.Expression[] {
  switch (spread.type) {
    case 'ArrayExpression':
      return elementsOf(spread);
    case 'ConditionalExpression':
      return [...spreadElements(spread.consequent), ...spreadElements(spread.alternate)];
    case 'LogicalExpression':
      return spreadElements(spread.right);
    default:
      return [];
  }
}
