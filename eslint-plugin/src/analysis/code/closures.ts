import type { TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  enclosingFunction,
  isFunction,
  isNewPromise,
  outermost,
  type FunctionNode,
} from './syntax.js';

/** Methods that call their argument before they return, or whose promise goes on where the call stands. */
const inPlaceMethods = new Set(
  (
    'map flatMap forEach filter find findIndex findLast some every reduce reduceRight sort ' +
    'then catch from fromAsync'
  ).split(' '),
);

/**
 * Does this function run as a part of the function around it? True for an immediately invoked function, the
 * callback of an array method or of `then`, and the executor of a promise.
 */
export function runsInPlace(node: FunctionNode): boolean {
  const { parent } = outermost(node);
  if (parent?.type === 'NewExpression') return isNewPromise(parent);
  if (parent?.type !== 'CallExpression') return false;
  if (parent.callee === outermost(node)) return true;
  const method = parent.callee.type === 'MemberExpression' ? calledName(parent) : undefined;
  return method !== undefined && inPlaceMethods.has(method);
}

/** The functions around a node, innermost first, as far as each runs as a part of the next. */
export function functionsRunningAt(node: TSESTree.Node): FunctionNode[] {
  const innermost = isFunction(node) ? node : enclosingFunction(node);
  if (!innermost) return [];
  const next = runsInPlace(innermost) ? enclosingFunction(innermost) : undefined;
  return next ? [innermost, ...functionsRunningAt(next)] : [innermost];
}
