import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortErrorName } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { accessPath, constantText, outermost } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { referenceTo } from '../operations/api-calls.js';
import { findClass } from '../code/local-functions.js';

/** Is the node `new Error(...)` or `Error(...)`, of the global class of that name? */
export function makesGlobal(
  model: Model,
  node: TSESTree.Node,
  name: 'Error' | 'DOMException',
): node is TSESTree.NewExpression | TSESTree.CallExpression {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const reference = referenceTo(model, node.callee);
  return reference?.module === undefined && reference?.path === name;
}

/** @returns the name of an abort error that an Error was given for its message: `new Error('AbortError')` */
export function nameGivenAsMessage(model: Model, node: TSESTree.Node): string | undefined {
  if (!makesGlobal(model, node, 'Error')) return undefined;
  const message = constantText(node.arguments[0]) ?? '';
  return /^\w+$/.test(message) && isAbortErrorName(message) ? message : undefined;
}

/** Is it `new DOMException(message)` with words that speak of an abort, and without the name that would say so? */
export function isUnnamedException(
  model: Model,
  node: TSESTree.NewExpression | TSESTree.CallExpression,
): boolean {
  const [message] = node.arguments;
  if (!message || message.type === 'SpreadElement' || node.arguments.length > 1) return false;
  return isException(model, node) && /\babort|\.reason\b/i.test(model.sourceCode.getText(message));
}

/** The global class, or what stands in for it where there is none: `globalThis.DOMException ?? Error`. */
function isException(model: Model, { callee }: TSESTree.NewExpression | TSESTree.CallExpression): boolean {
  return accessPath(callee)?.at(-1) === 'DOMException' && !isDeclaredClass(model, callee);
}

function isDeclaredClass(model: Model, callee: TSESTree.Node): boolean {
  if (callee.type !== 'Identifier') return false;
  const [definition] = findVariable(model, callee)?.defs ?? [];
  return definition?.type === 'Variable' ? findClass(model, callee) !== undefined : definition !== undefined;
}

/** Does other code name the error that is made here: is it kept in a variable that is then given a name, or built upon? */
export function isNamedLater(model: Model, node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent?.type === 'CallExpression') return accessPath(parent.callee)?.join('.') === 'Object.assign';
  if (parent?.type === 'AssignmentExpression') return true;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return (findVariable(model, parent.id)?.references ?? []).some(({ identifier }) => {
    const member = outermost(identifier).parent;
    return (
      member?.type === 'MemberExpression' &&
      member.object === outermost(identifier) &&
      member.parent.type === 'AssignmentExpression' &&
      member.parent.left === member
    );
  });
}
