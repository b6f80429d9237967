import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, enclosingFunction, outermost, type FunctionNode } from '../code/syntax.js';

/** By a field's initial value, or in the constructor. */
export function isMadeWithInstance(made: TSESTree.Node): boolean {
  const maker = enclosingFunction(made);
  if (!maker) return true;
  return maker.parent.type === 'MethodDefinition' && maker.parent.kind === 'constructor';
}

/** `this.controller ??= new AbortController()`, `if (!state.controller) state.controller = new AbortController()` */
export function isMadeWhereMissing(made: TSESTree.Node): boolean {
  const assignment = outermost(made).parent;
  if (assignment?.type !== 'AssignmentExpression') return false;
  if (assignment.operator === '??=' || assignment.operator === '||=') return true;
  const name = accessPath(assignment.left)?.join('.');
  const statement = outermost(assignment).parent;
  const test = statement?.parent?.type === 'BlockStatement' ? statement.parent.parent : statement?.parent;
  return (
    name !== undefined &&
    test?.type === 'IfStatement' &&
    test.test.type === 'UnaryExpression' &&
    test.test.operator === '!' &&
    accessPath(test.test.argument)?.join('.') === name
  );
}

/** Is it the first value of a field, and the function the constructor, so that both belong to one instance? */
export function isFieldOf(made: TSESTree.Node, { parent }: FunctionNode): boolean {
  if (parent.type !== 'MethodDefinition' || parent.kind !== 'constructor') return false;
  const field = outermost(made).parent;
  return field?.type === 'PropertyDefinition' && !field.static && field.parent === parent.parent;
}
