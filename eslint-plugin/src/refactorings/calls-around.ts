import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction } from '../analysis/index.js';
import { holds, type Selection } from './refactoring.js';

/** Collects the calls that hold a selection. */
export function callsAround(sourceCode: Readonly<TSESLint.SourceCode>, selection: Selection) {
  const around: TSESTree.CallExpression[] = [];
  return {
    collect: (call: TSESTree.CallExpression): void => {
      if (holds(call.range, selection)) around.push(call);
    },
    /** Innermost first. A function in the selection's way belongs to a call's argument, not to the selection's call. */
    atSelection(): TSESTree.CallExpression[] {
      const node = sourceCode.getNodeByRangeIndex(selection.start);
      const owner = node && enclosingFunction(node);
      // The calls come outer ones first.
      return around.filter((call) => enclosingFunction(call) === owner).reverse();
    },
  };
}
