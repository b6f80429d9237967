import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf } from '../code/syntax.js';
import type { Model } from '../model.js';

/** Does a node stand under a test of a signal's state, so that it runs for an abort that has been? */
export function isUnderStateTest({ sourceCode }: Model, node: TSESTree.Node): boolean {
  return [...ancestorsOf(node)].some(
    (outer) => outer.type === 'IfStatement' && /\baborted\b/.test(sourceCode.getText(outer.test)),
  );
}
