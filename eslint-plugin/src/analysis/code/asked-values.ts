import type { TSESTree } from '@typescript-eslint/utils';
import { unwrapped } from './syntax.js';

/** The value that a test asks for the truth of. */
export interface AskedValue {
  value: TSESTree.Node;
  /** True where the test holds for a true value, false where it holds for one that is not. */
  holds: boolean;
}

/** @returns what is left of a test without the ways to write it: `x` for `!x`, `Boolean(x)`, `x === true`, `false !== x` */
export function askedBy(test: TSESTree.Node): AskedValue {
  const inner = unwrapped(test);
  const step = stepInto(inner);
  if (!step) return { value: inner, holds: true };
  const { value, holds } = askedBy(step.value);
  return { value, holds: holds === step.holds };
}

function stepInto(test: TSESTree.Node): AskedValue | undefined {
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? { value: test.argument, holds: false } : undefined;
    case 'CallExpression': {
      const [value, ...others] = test.arguments;
      const isTruth = test.callee.type === 'Identifier' && test.callee.name === 'Boolean';
      return isTruth && value && others.length === 0 ? { value, holds: true } : undefined;
    }
    case 'BinaryExpression':
      return comparedWithTruth(test);
    default:
      return undefined;
  }
}

function comparedWithTruth({ left, operator, right }: TSESTree.BinaryExpression): AskedValue | undefined {
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [constant, value] = left.type === 'Literal' ? [left, right] : [right, left];
  if (constant.type !== 'Literal' || typeof constant.value !== 'boolean') return undefined;
  return { value, holds: operator.startsWith('=') === constant.value };
}
