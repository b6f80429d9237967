import type { TSESTree } from '@typescript-eslint/utils';
import { referenceOf } from '../operations/api-calls.js';
import { findAsyncCleanup, isCleanupName } from '../catalogue/index.js';
import { findCalledFunction } from '../code/local-functions.js';
import type { Model } from '../model.js';
import { accessPath, calledName, isFunction, type FunctionNode } from '../code/syntax.js';

/**
 * Does the call release something, as its name says? `cancel()` of a reader, body or stream does too, but nobody
 * should wait for it: it can take as long as the source likes, and its failure would hide the first error.
 */
export function isCleanupCall(call: TSESTree.CallExpression): boolean {
  const name = calledName(call);
  return name !== undefined && name !== 'cancel' && isCleanupName(name);
}

/**
 * Does the call give a promise, whatever happens? The types know; without them an `async` function of the same file,
 * one that is annotated with a promise, the catalogue and the methods of `Promise` are certain.
 */
export function returnsPromise(model: Model, call: TSESTree.CallExpression): boolean {
  const [typed = 'unknown'] = model.types.returnPromises([call]);
  if (typed !== 'unknown') return typed === 'yes';
  if (isPromiseMethod(call)) return true;
  const called = findCalledFunction(model, call);
  return called ? givesPromise(called) : isListedCleanup(model, call);
}

const promiseMethods = new Set(['all', 'allSettled', 'any', 'race', 'resolve', 'reject', 'try']);

/** @returns whether the call is one of `Promise.all`, `Promise.allSettled` and the like */
export function isPromiseMethod(call: TSESTree.CallExpression): boolean {
  const [object, method, ...rest] = accessPath(call.callee) ?? [];
  return object === 'Promise' && promiseMethods.has(method ?? '') && rest.length === 0;
}

function givesPromise(called: FunctionNode): boolean {
  if (called.generator) return false;
  const annotation = called.returnType?.typeAnnotation;
  const isAnnotated =
    annotation?.type === 'TSTypeReference' &&
    annotation.typeName.type === 'Identifier' &&
    annotation.typeName.name === 'Promise';
  return called.async || isAnnotated;
}

/** What Node offers with and without a callback gives a promise only without one. */
function isListedCleanup(model: Model, call: TSESTree.CallExpression): boolean {
  if (isFunction(call.arguments.at(-1))) return false;
  const reference = referenceOf(model, call);
  return reference !== undefined && findAsyncCleanup(reference.module, reference.path) !== undefined;
}
