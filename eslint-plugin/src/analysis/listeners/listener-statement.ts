import type { TSESTree } from '@typescript-eslint/utils';
import { outermost } from '../code/syntax.js';
import type { AbortListener } from './abort-listeners.js';

/** The statement by which a listener is added, and whether that is only done where there is a signal. */
export interface ListenerStatement {
  node: TSESTree.Statement;
  isConditional: boolean;
}

/**
 * @returns the statement in a block or module that does nothing but add the listener, on a condition or without one:
 *   `s.addEventListener(...)`, `s?.addEventListener(...)`, `s && s.addEventListener(...)`, `if (s) s.addEventListener(...)`
 */
export function findListenerStatement({ node }: AbortListener): ListenerStatement | undefined {
  let inner: TSESTree.Node = outermost(node);
  let isConditional = inner.type === 'ChainExpression';
  for (let outer = inner.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.type) {
      case 'LogicalExpression':
        if (outer.right !== inner) return undefined;
        isConditional = true;
        break;
      case 'ConditionalExpression':
      case 'IfStatement':
        if (outer.test === inner || (outer.type === 'IfStatement' && outer.alternate)) return undefined;
        isConditional = true;
        break;
      case 'ChainExpression':
      case 'ExpressionStatement':
        break;
      case 'BlockStatement':
      case 'Program':
        return { node: inner as TSESTree.Statement, isConditional };
      default:
        return undefined;
    }
  }
  return undefined;
}
