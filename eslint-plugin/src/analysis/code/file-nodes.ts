import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import { allNodes } from './syntax.js';

/** @returns every node of a file, in source order */
export const nodesOf = memoized((model): readonly TSESTree.Node[] =>
  allNodes(model.sourceCode.ast, model.sourceCode.visitorKeys),
);
