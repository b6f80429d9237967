import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import type { SignalSlot } from '../types/types.js';
import { findOpening, type OpeningPlace } from './signal-openings.js';

/**
 * Where a call of the catalogue can be given a signal.
 *
 * @returns undefined where it has one, or where something in the call may carry one
 */
export function findCallOpening(
  model: Model,
  call: TSESTree.CallExpression,
): { slot: SignalSlot; place: OpeningPlace } | undefined {
  const slot = findApi(model, call);
  const opening = slot && findOpening(model, call, slot);
  return slot && opening?.doubts.length === 0 ? { slot, place: opening.place } : undefined;
}
