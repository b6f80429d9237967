import type { TSESTree } from '@typescript-eslint/utils';
import { abortErrorCodes, abortErrorNames, timeoutErrorNames } from '../catalogue/index.js';
import { accessPath, constantText, memberName, unwrapped } from '../code/syntax.js';

/** How a test comes out for an abort of a received signal, and whether it tells an abort from other failures. */
export interface Verdict {
  value: boolean | undefined;
  recognises: 'yes' | 'maybe' | 'no';
}

/** The outcome of a test that is about something else. */
export const blind: Verdict = { value: undefined, recognises: 'no' };
/** The outcome of a test that holds for an abort, and for little else. */
export const yes: Verdict = { value: true, recognises: 'yes' };
/** The outcome of a test that asks about the error, in words that say nothing of an abort. */
export const perhaps: Verdict = { value: undefined, recognises: 'maybe' };

/** @returns how a comparison comes out for an abort */
export function judgeComparison(node: TSESTree.BinaryExpression, error: ReadonlySet<string>): Verdict {
  if (node.operator === 'instanceof') return judgeClass(node, error);
  if (node.operator === 'in')
    return mentionsError(node.right, error) ? { value: true, recognises: 'no' } : blind;
  const isEquality = node.operator === '===' || node.operator === '==';
  if (!isEquality && node.operator !== '!==' && node.operator !== '!=') return blind;
  const verdict = judgeEquality(node, error);
  return isEquality || verdict.value === undefined ? verdict : { ...verdict, value: !verdict.value };
}

function judgeEquality(node: TSESTree.BinaryExpression, error: ReadonlySet<string>): Verdict {
  const [left, right] = [unwrapped(node.left), unwrapped(node.right)];
  if ([left, right].some((side) => isReason(side))) return yes;
  const [constant, other] = isConstant(left) ? [left, right] : [right, left];
  if (!isConstant(constant)) {
    if (isAbortConstant(constant)) return yes;
    return mentionsError(other, error) || mentionsError(constant, error) ? perhaps : blind;
  }
  const value = constant.type === 'Literal' ? constant.value : constantText(constant);
  if (!mentionsError(other, error)) return namesKind(other) ? judgeName(value) : blind;
  if (other.type === 'UnaryExpression') return { value: value === 'object', recognises: 'no' };
  return value === null ? { value: false, recognises: 'no' } : judgeName(value);
}

function isConstant(node: TSESTree.Node): boolean {
  return node.type === 'Literal' || constantText(node) !== undefined;
}

/** `error.name`, `error.code`, or a variable that was read from one of them. */
function namesKind(node: TSESTree.Node): boolean {
  const name = accessPath(node)?.at(-1);
  return name === 'name' || name === 'code' || name === 'errorName' || name === 'errorCode';
}

function isReason(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && memberName(node) === 'reason';
}

/** A named constant such as `DOMException.ABORT_ERR` or `ErrorCode.Cancelled`. */
function isAbortConstant(node: TSESTree.Node): boolean {
  const name = accessPath(node)?.at(-1);
  return name !== undefined && /abort|cancel/i.test(name);
}

function judgeName(value: unknown): Verdict {
  const name = String(value);
  if (abortErrorNames.has(name) || abortErrorCodes.has(name) || /abort|cancel/i.test(name)) return yes;
  return timeoutErrorNames.has(name) ? perhaps : { value: false, recognises: 'no' };
}

/** Classes that an AbortError may be an instance of; every other class is not the abort's. */
const possibleClasses = new Set(['Error', 'DOMException', 'Object', 'AxiosError', 'Response']);

function judgeClass(node: TSESTree.BinaryExpression, error: ReadonlySet<string>): Verdict {
  const name = accessPath(node.right)?.at(-1) ?? '';
  if (/abort|cancel/i.test(name)) return yes;
  if (!mentionsError(node.left, error)) return blind;
  if (name === 'Error' || name === 'Object') return { value: true, recognises: 'no' };
  if (name === 'DOMException') return yes;
  return possibleClasses.has(name) ? blind : { value: false, recognises: 'no' };
}

/** Is it the caught error, or a member of it? */
export function mentionsError(node: TSESTree.Node, error: ReadonlySet<string>): boolean {
  const root = accessPath(node)?.[0];
  if (root !== undefined) return error.has(root);
  const inner = unwrapped(node);
  return inner.type === 'UnaryExpression' && mentionsError(inner.argument, error);
}
