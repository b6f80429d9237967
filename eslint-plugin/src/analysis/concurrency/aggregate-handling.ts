import type { TSESTree } from '@typescript-eslint/utils';
import {
  allNodes,
  calledName,
  chainedCall,
  isFunction,
  isInside,
  memberName,
  outermost,
  ownLevelNodes,
} from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { combinatorOf } from './combinators.js';

/** The handler of a failed `Promise.any`, and what of its AggregateError is lost. */
export interface UninspectedAggregate {
  /** The call of `Promise.any`. */
  call: TSESTree.CallExpression;
  /** The `catch` clause, or the call of `.catch`. */
  handler: TSESTree.CatchClause | TSESTree.CallExpression;
}

/** @returns the handler in which the single errors of a failed `Promise.any` are lost */
export function findUninspectedAggregate(
  model: Model,
  call: TSESTree.CallExpression,
): UninspectedAggregate | undefined {
  if (combinatorOf(call) !== 'any' || isInTest(call) || seesEachFailure(model, call)) return undefined;
  const chained = chainedCall(call);
  if (chained && calledName(chained) === 'catch') {
    const [callback] = chained.arguments;
    if (!isFunction(callback)) return undefined;
    return losesErrors(model, callback.body, callback.params[0]) ? { call, handler: chained } : undefined;
  }
  const clause = outermost(call).parent?.type === 'AwaitExpression' ? catchAround(model, call) : undefined;
  return clause && losesErrors(model, clause.body, clause.param) ? { call, handler: clause } : undefined;
}

/** Do the promises look at their own failures, or reject to say no, so that nothing is left to learn from all of them? */
function seesEachFailure({ sourceCode }: Model, call: TSESTree.CallExpression): boolean {
  return allNodes(call, sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'CatchClause' ||
      (node.type === 'CallExpression' && /^(?:catch|reject)$/.test(calledName(node) ?? '')),
  );
}

/** The nearest `catch` of the same function that the failure arrives in. */
function catchAround({ sourceCode }: Model, call: TSESTree.Node): TSESTree.CatchClause | undefined {
  for (let inner: TSESTree.Node = call, outer = call.parent; outer; inner = outer, outer = outer.parent) {
    if (isFunction(outer)) return undefined;
    if (outer.type !== 'TryStatement' || outer.block !== inner || !outer.handler) continue;
    const isOnly = ownLevelNodes(outer.block, sourceCode.visitorKeys).every(
      (node) => node.type !== 'AwaitExpression' || isInside(call, node) || isInside(node, call),
    );
    // Other work in the `try` brings errors of its own.
    return isOnly ? outer.handler : undefined;
  }
  return undefined;
}

/** Is the error neither looked into nor handed on whole? */
function losesErrors(
  { sourceCode }: Model,
  body: TSESTree.Node,
  error: TSESTree.Node | null | undefined,
): boolean {
  const nodes = allNodes(body, sourceCode.visitorKeys);
  if (nodes.some((node) => node.type === 'Identifier' && /^(?:errors|AggregateError)$/.test(node.name)))
    return false;
  if (!error) return true;
  if (error.type !== 'Identifier') return false;
  return nodes.every(
    (node) =>
      node.type !== 'Identifier' ||
      node.name !== error.name ||
      namesMember(node) ||
      readsTextOnly(outermost(node)),
  );
}

/** The `error` of `console.error`. */
function namesMember(name: TSESTree.Identifier): boolean {
  return name.parent.type === 'MemberExpression' && name.parent.property === name && !name.parent.computed;
}

/** `error.message`, `String(error)`, a template; a test of its class or identity. */
function readsTextOnly(use: TSESTree.Node): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === use && /^(?:message|name|stack)$/.test(memberName(parent) ?? '');
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return /^(?:instanceof|\+|[=!]==?)$/.test(parent.operator);
    case 'CallExpression':
      return calledName(parent) === 'String';
    default:
      return false;
  }
}
