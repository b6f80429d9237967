import type { TSESTree } from '@typescript-eslint/utils';
import { isLoggerCall } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { abortSignalsOf } from '../operations/operations.js';
import { accessPath, allNodes, calledName, isInside, outermost, unwrapped } from '../code/syntax.js';

/** A call that does nothing but write to a log. */
export function isLog(call: TSESTree.CallExpression): boolean {
  const path = accessPath(call.callee);
  return path !== undefined && isLoggerCall(path);
}

/** A name that is a member, a key or a declaration is no read of the variable. */
export function isRead(name: TSESTree.Identifier): boolean {
  const { parent } = name;
  if (parent.type === 'MemberExpression') return parent.object === name || parent.computed;
  if (parent.type === 'Property') return parent.value === name;
  return !(parent.type === 'VariableDeclarator' && parent.id === name);
}

/** Does the node stand in an argument of a log call, below the root? */
export function isInLog(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let outer = node.parent; outer && isInside(outer, root); outer = outer.parent) {
    if (outer.type === 'CallExpression' && isLog(outer)) return true;
  }
  return false;
}

/** Conversions that only read the error. */
const readers = new Set([
  'String',
  'stringify',
  'inspect',
  'format',
  'getErrorMessage',
  'errorMessage',
  'toErrorMessage',
]);

/** @returns the call, other than a log or a conversion, that is handed the error itself, alone or among its options */
export function findConsultedCall(
  name: TSESTree.Node,
  root: TSESTree.Node,
): TSESTree.CallExpression | undefined {
  let given = outermost(name);
  while (
    given.parent &&
    /^(?:Property|ObjectExpression|ArrayExpression|SpreadElement)$/.test(given.parent.type)
  ) {
    given = outermost(given.parent);
  }
  const call = given.parent;
  if (call?.type !== 'CallExpression' || !isInside(call, root) || isLog(call)) return undefined;
  return unwrapped(call.callee) === name || readers.has(calledName(call) ?? '') ? undefined : call;
}

/** Is the call a statement of its own, awaited or not? */
export function isWholeStatement(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  const whole = parent?.type === 'AwaitExpression' ? parent : outermost(call);
  return whole.parent?.type === 'ExpressionStatement';
}

/** A call that is given the aborted signal fails at once, with the abort, where it is awaited or returned. */
export function failsWithAbort(model: Model, call: TSESTree.CallExpression): boolean {
  return (
    /^(?:AwaitExpression|ReturnStatement)$/.test(call.parent.type) &&
    abortSignalsOf(model, call).some((signal) => signal.ownership === 'received')
  );
}

/** Does the tree, nested functions included, use one of the names? */
export function usesName(model: Model, root: TSESTree.Node, names: ReadonlySet<string>): boolean {
  return allNodes(root, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'Identifier' && names.has(node.name) && isRead(node),
  );
}
