import type { TSESTree } from '@typescript-eslint/utils';
import { runsInPlace } from './closures.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { enclosingFunction, outermost, type FunctionNode } from './syntax.js';
import { findVariable } from './variables.js';

/**
 * The functions whose work a node is a part of, innermost first: as far as each runs in place in the next, or is a
 * local function that the next only calls and never hands on.
 */
export function functionsWorkingAt(model: Model, node: TSESTree.Node): readonly FunctionNode[] {
  const innermost = enclosingFunction(node);
  return innermost ? functionsWorkingIn(model, innermost) : [];
}

const functionsWorkingIn = memoized((model, node: FunctionNode): readonly FunctionNode[] => {
  const goesOn = runsInPlace(node) || isOnlyCalledInPlace(model, node);
  return [node, ...(goesOn ? functionsWorkingAt(model, node) : [])];
});

/** Is every use of the function a call of it that runs as a part of the function around it? */
const isOnlyCalledInPlace = memoized((model, node: FunctionNode): boolean => {
  const outer = enclosingFunction(node);
  const name = outer && calledAs(node);
  if (!name) return false;
  const uses = (findVariable(model, name)?.references ?? []).filter(({ init }) => init !== true);
  return (
    uses.length > 0 &&
    uses.every(
      ({ identifier }) =>
        identifier.parent.type === 'CallExpression' &&
        identifier.parent.callee === identifier &&
        runsAsPartOf(model, identifier, outer),
    )
  );
}, true);

function runsAsPartOf(model: Model, node: TSESTree.Node, outer: FunctionNode): boolean {
  for (let each = enclosingFunction(node); each; each = enclosingFunction(each)) {
    if (each === outer) return true;
    if (!runsInPlace(each) && !isOnlyCalledInPlace(model, each)) return false;
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
