import type { TSESTree } from '@typescript-eslint/utils';
import { accessPath, calledName, isNewPromise, unwrapped } from '../code/syntax.js';
import type { Model } from '../model.js';
import { findApi, referenceOf } from '../operations/api-calls.js';
import { returnsPromise } from './cleanup-calls.js';
import { constantValue } from '../code/variables.js';

/**
 * Is the value for certain a promise of work that may still be going on? `Promise.resolve(x)` is settled, and of what
 * nothing is known the answer is false.
 */
export function isPendingPromise(model: Model, node: TSESTree.Node): boolean {
  const value = constantValue(model, node);
  switch (value.type) {
    case 'NewExpression':
      return isNewPromise(value);
    case 'CallExpression':
      return isPendingCall(model, value);
    case 'ConditionalExpression':
      return isPendingPromise(model, value.consequent) || isPendingPromise(model, value.alternate);
    case 'LogicalExpression':
      return isPendingPromise(model, value.right) || isPendingPromise(model, value.left);
    default:
      return false;
  }
}

function isPendingCall(model: Model, call: TSESTree.CallExpression): boolean {
  const path = accessPath(call.callee)?.join('.') ?? '';
  if (path === 'Promise.resolve' || path === 'Promise.reject') return false;
  return (
    isFollowed(model, call) ||
    returnsPromise(model, call) ||
    findApi(model, call)?.result === 'promise' ||
    isBodyRead(model, call)
  );
}

/** `promise.then(f)`, of a promise that is not settled. */
function isFollowed(model: Model, call: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return false;
  return /^(?:then|catch|finally)$/.test(calledName(call) ?? '') && isPendingPromise(model, callee.object);
}

/** `response.json()`, of a response that `fetch` gave. */
function isBodyRead(model: Model, call: TSESTree.CallExpression): boolean {
  const reference = referenceOf(model, call);
  return (
    reference?.module === undefined &&
    /^(?:globalThis\.)?fetch#(?:json|text|arrayBuffer|blob|bytes|formData)$/.test(reference?.path ?? '')
  );
}
