import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, isFunction, memberName, ownLevelNodes, unwrapped } from '../code/syntax.js';
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
 * The `abort()` that a callback comes down to: an arrow or function that calls it, the name of one, `c.abort.bind(c)`.
 *
 * @param callback what a timer or a listener is given
 */
export function abortCallsOf(model: Model, callback: TSESTree.Node | undefined): AbortCall[] {
  const value = callback && constantValue(model, callback);
  if (value?.type === 'CallExpression' && calledName(value) === 'bind') return boundAbort(value);
  if (!isFunction(value)) return [];
  const calls: AbortCall[] = [];
  for (const node of ownLevelNodes(value, model.sourceCode.visitorKeys, runsInPlace)) {
    const controller = node.type === 'CallExpression' ? abortedController(node) : undefined;
    if (controller && node.type === 'CallExpression') calls.push({ call: node, controller });
  }
  return calls;
}

function boundAbort(call: TSESTree.CallExpression): AbortCall[] {
  const bind = unwrapped(call.callee);
  const method = bind.type === 'MemberExpression' ? unwrapped(bind.object) : undefined;
  if (method?.type !== 'MemberExpression' || memberName(method) !== 'abort') return [];
  return [{ call, controller: unwrapped(method.object) }];
}
