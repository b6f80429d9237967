import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { originsOf } from './origins.js';
import { isOwnControllerSignal, signalFactory, sourcesOf } from './signal-factories.js';
import { findSignal, type Signal } from './signals.js';

/** Was the signal combined with a time limit of the code's own, so that it may be aborted by a failure? */
export function hasTimeLimit(model: Model, { node, member }: Signal): boolean {
  return originsOf(model, node, member === undefined ? [] : [member]).some(
    (origin) =>
      origin.kind === 'call' && sourcesOf(origin.node).some((source) => isTimeoutSignal(model, source)),
  );
}

/** Was the signal combined with that of a controller of the code's own, which may have ended the work as well? */
export function hasOwnPart(model: Model, { node, member }: Signal): boolean {
  return originsOf(model, node, member === undefined ? [] : [member]).some(
    (origin) =>
      origin.kind === 'call' &&
      signalFactory(origin.node) === 'any' &&
      sourcesOf(origin.node).some((source) => isMadeHere(model, source)),
  );
}

/** Also where the received signal is relayed to it, since others may abort it as well. */
function isMadeHere(model: Model, source: TSESTree.Node): boolean {
  return originsOf(model, source).some((origin) => origin.kind === 'new' && isOwnControllerSignal(origin));
}

/** Is a value the signal of a timeout, which nobody aborts by hand? */
export function isTimeoutSignal(model: Model, source: TSESTree.Node): boolean {
  return originsOf(model, source).some(
    (origin) => origin.kind === 'call' && signalFactory(origin.node) === 'timeout',
  );
}

/**
 * The signal that the caller's abort comes by: of a combined signal the part that was received, because an own
 * timeout ends the combined one too.
 */
export function findReceivedPart(model: Model, signal: Signal, seen: readonly TSESTree.Node[] = []): Signal {
  const origins = originsOf(model, signal.node);
  const parts = origins.flatMap((origin) =>
    origin.kind === 'call' && signalFactory(origin.node) === 'any' ? sourcesOf(origin.node) : [],
  );
  const received = parts
    .map((part) => findSignal(model, part.type === 'LogicalExpression' ? part.left : part))
    .find((part) => part?.ownership === 'received');
  // `signal = signal ? AbortSignal.any([signal, limit]) : limit` is made of itself.
  if (!received || seen.includes(received.node)) return signal;
  return findReceivedPart(model, received, [...seen, received.node]);
}
