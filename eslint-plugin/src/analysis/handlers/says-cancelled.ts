import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../code/syntax.js';
import type { Model } from '../model.js';

/** Does the code tell its caller of the cancellation in its own words: `return 'cancelled'`, `onAbort()`? */
export function saysCancelled(model: Model, node: TSESTree.Node | undefined): boolean {
  if (!node || node.type === 'CatchClause' || isFunction(node)) return false;
  return model.sourceCode.getTokens(node).some(({ value }) => namesCancellation(value));
}

/** Does a name or a text speak of cancellation? */
export function namesCancellation(text: string): boolean {
  return /abort|cancel|interrupt/i.test(text);
}
