import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { nodesOf } from '../code/file-nodes.js';
import { accessPath, memberName, unwrapped } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';

/** What a value is that is no Error for certain. */
export type NonError = 'text' | 'null' | 'other';

/**
 * Is a value certainly no Error?
 *
 * @returns `text` for a string; undefined where it may be an Error, or undefined, or where nothing is known of it
 */
export function nonErrorOf(model: Model, node: TSESTree.Node): NonError | undefined {
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'Literal':
      if (inner.value === null && inner.raw === 'null') return 'null';
      return typeof inner.value === 'string' ? 'text' : 'other';
    case 'TemplateLiteral':
      return 'text';
    case 'BinaryExpression':
      return isConcatenation(model, inner) ? 'text' : undefined;
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return 'other';
    case 'ConditionalExpression':
      return both(nonErrorOf(model, inner.consequent), nonErrorOf(model, inner.alternate));
    case 'CallExpression':
      return conversionOf(inner) ?? typedNonError(model, inner);
    case 'Identifier': {
      const value = constantValue(model, inner);
      return value === inner ? typedNonError(model, inner) : nonErrorOf(model, value);
    }
    case 'MemberExpression':
      return typedNonError(model, inner);
    default:
      return undefined;
  }
}

function both(left: NonError | undefined, right: NonError | undefined): NonError | undefined {
  if (left === right) return left;
  return left && right ? 'other' : undefined;
}

function isConcatenation(model: Model, { operator, left, right }: TSESTree.BinaryExpression): boolean {
  return operator === '+' && [left, right].some((side) => nonErrorOf(model, side) === 'text');
}

function conversionOf({ callee }: TSESTree.CallExpression): NonError | undefined {
  if (callee.type !== 'Identifier') return undefined;
  if (callee.name === 'String') return 'text';
  return callee.name === 'Symbol' ? 'other' : undefined;
}

function typedNonError(model: Model, node: TSESTree.Node): NonError | undefined {
  const [kind] = model.types.valueKinds([node]);
  return kind === 'error' || kind === 'unknown' ? undefined : kind;
}

/**
 * Does the file compare a `reason` with this very value, or anything with this very constant, or does the constant come from
 * another file? Then the value is an agreement between the one who aborts and the one who catches.
 */
export function isAgreedReason(model: Model, node: TSESTree.Node): boolean {
  const { sourceCode } = model;
  const value = unwrapped(node);
  if (value.type === 'Identifier' && findVariable(model, value)?.defs[0]?.type === 'ImportBinding')
    return true;
  const text = sourceCode.getText(value);
  return nodesOf(model).some((each) => {
    const [left, right] = comparedIn(each);
    if (!left || !right) return false;
    const isCompared = [left, right].some((side) => sourceCode.getText(side) === text);
    return isCompared && (value.type === 'Identifier' || isReason(left) || isReason(right));
  });
}

/** The two sides of `a === b`, `a !== b` or `Object.is(a, b)`. */
function comparedIn(node: TSESTree.Node): TSESTree.Node[] {
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) {
    return [unwrapped(node.left), unwrapped(node.right)];
  }
  const isCall = node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === 'Object.is';
  return isCall ? node.arguments.map((argument) => unwrapped(argument)) : [];
}

function isReason(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && memberName(node) === 'reason';
}
