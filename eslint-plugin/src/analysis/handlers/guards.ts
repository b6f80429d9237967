import type { TSESTree } from '@typescript-eslint/utils';
import { isAbortPredicateName, isAbortThrowerName } from '../catalogue/index.js';
import type { Model } from '../model.js';
import { findSignal, findTestedSignal } from '../signals/signals.js';
import { calledName, constantText, memberName, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { blind, judgeComparison, mentionsError, perhaps, yes, type Verdict } from './verdicts.js';
import { askedBy } from '../code/asked-values.js';

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
  const { value: inner, holds } = askedBy(test);
  const verdict = judgeValue(model, inner, error);
  return holds || verdict.value === undefined ? verdict : { ...verdict, value: !verdict.value };
}

function judgeValue(model: Model, inner: TSESTree.Node, error: ReadonlySet<string>): Verdict {
  switch (inner.type) {
    case 'LogicalExpression':
      return judgeLogical(inner.operator, judge(model, inner.left, error), judge(model, inner.right, error));
    case 'BinaryExpression':
      return judgeReason(model, inner) ?? judgeComparison(inner, error);
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

/** `error === timeout.reason`: the reason of an own signal is never that of the caller. */
function judgeReason(
  model: Model,
  { operator, left, right }: TSESTree.BinaryExpression,
): Verdict | undefined {
  const isEqual = operator === '===' || operator === '==';
  if (!isEqual && operator !== '!==' && operator !== '!=') return undefined;
  return [left, right].some((side) => isOwnReason(model, unwrapped(side)))
    ? { value: !isEqual, recognises: 'yes' }
    : undefined;
}

function isOwnReason(model: Model, side: TSESTree.Node): boolean {
  return (
    side.type === 'MemberExpression' &&
    memberName(side) === 'reason' &&
    findSignal(model, side.object)?.ownership === 'owned'
  );
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
    const value = part.type === 'Literal' ? String(part.value) : constantText(part);
    if (/abort|cancel/i.test(value ?? '')) return true;
    if (part.type === 'MemberExpression' && memberName(part) === 'aborted') return true;
  }
  return false;
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
