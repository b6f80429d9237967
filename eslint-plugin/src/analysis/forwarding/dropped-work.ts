import type { TSESTree } from '@typescript-eslint/utils';
import { isInCleanup } from '../cleanup/cleanup.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { isDetached, mayBeWaitedFor } from '../operations/detached-calls.js';
import { findDeclaredSlot } from './declared-slots.js';
import { findOpening } from './signal-openings.js';

/** @returns the first of some calls that waits for something, could be given a signal, and is certainly given none */
export function findDroppedWork(
  model: Model,
  calls: readonly TSESTree.CallExpression[],
): TSESTree.CallExpression | undefined {
  const waiting = calls.filter(
    (call) => mayBeWaitedFor(model, call) && !isDetached(call) && !isInCleanup(model, call),
  );
  const typed = model.types.signalSlots(waiting);
  return waiting.find((call, index) => {
    const api = findApi(model, call);
    const known = typed[index];
    const isTyped = typeof known === 'object';
    const slot =
      api ?? (isTyped ? (known.result === 'other' ? undefined : known) : findDeclaredSlot(model, call));
    if (!slot || api?.role === 'resource' || api?.result === 'void') return false;
    const opening = findOpening(model, call, slot);
    return opening?.doubts.length === 0;
  });
}
