import type { TSESTree } from '@typescript-eslint/utils';
import { findCalledFunction } from '../code/local-functions.js';
import {
  calledName,
  isFunction,
  memberName,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import type { Model } from '../model.js';
import { runsInPlace } from '../code/closures.js';

/** A call of a controller's `abort`, and the expression that names the controller. */
export interface AbortCall {
  call: TSESTree.CallExpression;
  controller: TSESTree.Node;
}

/** @returns the controller that a call aborts: `c` of `c.abort(reason)`; undefined for other calls */
export function abortedController(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const callee = unwrapped(call.callee);
  return callee.type === 'MemberExpression' && memberName(callee) === 'abort'
    ? unwrapped(callee.object)
    : undefined;
}

/**
 * The `abort()` that a callback comes down to: an arrow or function that calls it, or a function of the file that does, the name
 * of one, `c.abort.bind(c)`.
 *
 * @param callback what a timer or a listener is given
 */
export function abortCallsOf(model: Model, callback: TSESTree.Node | undefined): AbortCall[] {
  const value = callback && constantValue(model, callback);
  if (value?.type === 'CallExpression' && calledName(value) === 'bind') return boundAbort(value);
  return isFunction(value) ? abortCallsIn(model, value) : [];
}

function abortCallsIn(model: Model, body: FunctionNode, depth = 0): AbortCall[] {
  return ownLevelNodes(body, model.sourceCode.visitorKeys, runsInPlace).flatMap((node) => {
    if (node.type !== 'CallExpression') return [];
    const controller = abortedController(node);
    if (controller) return [{ call: node, controller }];
    const called = depth === 0 ? findCalledFunction(model, node) : undefined;
    // What tests something may abort in some cases only.
    return called && !isTesting(model, called) ? abortCallsIn(model, called, depth + 1) : [];
  });
}

function isTesting(model: Model, { body }: FunctionNode): boolean {
  return ownLevelNodes(body, model.sourceCode.visitorKeys).some(({ type }) =>
    /^(?:IfStatement|SwitchStatement|ConditionalExpression|LogicalExpression)$/.test(type),
  );
}

function boundAbort(call: TSESTree.CallExpression): AbortCall[] {
  const bind = unwrapped(call.callee);
  const method = bind.type === 'MemberExpression' ? unwrapped(bind.object) : undefined;
  if (method?.type !== 'MemberExpression' || memberName(method) !== 'abort') return [];
  return [{ call, controller: unwrapped(method.object) }];
}
