import { getStaticValue } from '@eslint-community/eslint-utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { constantValue } from './variables.js';

/** @returns the number that an expression always has, also through constants and `NaN`; undefined where it has none or varies */
export function staticNumber(model: Model, node: TSESTree.Node): number | undefined {
  const value = constantValue(model, node);
  // The library is written against ESLint's own types; nodes and scopes are the same objects.
  const known = getStaticValue(value as never, model.sourceCode.getScope(value) as never);
  return typeof known?.value === 'number' ? known.value : undefined;
}
