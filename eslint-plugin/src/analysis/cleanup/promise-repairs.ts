import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode } from '../code/syntax.js';

/** One edit on the way to code that waits for a promise. */
export type Repair =
  /** Await this promise where it stands. */
  | { kind: 'await'; node: TSESTree.Node }
  /** Return it from the arrow function whose body is `void promise`. */
  | { kind: 'return'; node: TSESTree.UnaryExpression }
  /** Make the function `async`. */
  | { kind: 'async'; node: FunctionNode }
  /** Await the list of promises that this `map` or `forEach` makes. */
  | { kind: 'collect'; node: TSESTree.CallExpression };

/** Where a promise has to arrive. */
export interface Waiter {
  /** The function that has to wait; undefined for the top level of a module. */
  node: FunctionNode | undefined;
  /** Can it await, or could it after becoming `async` without anybody noticing? */
  awaits: 'yes' | 'when-async' | 'no';
}
