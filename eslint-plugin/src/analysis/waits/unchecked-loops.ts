import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { ancestorsOf, isFunction, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { findUnforwardedSignals } from '../forwarding/unforwarded-signals.js';
import { isLoop, type Loop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';
import { findHandMadePromise } from './hand-made-promises.js';
import { findUnobservedPromise } from './unobserved-promises.js';
import { findUnobservedWait } from './unobserved-waits.js';
import { holdersOf, isApart, isDeafCall, isInTry, looksAtSignal } from './waiting-code.js';

/** A loop that goes on turn by turn after an abort, because nothing in it looks at the signal or is given it. */
export interface UncheckedLoop {
  loop: Loop;
  signal: AvailableSignal;
  /** What goes on: work that is awaited in each `turn`, or what comes from the `source` of a `for await`. */
  kind: 'turn' | 'source';
  /** Would a check in the loop throw to the function's caller, past every handler? */
  mayThrow: boolean;
}

/** @returns what is wrong with a loop; undefined where something in it may deal with the signal */
export function findUncheckedLoop(model: Model, loop: Loop): UncheckedLoop | undefined {
  const awaits = awaitsOf(model, loop);
  const isSource = loop.type === 'ForOfStatement' && loop.await;
  if (!isSource && awaits.length < fewestAwaits(loop)) return undefined;
  const signal = findAvailableSignal(model, loop);
  if (signal?.ownership !== 'received') return undefined;
  const holders = holdersOf(signal.path);
  if (isApart(model, loop, holders)) return undefined;
  if (looksAtSignal(model, loop, holders) || hasStop(model, loop)) return undefined;
  if (isInLoop(loop) || isReportedInside(model, loop)) return undefined;
  if (isSource && !isDeafCall(model, loop.right, signal.path)) return undefined;
  if (!isSource && !awaits.every(({ argument }) => isDeafCall(model, argument, signal.path)))
    return undefined;
  return { loop, signal, kind: isSource ? 'source' : 'turn', mayThrow: !isInTry(loop) };
}

/** What each turn waits for, in the loop's own function. */
function awaitsOf(model: Model, loop: Loop): TSESTree.AwaitExpression[] {
  return ownLevelNodes(loop, model.sourceCode.visitorKeys).filter((node) => node.type === 'AwaitExpression');
}

/** A loop over items in memory ends by itself; with one wait in each turn, it seldom lasts. */
function fewestAwaits(loop: Loop): number {
  const isCounted = loop.type === 'ForStatement' && loop.test && loop.update;
  return isCounted || loop.type === 'ForOfStatement' || loop.type === 'ForInStatement' ? 2 : 1;
}

const stopName = /abort|cancel|stop|clos(?:e|ing)|destroy|dispos|shutdown|running|interrupt|quit/i;

/** A flag that says when to stop: somebody may set it on an abort. */
function hasStop(model: Model, loop: Loop): boolean {
  return ownLevelNodes(loop, model.sourceCode.visitorKeys).some(
    (node) => (node.type === 'Identifier' || node.type === 'PrivateIdentifier') && stopName.test(node.name),
  );
}

/** Of loops in loops, the outermost is the one to check in. */
function isInLoop(loop: Loop): boolean {
  for (const outer of ancestorsOf(loop)) {
    if (isFunction(outer)) return false;
    if (isLoop(outer)) return true;
  }
  return false;
}

/** A call or a promise in the loop that lacks the signal is the nearer defect. */
function isReportedInside(model: Model, loop: Loop): boolean {
  const nodes = ownLevelNodes(loop, model.sourceCode.visitorKeys).map(unwrapped);
  const calls = nodes.filter((node) => node.type === 'CallExpression');
  return (
    findUnforwardedSignals(model, calls).length > 0 ||
    calls.some((call) => findUnobservedWait(model, call) !== undefined) ||
    nodes.some((node) => {
      const promise = node.type === 'NewExpression' ? findHandMadePromise(node) : undefined;
      return promise !== undefined && findUnobservedPromise(model, promise) !== undefined;
    })
  );
}
