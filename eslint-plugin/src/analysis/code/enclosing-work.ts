import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPlace } from './closures.js';
import type { Model } from '../model.js';
import { enclosingFunction, outermost, type FunctionNode } from './syntax.js';
import { findVariable } from './variables.js';

/**
 * The functions whose work a node is a part of, innermost first: as far as each runs in place in the next, or is a
 * local function that the next only calls and never hands on.
 */
export function functionsWorkingAt(model: Model, node: TSESTree.Node): FunctionNode[] {
  const functions: FunctionNode[] = [];
  for (let each = enclosingFunction(node); each; each = enclosingFunction(each)) {
    functions.push(each);
    if (!runsInPlace(each) && !isOnlyCalledBy(model, each, enclosingFunction(each))) break;
  }
  return functions;
}

const localFunctions = new WeakMap<FunctionNode, boolean>();

/** Is every use of the function a call of it that runs as a part of the function around it? */
function isOnlyCalledBy(model: Model, node: FunctionNode, outer: FunctionNode | undefined): boolean {
  const name = outer && calledAs(node);
  if (!name) return false;
  const known = localFunctions.get(node);
  if (known !== undefined) return known;
  localFunctions.set(node, true);
  const uses = (findVariable(model, name)?.references ?? []).filter(({ init }) => init !== true);
  const isLocal =
    uses.length > 0 &&
    uses.every(
      ({ identifier }) =>
        identifier.parent.type === 'CallExpression' &&
        identifier.parent.callee === identifier &&
        runsAsPartOf(model, identifier, outer),
    );
  localFunctions.set(node, isLocal);
  return isLocal;
}

function runsAsPartOf(model: Model, node: TSESTree.Node, outer: FunctionNode): boolean {
  for (let each = enclosingFunction(node); each; each = enclosingFunction(each)) {
    if (each === outer) return true;
    if (!runsInPlace(each) && !isOnlyCalledBy(model, each, enclosingFunction(each))) return false;
  }
  return false;
}

/** @returns the name by which a declaration, or the function that a variable holds, can be called */
export function calledAs(node: FunctionNode): TSESTree.Identifier | undefined {
  if (node.type === 'FunctionDeclaration') return node.id ?? undefined;
  const { parent } = outermost(node);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

/** @returns the method, accessor or field function that gives `this` its meaning at the node, if it works there */
export function methodWorkingAt(
  model: Model,
  node: TSESTree.Node,
): TSESTree.MethodDefinition | TSESTree.PropertyDefinition | undefined {
  const functions = functionsWorkingAt(model, node);
  const binding = functions.find(({ type }) => type !== 'ArrowFunctionExpression') ?? functions.at(-1);
  const member = binding?.parent;
  if (member?.type !== 'MethodDefinition' && member?.type !== 'PropertyDefinition') return undefined;
  return member.static ? undefined : member;
}
