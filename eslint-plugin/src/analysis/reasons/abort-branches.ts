import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { registrationsOfFunction } from '../listeners/registered-functions.js';
import { findSignal, findTestedSignal, type Signal } from '../signals/signals.js';
import { accessPath, ancestorsOf, calledName, isFunction, memberName, unwrapped } from '../code/syntax.js';
import { askedBy } from '../code/asked-values.js';

/** Why the code at a place runs: the signal there is aborted. */
export interface AbortBranch {
  signal: Signal;
  /** The listener whose body the place is in; undefined in a branch of `if (signal.aborted)`. */
  listener: TSESTree.Node | undefined;
}

/**
 * The signal whose abort is what brings execution to a node: in an abort listener, or where `signal.aborted` was found
 * to be true.
 *
 * @returns undefined where another condition takes part, such as a test of the reason or of a timeout
 */
export function findAbortBranch(model: Model, node: TSESTree.Node, depth = 0): AbortBranch | undefined {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return depth < 2 ? listenerBranch(model, outer, depth) : undefined;
    const condition = conditionFor(outer, inner);
    if (condition) {
      const signal = signalKnownAborted(model, condition.test, condition.outcome);
      if (signal) return { signal, listener: undefined };
      if (tellsMore(model, condition.test)) return undefined;
    } else if (isOtherRegion(outer)) return undefined;
    inner = outer;
  }
  return undefined;
}

function listenerBranch(model: Model, listener: TSESTree.Node, depth: number): AbortBranch | undefined {
  if (!isFunction(listener)) return undefined;
  const isElsewhere = (use: TSESTree.Identifier): boolean =>
    use.parent.type !== 'CallExpression' ||
    use.parent.callee !== use ||
    findAbortBranch(model, use.parent, depth + 1) === undefined;
  const [registration, ...others] = registrationsOfFunction(model, listener, isElsewhere);
  const signal = registration && others.length === 0 ? findSignal(model, registration.target) : undefined;
  return signal && { signal, listener };
}

interface Condition {
  test: TSESTree.Node;
  outcome: boolean;
}

/** The condition under which a part of a statement or expression runs. */
function conditionFor(outer: TSESTree.Node, part: TSESTree.Node): Condition | undefined {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return part === outer.test ? undefined : { test: outer.test, outcome: part === outer.consequent };
    case 'LogicalExpression':
      return part === outer.right && outer.operator !== '??'
        ? { test: outer.left, outcome: outer.operator === '&&' }
        : undefined;
    default:
      return undefined;
  }
}

/** @returns the signal that is aborted for certain when the test comes out so */
function signalKnownAborted(model: Model, test: TSESTree.Node, outcome: boolean): Signal | undefined {
  const { value, holds } = askedBy(test);
  if (holds !== outcome) return undefined;
  if (value.type === 'LogicalExpression' && value.operator === '&&') {
    const signal = signalKnownAborted(model, value.right, true);
    return signal && leadsTo(value.left, askedBy(value.right).value) ? signal : undefined;
  }
  return value.type === 'MemberExpression' ? findTestedSignal(model, value) : undefined;
}

/** Does a test only ask whether the other one can be made: `options && options.signal && options.signal.aborted`? */
function leadsTo(left: TSESTree.Node, right: TSESTree.Node): boolean {
  const inner = unwrapped(left);
  if (inner.type === 'LogicalExpression') return leadsTo(inner.left, right) && leadsTo(inner.right, right);
  const [start, whole] = [accessPath(inner), accessPath(right)];
  return start !== undefined && whole !== undefined && start.every((name, index) => name === whole[index]);
}

/** Does a further condition make more of the abort: is it a timeout, which reason has it? */
function tellsMore(model: Model, test: TSESTree.Node): boolean {
  return /time|deadline|reason|error|instanceof/i.test(model.sourceCode.getText(test));
}

/** In a loop or the handler of a further failure, the abort is not what the code is about. */
function isOtherRegion(node: TSESTree.Node): boolean {
  return /^(?:CatchClause|SwitchStatement|(?:Do)?WhileStatement|For\w*Statement)$/.test(node.type);
}

const flagName = /^(?:_?is|_?was|_?has)?_?(?:abort|cancel)(?:ed|led)$/i;

/** Is the node in the branch of a flag such as `if (cancelled)` or `if (this.aborted)`, directly? */
export function isInCancelledBranch(node: TSESTree.Node): boolean {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    const condition = conditionFor(outer, inner);
    if (condition) return condition.outcome && isCancelFlag(condition.test);
    inner = outer;
  }
  return false;
}

function isCancelFlag(test: TSESTree.Node): boolean {
  const inner = unwrapped(test);
  if (inner.type === 'CallExpression') return flagName.test(calledName(inner) ?? '');
  if (inner.type === 'Identifier') return flagName.test(inner.name);
  return inner.type === 'MemberExpression' && flagName.test(memberName(inner)?.replace(/^#/, '') ?? '');
}
