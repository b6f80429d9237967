import { findVariable as findScopeVariable } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { unwrapped, type FunctionNode } from './syntax.js';

type Variable = TSESLint.Scope.Variable;

/** @returns the variable that a name means where it stands; undefined for an undeclared global */
export function findVariable(model: Model, name: TSESTree.Identifier): Variable | undefined {
  const scope = model.sourceCode.getScope(name);
  // The library is written against ESLint's own types; the scopes are the same objects.
  const variable = findScopeVariable(scope as never, name.name) as Variable | null;
  return variable ?? undefined;
}

/** Does a name mean the same variable at another place of the file? */
export function isVisibleAt(model: Model, name: TSESTree.Identifier, place: TSESTree.Node): boolean {
  const found = findScopeVariable(model.sourceCode.getScope(place) as never, name.name) as Variable | null;
  return found === (findVariable(model, name) ?? null);
}

/** Every expression that is written to the variable, with the way from there into its pattern. */
export const writtenValues = memoized((_model, variable: Variable): WrittenValue[] => {
  const declared = variable.defs.flatMap((definition) => {
    if (definition.type !== 'Variable') return [];
    const value = definition.node.init;
    return value ? patternPath(definition.node.id, definition.name).map((path) => ({ value, path })) : [];
  });
  const assigned = variable.references
    .filter((reference) => reference.isWrite() && !reference.init)
    .flatMap((reference) => {
      const assignment = assignmentOf(reference.identifier);
      return assignment
        ? patternPath(assignment.left, reference.identifier).map((path) => ({
            value: assignment.right,
            path,
          }))
        : [];
    });
  return [...declared, ...assigned];
});

export interface WrittenValue {
  value: TSESTree.Expression;
  /** The members that lead from the value to the variable: `['signal']` for `const { signal } = value`. */
  path: string[];
}

/**
 * The members that lead from what a pattern is given to one of its names.
 *
 * @returns the path in a list of its own, or nothing where a part is computed, a rest or an array element
 */
export function patternPath(pattern: TSESTree.Node, name: TSESTree.Node): [string[]] | [] {
  if (pattern === name) return [[]];
  switch (pattern.type) {
    case 'AssignmentPattern':
      return patternPath(pattern.left, name);
    case 'TSParameterProperty':
      return patternPath(pattern.parameter, name);
    case 'ObjectPattern': {
      for (const property of pattern.properties) {
        if (property.type !== 'Property' || property.computed) continue;
        const [path] = patternPath(property.value, name);
        if (path) return [[keyName(property.key), ...path]];
      }
      return [];
    }
    default:
      return [];
  }
}

function keyName(key: TSESTree.Node): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

function assignmentOf(name: TSESTree.Node): TSESTree.AssignmentExpression | undefined {
  for (let node: TSESTree.Node | undefined = name.parent; node; node = node.parent) {
    if (node.type === 'AssignmentExpression') return node;
    if (!/Pattern$|^Property$/.test(node.type)) return undefined;
  }
  return undefined;
}

/** @returns the one value that a never re-assigned variable holds, where the name stands for it whole */
export function constantValue(model: Model, node: TSESTree.Node): TSESTree.Node {
  const inner = unwrapped(node);
  if (inner.type !== 'Identifier') return inner;
  const variable = findVariable(model, inner);
  const values = variable?.defs[0]?.type === 'Variable' ? writtenValues(model, variable) : [];
  const [only] = values;
  return only && values.length === 1 && only.path.length === 0 ? unwrapped(only.value) : inner;
}

/** May a variable of this name be declared where the node stands, without hiding one that is used there or below? */
export function isNameFree(model: Model, name: string, node: TSESTree.Node): boolean {
  if (findScopeVariable(model.sourceCode.getScope(node) as never, name)) return false;
  return !model.sourceCode.getTokens(node).some(({ value }) => value === name);
}

/** Can a function be called at the node: is it, and all that it uses of the block around, declared before? */
export function isDeclaredBefore(model: Model, body: FunctionNode, node: TSESTree.Node): boolean {
  const scope = model.sourceCode.scopeManager?.acquire(body);
  const isHoisted = body.type === 'FunctionDeclaration';
  return (
    (isHoisted || body.range[0] < node.range[1] || isMember(body)) &&
    (scope?.through ?? []).every(({ resolved }) => {
      const [definition] = resolved?.defs ?? [];
      if (!definition || (definition.type !== 'Variable' && definition.type !== 'ClassName')) return true;
      return definition.name.range[0] < node.range[1] || resolved?.scope.type === 'module';
    })
  );
}

function isMember({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition';
}
