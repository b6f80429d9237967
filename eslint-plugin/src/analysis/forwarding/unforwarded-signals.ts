import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from '../operations/api-calls.js';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import type { CancellableApi } from '../catalogue/index.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import {
  asksResultForAbort,
  comesFromCancellable,
  isRacedWithSignal,
  readsCancellableBody,
  waitsForCancellable,
} from '../operations/downstream-work.js';
import { isDetached, mayBeWaitedFor, outlivesItsCaller } from '../operations/detached-calls.js';
import { isGivenWhatEnds } from '../operations/ended-arguments.js';
import { hasErrorListener, isEndedBySignal } from '../operations/emitter-endings.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { findCalledFunction } from '../code/local-functions.js';
import type { Model } from '../model.js';
import { findDeclaredSlot } from './declared-slots.js';
import { findOpening, type Opening, type OpeningPlace } from './signal-openings.js';
import { accessPath, calledName, unwrapped, type FunctionNode } from '../code/syntax.js';
import type { SignalSlot, TypedSlot } from '../types/types.js';
import { isInTest } from '../operations/test-callbacks.js';
import { isPollingStep } from '../waits/polling-loops.js';
import { isDelayName, isInRetryHandler, isUndoWork } from '../operations/undo-work.js';

/** A call that could take a signal which its function has, and is not given it. */
export interface UnforwardedSignal {
  call: TSESTree.CallExpression;
  signal: AvailableSignal;
  slot: SignalSlot;
  place: OpeningPlace;
  /** False where `undefined` may not stand in for a signal that is missing. */
  acceptsUndefined: boolean;
  /** False where the abort, once it arrives there, would be an unhandled `error` event. */
  isAbortHandled: boolean;
}

interface Candidate {
  call: TSESTree.CallExpression;
  api: CancellableApi | undefined;
  signal: AvailableSignal;
}

/** Where calls of functions take a signal that are about to be given a parameter for it; nothing else knows of it yet. */
export type AgreedSlots = ReadonlyMap<TSESTree.CallExpression, AgreedSlot>;

export type AgreedSlot = SignalSlot & Pick<TypedSlot, 'acceptsUndefined'>;

/**
 * Finds the calls that lack a signal which is available where they stand.
 *
 * @param calls calls of one file; the types are asked once, for all that passed every cheaper test
 * @param findMeant finds the signal that is meant for a call; the one that the code there can name already when left out
 * @param agreed where some of the calls are going to take their signal
 */
export function findUnforwardedSignals(
  model: Model,
  calls: readonly TSESTree.CallExpression[],
  findMeant: typeof findAvailableSignal = findAvailableSignal,
  agreed: AgreedSlots = new Map(),
): UnforwardedSignal[] {
  const candidates = calls
    .map((call) => findCandidate(model, call, findMeant, agreed.has(call)))
    .filter((each) => each !== undefined);
  const typed = model.types.signalSlots(candidates.map(({ call }) => call));
  const found = candidates.flatMap((candidate, index) => {
    const slot: (SignalSlot & Partial<AgreedSlot>) | undefined =
      agreed.get(candidate.call) ?? slotOf(model, candidate, typed[index]);
    const opening = slot && findOpening(model, candidate.call, slot);
    return slot && opening ? [{ ...candidate, slot, opening }] : [];
  });
  const certain = withoutDoubt(
    model,
    found.map(({ opening }) => opening),
  );
  return found
    .filter(({ opening }) => certain.has(opening))
    .map(({ call, api, signal, slot, opening }) => ({
      call,
      signal,
      slot,
      place: opening.place,
      acceptsUndefined: slot.acceptsUndefined ?? true,
      isAbortHandled: api?.result !== 'emitter' || hasErrorListener(model, call),
    }));
}

/** The catalogue knows more of its calls than their types do; the types know whether `undefined` may be passed. */
function slotOf(
  model: Model,
  { api, call }: Candidate,
  typed: TypedSlot | 'none' | 'unknown' | undefined,
): SignalSlot | TypedSlot | undefined {
  const known = typeof typed === 'object' ? typed : undefined;
  if (api) return known ? { ...known, ...api, result: known.result } : api;
  if (known) return known.result === 'other' ? undefined : known;
  return findDeclaredSlot(model, call);
}

function findCandidate(
  model: Model,
  call: TSESTree.CallExpression,
  findMeant: typeof findAvailableSignal,
  isAgreed: boolean,
): Candidate | undefined {
  const api = findApi(model, call);
  if (!isAgreed && !mayTakeSignal(model, call, api)) return undefined;
  const signal = findMeant(model, call);
  if (!signal || isInTest(call) || isInCleanup(model, call) || isAimedElsewhere(model, call, signal, api))
    return undefined;
  return { call, api, signal };
}

/** A function that calls itself would have to take the signal that it is given already. */
function mayTakeSignal(
  model: Model,
  call: TSESTree.CallExpression,
  api: CancellableApi | undefined,
): boolean {
  if (exemptNames.has(calledName(call) ?? '')) return false;
  if (api ? api.role === 'retry' || api.role === 'resource' : !mayBeWaitedFor(model, call)) return false;
  if (!api && !mayBeDeclared(model, call)) return false;
  return !isRecursive(model, call, functionsWorkingAt(model, call));
}

/**
 * May types or the file itself say that a call takes a signal? What a call returns is seldom a function that takes one, and often one
 * whose type takes long to work out.
 */
function mayBeDeclared(model: Model, call: TSESTree.CallExpression): boolean {
  if (unwrapped(call.callee).type === 'CallExpression') return false;
  return model.isTyped || findDeclaredSlot(model, call) !== undefined;
}

/** Calls whose signal, if they take one, is not the work's: it removes a listener, or ends a test. */
const exemptNames = new Set(
  (
    'addEventListener removeEventListener addAbortListener then catch finally throwIfAborted pipeThrough next ' +
    'test it describe suite bench before beforeEach beforeAll after afterEach afterAll'
  ).split(' '),
);

/** Is there a reason why the call should not, or need not, be given the signal? */
function isAimedElsewhere(
  model: Model,
  call: TSESTree.CallExpression,
  signal: AvailableSignal,
  api: CancellableApi | undefined,
): boolean {
  const functions = functionsWorkingAt(model, call);
  const isEvented = api?.result === 'emitter' || api?.result === 'void';
  return (
    outlivesItsCaller(model, call) ||
    isUndoWork(call, functions) ||
    (isDelay(call, api) && isInRetryHandler(model, call)) ||
    hasSignalByReceiver(model, call, signal) ||
    isGivenWhatEnds(model, call, functions) ||
    readsCancellableBody(model, call) ||
    waitsForCancellable(model, call) ||
    (isDelay(call, api) &&
      (isRacedWithSignal(model, call) || isPollingStep(model, call, call.arguments[0]))) ||
    functions.some((each) => asksResultForAbort(model, each)) ||
    (isEvented ? functions.some((each) => isEndedBySignal(model, call, each)) : isDetached(call))
  );
}

function isDelay(call: TSESTree.CallExpression, api: CancellableApi | undefined): boolean {
  return api?.role === 'delay' || isDelayName(calledName(call) ?? '');
}

/** A method of the object that holds the signal can use it itself; so can what was made with one. */
function hasSignalByReceiver(model: Model, call: TSESTree.CallExpression, signal: AvailableSignal): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return false;
  const receiver = accessPath(callee.object)?.join('.');
  const isOwn = receiver === 'this' && signal.path[0] === 'this';
  if (isOwn || receiver === signal.path.slice(0, -1).join('.')) return true;
  return comesFromCancellable(model, callee.object);
}

function isRecursive(
  model: Model,
  call: TSESTree.CallExpression,
  functions: readonly FunctionNode[],
): boolean {
  const called = findCalledFunction(model, call);
  return called !== undefined && functions.includes(called);
}

/** The openings of which it is certain that nothing else in the call carries a signal. */
function withoutDoubt(model: Model, openings: readonly Opening[]): Set<Opening> {
  const doubts = openings.flatMap(({ doubts: some }) => some);
  const answers = model.types.carrySignals(doubts);
  const dispelled = new Set(doubts.filter((_, index) => answers[index] === 'no'));
  return new Set(openings.filter(({ doubts: some }) => some.every((doubt) => dispelled.has(doubt))));
}
