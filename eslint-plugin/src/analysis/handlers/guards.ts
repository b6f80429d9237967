import type { TSESTree } from '@typescript-eslint/utils';
import {
  abortErrorCodes,
  abortErrorNames,
  isAbortPredicateName,
  isAbortThrowerName,
  timeoutErrorNames,
} from '../catalogue/index.js';
import type { Model } from '../model.js';
import { findTestedSignal } from '../signals/signals.js';
import { accessPath, calledName, memberName, ownLevelNodes, unwrapped } from '../code/syntax.js';

/** How a test comes out for an abort of a received signal, and whether it tells an abort from other failures. */
export interface Verdict {
  value: boolean | undefined;
  recognises: 'yes' | 'maybe' | 'no';
}

const blind: Verdict = { value: undefined, recognises: 'no' };
const yes: Verdict = { value: true, recognises: 'yes' };
/** The outcome of a test that asks about the error, in words that say nothing of an abort. */
export const perhaps: Verdict = { value: undefined, recognises: 'maybe' };

/**
 * Evaluates a condition for the case that the caught error is an abort that the caller asked for.
 *
 * @param error the names that hold the caught error
 */
export function judge(model: Model, test: TSESTree.Node, error: ReadonlySet<string>): Verdict {
  const verdict = judgePart(model, test, error);
  return verdict.value === undefined && verdict.recognises === 'yes' ? perhaps : verdict;
}

function judgePart(model: Model, test: TSESTree.Node, error: ReadonlySet<string>): Verdict {
  const inner = unwrapped(test);
  switch (inner.type) {
    case 'UnaryExpression': {
      if (inner.operator !== '!') return blind;
      const { value, recognises } = judge(model, inner.argument, error);
      return { value: value === undefined ? undefined : !value, recognises };
    }
    case 'LogicalExpression':
      return judgeLogical(inner.operator, judge(model, inner.left, error), judge(model, inner.right, error));
    case 'BinaryExpression':
      return judgeComparison(model, inner, error);
    case 'CallExpression':
      return judgeCall(model, inner, error);
    case 'MemberExpression':
      return judgeState(model, inner) ?? (isAbortFlag(inner) ? yes : blind);
    case 'Identifier':
      if (error.has(inner.name)) return { value: true, recognises: 'no' };
      return isAbortPredicateName(inner.name) || isAbortFlagName(inner.name) ? yes : blind;
    default:
      return blind;
  }
}

function judgeLogical(operator: '&&' | '||' | '??', left: Verdict, right: Verdict): Verdict {
  const recognises = strongest(left.recognises, right.recognises);
  if (operator === '??') return { value: undefined, recognises };
  const decisive = operator === '||';
  if (left.value === decisive || right.value === decisive) return { value: decisive, recognises };
  const isDecided = left.value !== undefined && right.value !== undefined;
  return { value: isDecided ? !decisive : undefined, recognises };
}

function strongest(left: Verdict['recognises'], right: Verdict['recognises']): Verdict['recognises'] {
  if (left === 'yes' || right === 'yes') return 'yes';
  return left === 'maybe' || right === 'maybe' ? 'maybe' : 'no';
}

/** `signal.aborted`: true for the caller's signal; an own signal tells of an own timeout only. */
function judgeState(model: Model, node: TSESTree.MemberExpression): Verdict | undefined {
  if (memberName(node) !== 'aborted') return undefined;
  return findTestedSignal(model, node)?.ownership === 'owned' ? perhaps : yes;
}

const flagName = /^(?:_?is|_?was|_?has)?_?(?:abort|cancel)(?:ed|led|ing)?$/i;

function isAbortFlagName(name: string): boolean {
  return flagName.test(name.replace(/^#/, ''));
}

/** `this.cancelled`, `state.isAborted` and the like. */
function isAbortFlag(node: TSESTree.MemberExpression): boolean {
  const name = memberName(node);
  return name !== undefined && isAbortFlagName(name);
}

function judgeComparison(model: Model, node: TSESTree.BinaryExpression, error: ReadonlySet<string>): Verdict {
  if (node.operator === 'instanceof') return judgeClass(node, error);
  if (node.operator === 'in')
    return mentionsError(node.right, error) ? { value: true, recognises: 'no' } : blind;
  const isEquality = node.operator === '===' || node.operator === '==';
  if (!isEquality && node.operator !== '!==' && node.operator !== '!=') return blind;
  const verdict = judgeEquality(model, node, error);
  return isEquality || verdict.value === undefined ? verdict : { ...verdict, value: !verdict.value };
}

function judgeEquality(model: Model, node: TSESTree.BinaryExpression, error: ReadonlySet<string>): Verdict {
  const [left, right] = [unwrapped(node.left), unwrapped(node.right)];
  if ([left, right].some((side) => isReason(side))) return yes;
  const [constant, other] = left.type === 'Literal' ? [left, right] : [right, left];
  if (constant.type !== 'Literal' && !isAbortConstant(constant)) {
    return mentionsError(other, error) || mentionsError(constant, error) ? perhaps : blind;
  }
  if (constant.type !== 'Literal') return yes;
  if (typeof constant.value === 'boolean') {
    const verdict = judge(model, other, error);
    return constant.value || verdict.value === undefined ? verdict : { ...verdict, value: !verdict.value };
  }
  if (!mentionsError(other, error)) return namesKind(other) ? judgeName(constant.value) : blind;
  if (other.type === 'UnaryExpression') return { value: constant.value === 'object', recognises: 'no' };
  return constant.value === null ? { value: false, recognises: 'no' } : judgeName(constant.value);
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

function judgeCall(model: Model, node: TSESTree.CallExpression, error: ReadonlySet<string>): Verdict {
  const name = calledName(node) ?? '';
  if (isAbortPredicateName(name) || model.settings.abortPredicates.includes(name)) return yes;
  const words = [node.callee, ...node.arguments].filter((part) => namesAbort(model, part));
  if (words.length > 0) return yes;
  return node.arguments.some((argument) => mentionsError(argument, error)) ||
    mentionsError(node.callee, error)
    ? perhaps
    : blind;
}

/** `['AbortError', ...].includes(error.name)`, `/abort/i.test(error.message)`, `message.includes('aborted')`. */
function namesAbort(model: Model, node: TSESTree.Node): boolean {
  for (const part of ownLevelNodes(node, model.sourceCode.visitorKeys)) {
    if (part.type === 'Literal' && /abort|cancel/i.test(String(part.value))) return true;
    if (part.type === 'MemberExpression' && memberName(part) === 'aborted') return true;
  }
  return false;
}

function mentionsError(node: TSESTree.Node, error: ReadonlySet<string>): boolean {
  const root = accessPath(node)?.[0];
  if (root !== undefined) return error.has(root);
  const inner = unwrapped(node);
  return inner.type === 'UnaryExpression' && mentionsError(inner.argument, error);
}

/** Is this a call that throws when the signal is aborted: `signal.throwIfAborted()` or a helper of that name? */
export function isAbortThrower(call: TSESTree.CallExpression): boolean {
  return isAbortThrowerName(calledName(call) ?? '');
}

/** Does the tree look at a signal's state, or at an abort flag, anywhere on its own function level? */
export function hasGuard(model: Model, node: TSESTree.Node): boolean {
  for (const part of ownLevelNodes(node, model.sourceCode.visitorKeys)) {
    if (part.type === 'MemberExpression' && (memberName(part) === 'aborted' || isAbortFlag(part)))
      return true;
    if (part.type === 'Identifier' && isAbortFlagName(part.name)) return true;
    if (part.type !== 'CallExpression') continue;
    if (isAbortThrower(part) || judgeCall(model, part, new Set()).recognises === 'yes') return true;
  }
  return false;
}
