import type { TSESTree } from '@typescript-eslint/utils';
import { findAbortBranch, isInCancelledBranch } from './abort-branches.js';
import { isRejecter, isRejection, poorReasonOf, type PoorReason } from './rejections.js';
import type { Model } from '../model.js';
import { isInTest } from '../operations/test-callbacks.js';
import { findRegistration } from '../listeners/registrations.js';
import { findSignal, type Signal } from '../signals/signals.js';
import { ancestorsOf, calledName, isFunction } from '../code/syntax.js';

/** A rejection or throw on abort that neither carries the reason nor an abort error. */
export interface PoorRejection {
  /** What is wrong, as narrowly as there is a node for it. */
  node: TSESTree.Node;
  kind: PoorReason | 'event';
  /** The call to reject with, or the statement that throws; the function that is registered where that is `reject` itself. */
  rejection: TSESTree.CallExpression | TSESTree.ThrowStatement | TSESTree.Node;
  /** The signal that is aborted; undefined where only a flag says so. */
  signal: Signal | undefined;
  /** The abort listener that the rejection stands in. */
  listener: TSESTree.Node | undefined;
}

/**
 * Finds a rejection that loses the reason of an abort: with the Event that a listener is called with, with nothing, with a
 * text, or with a bare Error.
 *
 * @returns undefined where the function did not receive the signal for certain: an owner's reason is its own business
 */
export function findPoorRejection(
  model: Model,
  node: TSESTree.CallExpression | TSESTree.ThrowStatement | TSESTree.AssignmentExpression,
): PoorRejection | undefined {
  const found = node.type === 'ThrowStatement' ? undefined : rejecterAsListener(model, node);
  if (found || node.type === 'AssignmentExpression') return found;
  if (node.type === 'CallExpression' && !isRejection(model, node)) return undefined;
  const value = node.type === 'ThrowStatement' ? node.argument : node.arguments[0];
  const kind = poorReasonOf(model, value);
  if (!kind && value?.type !== 'Identifier') return undefined;
  const branch = findAbortBranch(model, node);
  const { signal, listener } = branch ?? {};
  if (!signal) {
    const isBlind = node.type === 'CallExpression' && kind === 'nothing' && isInCancelledBranch(node);
    return isBlind ? { node, kind, rejection: node, signal, listener } : undefined;
  }
  if (signal.ownership !== 'received' || isInMock(node) || isInTest(node)) return undefined;
  if (listener && node.type === 'ThrowStatement') return undefined;
  const isEvent = isFunction(listener) && isFirstParameter(value, listener.params[0]);
  const what = isEvent ? 'event' : kind;
  return what && { node: value ?? node, kind: what, rejection: node, signal, listener };
}

/** A stand-in in a test imitates what another function does. */
function isInMock(node: TSESTree.Node): boolean {
  return [...ancestorsOf(node)].some(
    (outer) =>
      outer.type === 'CallExpression' && /^(?:mock\w*|fn|stub\w*|callsFake)$/.test(calledName(outer) ?? ''),
  );
}

function isFirstParameter(value: TSESTree.Node | undefined, parameter: TSESTree.Node | undefined): boolean {
  return value?.type === 'Identifier' && parameter?.type === 'Identifier' && value.name === parameter.name;
}

/** `signal.addEventListener('abort', reject)` */
function rejecterAsListener(
  model: Model,
  node: TSESTree.CallExpression | TSESTree.AssignmentExpression,
): PoorRejection | undefined {
  const registration = findRegistration(model, node);
  if (!registration || isFunction(registration.listener) || !isRejecter(model, registration.listener)) {
    return undefined;
  }
  const signal = findSignal(model, registration.target);
  if (signal?.ownership !== 'received' || isInMock(node)) return undefined;
  const { listener } = registration;
  return { node: listener, kind: 'event', rejection: listener, signal, listener };
}
