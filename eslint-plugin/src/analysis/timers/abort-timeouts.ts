import type { TSESTree } from '@typescript-eslint/utils';
import { staticNumber } from '../code/static-numbers.js';
import { accessPath, allNodes, calledName } from '../code/syntax.js';
import type { Model } from '../model.js';
import { signalFactory } from '../signals/signal-factories.js';

/** A delay that `AbortSignal.timeout` does not take as it is meant. */
export interface InvalidTimeout {
  /** The delay where it stands. */
  delay: TSESTree.Node;
  /** `throws`: a RangeError at once (F10); `at-once`: too long for a timer, so that it fires after 1 ms (F10); `fraction`: mostly no whole number. */
  how: 'throws' | 'at-once' | 'fraction';
  value: number | undefined;
}

/** The longest delay of a timer, in milliseconds. */
export const longestDelay = 2 ** 31 - 1;

/** @returns what is wrong with the delay of an `AbortSignal.timeout` call */
export function findInvalidTimeout(model: Model, call: TSESTree.CallExpression): InvalidTimeout | undefined {
  const [delay] = call.arguments;
  if (signalFactory(call) !== 'timeout' || !delay || delay.type === 'SpreadElement') return undefined;
  const value = staticNumber(model, delay);
  if (value === undefined) return isRandom(model, delay) ? { delay, how: 'fraction', value } : undefined;
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) return { delay, how: 'throws', value };
  return value > longestDelay ? { delay, how: 'at-once', value } : undefined;
}

const rounds = /^(?:floor|ceil|round|trunc|toFixed|parseInt|randomInt)$/;

/** Does a jitter go into the delay, which makes it a fraction unless something rounds it? */
function isRandom({ sourceCode }: Model, delay: TSESTree.Node): boolean {
  const nodes = allNodes(delay, sourceCode.visitorKeys);
  const isRounded = nodes.some(
    (node) => node.type === 'CallExpression' && rounds.test(calledName(node) ?? ''),
  );
  const isCut = nodes.some(
    (node) => node.type === 'BinaryExpression' && /^(?:>>>?|\||~)$/.test(node.operator),
  );
  return (
    !isRounded &&
    !isCut &&
    isArithmetic(delay) &&
    nodes.some(
      (node) => node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === 'Math.random',
    )
  );
}

function isArithmetic(node: TSESTree.Node): boolean {
  return (
    node.type === 'BinaryExpression' ||
    (node.type === 'CallExpression' && accessPath(node.callee)?.[0] === 'Math')
  );
}

/** Is it `AbortSignal.any([])`, a signal that is never aborted (F10)? */
export function combinesNothing(call: TSESTree.CallExpression): boolean {
  const [sources, ...others] = call.arguments;
  return (
    signalFactory(call) === 'any' &&
    sources?.type === 'ArrayExpression' &&
    sources.elements.length === 0 &&
    others.length === 0
  );
}
