import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from '../operations/api-calls.js';
import { findAvailableSignal } from '../available/available-signals.js';
import { allNodes, memberName } from '../code/syntax.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import { isDetached } from '../operations/detached-calls.js';
import type { Model } from '../model.js';
import { findOpening } from '../forwarding/signal-openings.js';
import type { UnforwardedSignal } from '../forwarding/unforwarded-signals.js';
import { optionsObject } from '../signals/options-objects.js';

/**
 * The signal that a known delay or retry helper lacks.
 *
 * @param role what the helper has to be in the catalogue
 * @returns undefined where it has a signal, where none is available, or where nothing waits for it
 */
export function findUnforwardedHelper(
  model: Model,
  call: TSESTree.CallExpression,
  role: 'delay' | 'retry',
): UnforwardedSignal | undefined {
  const slot = findApi(model, call);
  const signal = slot?.role === role ? findAvailableSignal(model, call) : undefined;
  if (!slot || !signal || isDetached(call) || isInCleanup(model, call)) return undefined;
  if (hasWatchfulHook(model, call)) return undefined;
  const opening = findOpening(model, call, slot);
  if (!opening || opening.doubts.length > 0) return undefined;
  const [typed] = model.types.signalSlots([call]);
  const acceptsUndefined = typeof typed === 'object' ? typed.acceptsUndefined : true;
  return { call, signal, slot, place: opening.place, acceptsUndefined, isAbortHandled: true };
}

/** `pRetry(work, { onFailedAttempt: () => signal.throwIfAborted() })` ends the tries by itself. */
function hasWatchfulHook(model: Model, call: TSESTree.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const options = optionsObject(model, argument);
    return options !== undefined && looksAtSignal(model, options);
  });
}

function looksAtSignal(model: Model, options: TSESTree.ObjectExpression): boolean {
  return allNodes(options, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'MemberExpression' && /^(?:aborted|throwIfAborted)$/.test(memberName(node) ?? ''),
  );
}
