import type { TSESTree } from '@typescript-eslint/utils';
import { isVisibleAt, type Model } from '../analysis/index.js';

/** @returns the name by which a file imports the `setTimeout` of Node's `timers/promises`, where it can be used */
export function importedTimer(model: Model, place: TSESTree.Node): string | undefined {
  for (const statement of model.sourceCode.ast.body) {
    if (
      statement.type !== 'ImportDeclaration' ||
      !/^(?:node:)?timers\/promises$/.test(statement.source.value)
    )
      continue;
    for (const specifier of statement.specifiers) {
      const isTimer =
        specifier.type === 'ImportSpecifier' &&
        specifier.imported.type === 'Identifier' &&
        specifier.imported.name === 'setTimeout';
      if (isTimer && isVisibleAt(model, specifier.local, place)) return specifier.local.name;
    }
  }
  return undefined;
}
