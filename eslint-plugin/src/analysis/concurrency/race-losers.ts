import type { TSESTree } from '@typescript-eslint/utils';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { findCalledFunction } from '../code/local-functions.js';
import { staticNumber } from '../code/static-numbers.js';
import { onlyValueOf } from '../code/only-values.js';
import {
  accessPath,
  allNodes,
  calledName,
  isFunction,
  isNewPromise,
  memberName,
  type FunctionNode,
} from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { originsOf } from '../signals/origins.js';
import { constantDelay, fateOfTimer, isTimeout } from '../timers/timers.js';
import { combinatorOf, membersOf, type Member } from './combinators.js';

/** What goes on after a race is over: a timer, or work that could be cancelled. */
export interface RaceLoser {
  how: 'timer' | 'work';
  /** The call that starts it: `setTimeout`, `fetch`. */
  call: TSESTree.CallExpression;
  /** The contender's timer, where one of two contenders is a promise made around it on the spot. */
  timer: TSESTree.CallExpression | undefined;
}

/** A timer this short, in milliseconds, is over about when the race is. */
const short = 1000;

/** @returns what a `Promise.race` or `Promise.any` leaves behind; undefined where it is cleared or aborted, or nothing tells */
export function findRaceLoser(model: Model, race: TSESTree.CallExpression): RaceLoser | undefined {
  const combinator = combinatorOf(race);
  if ((combinator !== 'race' && combinator !== 'any') || isInTest(race)) return undefined;
  const members = membersOf(model, race);
  const isRace = members.length > 1 || members.some(({ isRepeated }) => isRepeated);
  const within = functionsWorkingAt(model, race).at(-1);
  if (!isRace || !within || endsProcess(model, within)) return undefined;
  const timers = members.map((member) => timerOf(model, member.value)).filter((each) => each !== undefined);
  const [timer] = timers;
  const work = members.filter((member) => !isTimer(model, member.value));
  const worker = findCancellableWork(model, work);
  const isDecided = timer !== undefined || work.length === members.length;
  if (worker && isDecided && (timer || worker.isAll) && !aborts(model, within))
    return { how: 'work', call: worker.call, timer };
  const left = timers.find((each) => isLeftRunning(model, each));
  return left && { how: 'timer', call: left, timer: left };
}

function isTimer(model: Model, value: TSESTree.Node): boolean {
  return timerOf(model, value) !== undefined;
}

/**
 * The timer that a promise waits for: in the executor of `new Promise`, in a function of this file that gives such a promise, or
 * the promise of `timers/promises`.
 */
function timerOf(model: Model, value: TSESTree.Node): TSESTree.CallExpression | undefined {
  if (value.type === 'NewExpression') {
    const [executor] = value.arguments;
    return isNewPromise(value) && isFunction(executor) ? findTimeoutIn(model, executor) : undefined;
  }
  if (value.type !== 'CallExpression') return undefined;
  const called = findCalledFunction(model, value);
  // `const sleep = (ms) => new Promise(...)`
  const made = called && onlyValueOf(called);
  if (made) return timerOf(model, made) && value;
  return findApi(model, value)?.role === 'delay' ? value : undefined;
}

function findTimeoutIn(model: Model, executor: FunctionNode): TSESTree.CallExpression | undefined {
  const nodes = allNodes(executor.body, model.sourceCode.visitorKeys);
  // An executor that also listens for something is a wait of another kind.
  if (nodes.some((node) => node.type === 'CallExpression' && listens.test(calledName(node) ?? '')))
    return undefined;
  return nodes.find(
    (node): node is TSESTree.CallExpression => node.type === 'CallExpression' && isTimeout(model, node),
  );
}

const listens = /^(?:on|once|addListener|addEventListener)$/;

/** Is the timer still running when the race is over, and does it hold the process? */
function isLeftRunning(model: Model, timer: TSESTree.CallExpression): boolean {
  if (isTimeout(model, timer)) {
    const delay = constantDelay(model, timer);
    if (delay !== undefined && delay <= short) return false;
    return /^(?:dropped|kept)$/.test(fateOfTimer(model, timer).kind);
  }
  const [first, ...others] = timer.arguments;
  const isShort = first !== undefined && (staticNumber(model, first) ?? Infinity) <= short;
  const [made] = [findCalledFunction(model, timer)].flatMap((each) => (each ? [onlyValueOf(each)] : []));
  const isWithoutSignal = others.every(({ type }) => type === 'Literal' || type === 'Identifier');
  if (made?.type !== 'NewExpression') return !isShort && others.length < 2 && isWithoutSignal;
  const inner = timerOf(model, made);
  return !isShort && inner !== undefined && isLeftRunning(model, inner);
}

/** The first contender that takes a signal, by the catalogue or by its types; `isAll` where all of them do. */
function findCancellableWork(
  model: Model,
  work: readonly Member[],
): { call: TSESTree.CallExpression; isAll: boolean } | undefined {
  const calls = work.map(({ value }) => value).filter((value) => value.type === 'CallExpression');
  const cancellable = calls.filter((call) => isCancellable(model, call));
  const [call] = cancellable;
  return call && { call, isAll: cancellable.length === work.length };
}

function isCancellable(model: Model, call: TSESTree.CallExpression): boolean {
  const api = findApi(model, call);
  if (api) return api.result === 'promise' && api.role === undefined;
  if (isMaybeFetch(model, call)) return true;
  const [slot = 'unknown'] = model.types.signalSlots([call]);
  return (
    typeof slot === 'object' &&
    slot.result === 'promise' &&
    !/^(?:next|then|catch)$/.test(calledName(call) ?? '')
  );
}

/** `const request = custom ?? fetch; request(url)`. */
function isMaybeFetch(model: Model, call: TSESTree.CallExpression): boolean {
  return originsOf(model, call.callee).some(
    (origin) => origin.kind === 'global' && origin.name === 'fetch' && origin.path.length === 0,
  );
}

/** Does the function abort anything by itself, or give anything a time limit? */
function aborts(model: Model, within: FunctionNode): boolean {
  for (const node of allNodes(within, model.sourceCode.visitorKeys)) {
    if (node.type !== 'MemberExpression') continue;
    const name = memberName(node);
    if (name === 'abort' || (name === 'timeout' && accessPath(node)?.at(-2) === 'AbortSignal')) return true;
  }
  return false;
}

function endsProcess(model: Model, within: FunctionNode): boolean {
  for (const node of allNodes(within, model.sourceCode.visitorKeys)) {
    if (
      node.type === 'CallExpression' &&
      /^process\.(?:exit|kill)$/.test(accessPath(node.callee)?.join('.') ?? '')
    )
      return true;
  }
  return false;
}
