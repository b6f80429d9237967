import type { TSESTree } from '@typescript-eslint/utils';
import { outermost, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { processListeners, type ProcessListener } from './process-listeners.js';
import { processRemovals, shareEvents, type ProcessRemoval } from './process-removals.js';

/** A listener that is taken off a signal which it was never added to, so that it stays. */
export interface MismatchedRemoval {
  /** The name of the signal in the removal. */
  event: TSESTree.Node;
  name: string;
  /** The signals that it was added to, as they are written there. */
  added: readonly TSESTree.Node[];
}

/** @returns `process.off('SIGTERM', f)` where the file adds `f` to other signals alone, and hands it to nobody else */
export function findMismatchedRemovals(model: Model): MismatchedRemoval[] {
  return processRemovals(model).flatMap((removal) => {
    const [event, ...others] = removal.events;
    if (!event || others.length > 0 || !removal.isComplete || !removal.isSignal) return [];
    const listeners = listenersOf(model, removal);
    if (listeners.length === 0 || listeners.some((listener) => shareEvents(removal, listener))) return [];
    const added = listeners.flatMap((listener) => listener.events.map(({ node }) => node));
    return [{ event: event.node, name: event.name, added }];
  });
}

/** The registrations of the function that is taken off; none where anything else is done with its name. */
function listenersOf(model: Model, { call }: ProcessRemoval): ProcessListener[] {
  const given = call.arguments[1] && unwrapped(call.arguments[1]);
  const uses = given?.type === 'Identifier' ? (findVariable(model, given)?.references ?? []) : [];
  const calls = uses
    .filter(({ init }) => init !== true)
    .map(({ identifier }) => outermost(identifier).parent);
  const listeners = processListeners(model).filter((listener) => calls.includes(listener.call));
  const isKnown = calls.every(
    (each) =>
      listeners.some((listener) => listener.call === each) ||
      processRemovals(model).some((removal) => removal.call === each),
  );
  return isKnown ? listeners : [];
}
