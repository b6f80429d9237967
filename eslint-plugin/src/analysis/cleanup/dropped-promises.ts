import type { TSESTree } from '@typescript-eslint/utils';
import { isPromiseMethod } from './cleanup-calls.js';
import { runsInPlace } from '../code/closures.js';
import type { Model } from '../model.js';
import type { Repair, Waiter } from './promise-repairs.js';
import {
  ancestorsOf,
  calledName,
  chainedCall,
  enclosingFunction,
  isFunction,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue } from '../code/variables.js';

/** A promise that nobody waits for. */
export interface DroppedPromise {
  how: 'floating' | 'iterated' | 'awaited-array';
  /** The outermost expression that is dropped; the same for promises that one edit makes awaited. */
  root: TSESTree.Node;
  /** What makes the function wait for it, innermost first. */
  repairs: Repair[];
}

/**
 * Finds out whether a promise is dropped on its way to the function that has to wait for it.
 *
 * @returns undefined where it arrives, where somebody else keeps or handles it, or where the function cannot wait
 */
export function findDroppedPromise(
  model: Model,
  call: TSESTree.CallExpression,
  waiter: Waiter,
): DroppedPromise | undefined {
  const walk = new PromiseWalk(model, waiter);
  const root = walk.arrives(call) ? walk.drops.at(-1) : undefined;
  const [first] = walk.drops;
  if (!root || !first) return undefined;
  const isAwaited = first.kind === 'collect' && outermost(first.node).parent?.type === 'AwaitExpression';
  const how = first.kind !== 'collect' ? 'floating' : isAwaited ? 'awaited-array' : 'iterated';
  return { how, root: root.node, repairs: walk.repairs };
}

class PromiseWalk {
  readonly repairs: Repair[] = [];
  readonly #model: Model;
  readonly #waiter: Waiter;

  constructor(model: Model, waiter: Waiter) {
    this.#model = model;
    this.#waiter = waiter;
  }

  /** The places at which the promise is lost. */
  get drops(): Repair[] {
    return this.repairs.filter(({ kind }) => kind !== 'async');
  }

  /**
   * Follows a promise outwards, and notes what has to change for it to arrive.
   *
   * @param promise the outermost expression that is the promise
   * @param node an expression around it that has its value
   * @returns false where it goes elsewhere
   */
  arrives(promise: TSESTree.Node, node = promise): boolean {
    const expression = outermost(node);
    const { parent } = expression;
    switch (parent?.type) {
      case 'ExpressionStatement':
        return this.#drop(promise);
      case 'UnaryExpression':
        return parent.operator === 'void' && this.#arrivesVoided(promise, parent);
      case 'LogicalExpression':
        return parent.right === expression && this.arrives(promise, parent);
      case 'ConditionalExpression':
        return parent.test !== expression && this.arrives(promise, parent);
      case 'AwaitExpression':
        return !this.#isHandled(parent) && this.#level(parent, false);
      case 'ReturnStatement':
        return this.#returned(enclosingFunction(parent));
      case 'ArrowFunctionExpression':
        return this.#returned(parent);
      case 'ArrayExpression':
      case 'CallExpression':
        return this.#arrivesCombined(expression);
      case 'MemberExpression':
        return this.#arrivesChained(expression);
      default:
        return false;
    }
  }

  #drop(promise: TSESTree.Node): boolean {
    this.repairs.push({ kind: 'await', node: promise });
    return this.#level(promise, true);
  }

  #arrivesVoided(promise: TSESTree.Node, operator: TSESTree.UnaryExpression): boolean {
    const { parent } = outermost(operator);
    if (parent?.type !== 'ArrowFunctionExpression') return this.arrives(promise, operator);
    this.repairs.push({ kind: 'return', node: operator });
    return this.#returned(parent);
  }

  #arrivesCombined(expression: TSESTree.Node): boolean {
    const list = expression.parent?.type === 'ArrayExpression' ? expression.parent : expression;
    const call = list.parent;
    return (
      call?.type === 'CallExpression' && call.callee !== list && isPromiseMethod(call) && this.arrives(call)
    );
  }

  /** `.then(f)` and an empty `.catch` leave the promise to be waited for; a handler that does something deals with it. */
  #arrivesChained(receiver: TSESTree.Node): boolean {
    const call = chainedCall(receiver);
    const method = call && calledName(call);
    if (!call || (method !== 'then' && method !== 'catch')) return false;
    const handler = call.arguments[method === 'then' ? 1 : 0];
    return (!handler || this.#isEmpty(handler)) && this.arrives(call);
  }

  #isEmpty(handler: TSESTree.Node): boolean {
    const value = constantValue(this.#model, handler);
    if (value.type === 'Identifier') return /^_?noop$/i.test(value.name) || value.name === 'undefined';
    if (!isFunction(value)) return false;
    const body = value.body.type === 'BlockStatement' ? value.body : unwrapped(value.body);
    if (body.type === 'BlockStatement') return body.body.length === 0;
    if (body.type === 'Identifier') return true;
    return body.type === 'Literal' || body.type === 'ObjectExpression' || body.type === 'UnaryExpression';
  }

  /** In a closure, a `catch` around the `await` deals with the failure. */
  #isHandled(node: TSESTree.AwaitExpression): boolean {
    let inner: TSESTree.Node = node;
    for (const outer of ancestorsOf(node)) {
      if (isFunction(outer)) return false;
      if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) {
        return enclosingFunction(outer) !== this.#waiter.node && outer.handler.body.body.length > 0;
      }
      inner = outer;
    }
    return false;
  }

  #level(node: TSESTree.Node, needsAwait: boolean): boolean {
    const level = enclosingFunction(node);
    if (level === this.#waiter.node) {
      if (!needsAwait || this.#waiter.awaits === 'yes') return true;
      if (!level || this.#waiter.awaits === 'no') return false;
      this.repairs.push({ kind: 'async', node: level });
      return true;
    }
    if (!level || !runsInPlace(level)) return false;
    if (needsAwait && !level.async) {
      if (level.generator) return false;
      this.repairs.push({ kind: 'async', node: level });
    }
    return this.#leavesClosure(level);
  }

  #returned(from: FunctionNode | undefined): boolean {
    if (from === this.#waiter.node) return true;
    return from !== undefined && runsInPlace(from) && this.#leavesClosure(from);
  }

  /** What becomes of the promise that a closure returns where it runs in place. */
  #leavesClosure(closure: FunctionNode): boolean {
    const callback = outermost(closure);
    const call = callback.parent;
    if (call?.type !== 'CallExpression') return false;
    if (call.callee === callback) return this.arrives(call);
    switch (calledName(call)) {
      case 'forEach':
        return this.#collect(call);
      case 'map':
      case 'flatMap':
        return this.#arrivesListed(call);
      case 'then':
      case 'catch':
        return this.arrives(call);
      default:
        return false;
    }
  }

  #arrivesListed(call: TSESTree.CallExpression): boolean {
    const { parent } = outermost(call);
    const isVoided = parent?.type === 'UnaryExpression' && parent.operator === 'void';
    const isDropped = isVoided || /^(?:Expression|Await)/.test(parent?.type ?? '');
    return isDropped ? this.#collect(call) : this.#arrivesCombined(outermost(call));
  }

  #collect(call: TSESTree.CallExpression): boolean {
    this.repairs.push({ kind: 'collect', node: call });
    return this.#level(call, true);
  }
}
