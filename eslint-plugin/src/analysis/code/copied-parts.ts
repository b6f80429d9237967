import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath } from './syntax.js';

/**
 * What `{ a, ...b }` and `Object.assign({ a }, b)` are put together from, in order: properties and whole objects.
 *
 * @returns undefined for every other expression
 */
export function copiedParts(node: TSESTree.Node): TSESTree.Node[] | undefined {
  if (node.type === 'ObjectExpression') {
    return node.properties.map((each) => (each.type === 'SpreadElement' ? each.argument : each));
  }
  const isCopy = node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === 'Object.assign';
  if (!isCopy) return undefined;
  return node.arguments.flatMap((each) =>
    each.type === 'ObjectExpression' ? (copiedParts(each) ?? []) : [each],
  );
}
