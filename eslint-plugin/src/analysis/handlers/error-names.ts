import type { TSESTree } from '@typescript-eslint/utils';
import { usesName } from './error-uses.js';
import type { Model } from '../model.js';
import { isFunction, ownLevelNodes, unwrapped } from '../code/syntax.js';

export interface ErrorNames {
  /** The names that hold the caught error. */
  error: ReadonlySet<string>;
  /** The names that hold something that was read or worked out from it. */
  derived: ReadonlySet<string>;
}

/**
 * The names that stand for the caught error in a handler, and those that depend on it.
 *
 * @param handler a `catch` clause, or the function given to `.catch` or as second argument of `.then`
 */
export function errorNamesIn(model: Model, handler: TSESTree.Node): ErrorNames {
  const parameter =
    handler.type === 'CatchClause' ? handler.param : isFunction(handler) ? handler.params[0] : null;
  const error = new Set(boundNames(parameter));
  const derived = new Set<string>();
  for (const node of ownLevelNodes(handler, model.sourceCode.visitorKeys)) {
    const { target, value } = writeOf(node);
    if (!target || !value) continue;
    if (target.type === 'Identifier' && mayBeOneOf(value, error)) error.add(target.name);
    else if (usesName(model, value, error) || usesName(model, value, derived)) {
      for (const name of namesOf(target)) if (!error.has(name)) derived.add(name);
    }
  }
  return { error, derived };
}

function boundNames(pattern: TSESTree.Node | null | undefined): string[] {
  return pattern?.type === 'Identifier' || pattern?.type === 'ObjectPattern' ? namesOf(pattern) : [];
}

function namesOf(pattern: TSESTree.Node): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) =>
    property.type === 'Property' && property.value.type === 'Identifier' ? [property.value.name] : [],
  );
}

function writeOf(node: TSESTree.Node): { target?: TSESTree.Node; value?: TSESTree.Node | null } {
  if (node.type === 'VariableDeclarator') return { target: node.id, value: node.init };
  return node.type === 'AssignmentExpression' ? { target: node.left, value: node.right } : {};
}

/** `error`, `error as Error`, `error instanceof Error ? error : new Error(String(error))`. */
function mayBeOneOf(value: TSESTree.Node, names: ReadonlySet<string>): boolean {
  const inner = unwrapped(value);
  switch (inner.type) {
    case 'Identifier':
      return names.has(inner.name);
    case 'ConditionalExpression':
      return mayBeOneOf(inner.consequent, names) || mayBeOneOf(inner.alternate, names);
    case 'LogicalExpression':
      return mayBeOneOf(inner.left, names) || mayBeOneOf(inner.right, names);
    default:
      return false;
  }
}
