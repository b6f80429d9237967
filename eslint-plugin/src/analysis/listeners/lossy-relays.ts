import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { allNodes, ancestorsOf, unwrapped } from '../code/syntax.js';
import { originsOf } from '../signals/origins.js';
import { signalFactory } from '../signals/signal-factories.js';
import { abortListenersOf, type AbortListener } from './abort-listeners.js';
import { comesTooLate } from './late-listeners.js';
import { relaysOf, type AbortRelay } from './relays.js';

/** A relay by which not everything arrives that the source has to say. */
export interface LossyRelay extends AbortRelay {
  listener: AbortListener;
  /** What the controller gets in place of the source's reason: none, or the event; undefined where that is all right. */
  reason: 'none' | 'event' | undefined;
  /** May the source be aborted before anybody listens, so that its abort never arrives? */
  isLate: boolean;
}

/** @returns the relays of a file that lose the reason or an earlier abort, one for each listener, in source order */
export function findLossyRelays(model: Model): LossyRelay[] {
  return abortListenersOf(model).flatMap((listener) => {
    const lossy = relaysOf(model)
      .filter(({ registration }) => registration.node === listener.node)
      .map((relay) => ({
        ...relay,
        listener,
        reason: findLostReason(model, relay, listener),
        isLate: comesTooLate(model, listener),
      }))
      .find(({ reason, isLate }) => reason !== undefined || isLate);
    return lossy ? [lossy] : [];
  });
}

/** @returns whether the listener aborts a controller */
export function isRelay(model: Model, { node }: AbortListener): boolean {
  return relaysOf(model).some(({ registration }) => registration.node === node);
}

function findLostReason(
  model: Model,
  { abort, function: body, controller }: AbortRelay,
  { signal, target, options }: AbortListener,
): LossyRelay['reason'] {
  if (abort.type !== 'CallExpression' || !body || isConditional(model, abort, body)) return undefined;
  if (signal.ownership === 'owned' && !isTimeout(model, target)) return undefined;
  if (options && isScope(model, controller, options)) return undefined;
  const [reason] = abort.arguments;
  const given = reason && unwrapped(reason);
  if (!given || (given.type === 'Identifier' && given.name === 'undefined')) {
    return speaksOfReason(model, body) ? undefined : 'none';
  }
  const [event] = body.params;
  return event?.type === 'Identifier' && given.type === 'Identifier' && event.name === given.name
    ? 'event'
    : undefined;
}

/** A listener that counts the aborts of several signals, or chooses between them, aborts for a reason of its own. */
function isConditional({ sourceCode }: Model, abort: TSESTree.Node, body: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(abort)) {
    if (outer === body) return false;
    if (outer.type === 'IfStatement' && !/\baborted\b/.test(sourceCode.getText(outer.test))) return true;
  }
  return false;
}

/** Is the listener itself taken off by the controller? Then its abort is how the code cleans up. */
function isScope({ sourceCode }: Model, controller: TSESTree.Node, options: TSESTree.Node): boolean {
  return sourceCode.getText(options).includes(`${sourceCode.getText(controller)}.signal`);
}

/** A controller of one's own has no reason to lose, but a timeout has. */
function isTimeout(model: Model, target: TSESTree.Node): boolean {
  return originsOf(model, target).some(
    (origin) => origin.kind === 'call' && signalFactory(origin.node) === 'timeout',
  );
}

/** Code that keeps the reason elsewhere knows what it does. */
function speaksOfReason(model: Model, body: TSESTree.Node): boolean {
  return allNodes(body, model.sourceCode.visitorKeys).some(
    (node) => node.type === 'Identifier' && /reason$/i.test(node.name),
  );
}
