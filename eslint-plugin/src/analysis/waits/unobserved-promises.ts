import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import {
  allNodes,
  ancestorsOf,
  calledName,
  isFunction,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import { findUnforwardedSignals } from '../forwarding/unforwarded-signals.js';
import type { Model } from '../model.js';
import { findApi } from '../operations/api-calls.js';
import { isDetached } from '../operations/detached-calls.js';
import { comesFromCancellable, isRacedWithSignal, startOfChain } from '../operations/downstream-work.js';
import { findWaits, shortestWait, type HandMadePromise, type Wait } from './hand-made-promises.js';
import { isPollingStep } from './polling-loops.js';
import { holdersOf, isApart } from './waiting-code.js';
import { findSignalLooks, isPolled, type SignalLooks } from './signal-looks.js';

/** A promise made by hand that an abort does not settle, although its function received the signal. */
export interface UnobservedPromise extends HandMadePromise {
  signal: AvailableSignal;
  /** Can the code before the promise name the signal too? */
  isNamedBefore: boolean;
  /** Where the signal is looked at only when the promise is about to settle anyhow. */
  lateLook: TSESTree.MemberExpression | undefined;
}

/** @returns what is wrong with a promise; undefined where the signal is observed, or may be */
export function findUnobservedPromise(model: Model, promise: HandMadePromise): UnobservedPromise | undefined {
  const { node, executor } = promise;
  const waits = findWaits(model, promise);
  if (!waits?.some(({ resolves }) => resolves)) return undefined;
  const before = findAvailableSignal(model, node);
  const signal = before ?? findAvailableSignal(model, lastPartOf(executor));
  if (signal?.ownership !== 'received' || isDetached(node)) return undefined;
  if (isApart(model, node, holdersOf(signal.path))) return undefined;
  const looks = findSignalLooks(model, executor, namesOf(model, signal, executor));
  const polls = looks.reads.some((read) => isPolled(model, read, executor));
  if (looks.isHandled || polls || !waits.some((wait) => isLong(model, wait, looks))) return undefined;
  if (waits.every(({ kind, call }) => kind === 'timer' && isPollingStep(model, node, call?.arguments[1])))
    return undefined;
  if (waits.some(({ call }) => call && isMadeOfHolder(model, call, holdersOf(signal.path)))) return undefined;
  if (isObservedAround(model, promise, waits)) return undefined;
  const [lateLook] = looks.reads.filter((read) => isInNestedFunction(read, executor));
  return { ...promise, signal, isNamedBefore: before !== undefined, lateLook };
}

/** Does the wait end with something that was made of the object which holds the signal: `response.once('finish', ...)`? */
function isMadeOfHolder(
  model: Model,
  { callee }: TSESTree.CallExpression,
  holders: ReadonlySet<string>,
): boolean {
  const method = unwrapped(callee);
  const made = method.type === 'MemberExpression' ? constantValue(model, method.object) : undefined;
  return made?.type === 'NewExpression' && isGivenHolder(model, made, holders);
}

function isGivenHolder(
  model: Model,
  made: TSESTree.NewExpression,
  holders: ReadonlySet<string>,
  depth = 0,
): boolean {
  return made.arguments.some((argument) => {
    const name = unwrapped(argument);
    if (name.type !== 'Identifier') return false;
    const source = constantValue(model, name);
    return (
      holders.has(name.name) ||
      (depth < 2 && source.type === 'NewExpression' && isGivenHolder(model, source, holders, depth + 1))
    );
  });
}

/** Where everything that the executor declares can be named. */
function lastPartOf({ body }: FunctionNode): TSESTree.Node {
  return body.type === 'BlockStatement' ? (body.body.at(-1) ?? body) : body;
}

/** What the signal is read from, and other names for it. */
function namesOf(model: Model, signal: AvailableSignal, executor: FunctionNode): Set<string> {
  const scope = model.sourceCode.getScope(executor.body);
  const aliases = scope.variables.map(({ name }) => name).filter((name) => /signal|abort/i.test(name));
  return new Set([...holdersOf(signal.path), ...aliases]);
}

/** A turn of the event loop is no wait; of other callbacks nothing says how long they take, unless the author minds. */
function isLong(model: Model, { kind, call }: Wait, { reads }: SignalLooks): boolean {
  if (kind === 'callback') return reads.length > 0;
  if (kind !== 'timer') return true;
  const delay = call?.arguments[1];
  const value = delay && constantValue(model, delay);
  return value?.type === 'Literal' ? Number(value.value) > shortestWait : delay !== undefined;
}

/** Does something else settle the promise, or end what it waits for, when the signal is aborted? */
function isObservedAround(
  model: Model,
  { node, executor }: HandMadePromise,
  waits: readonly Wait[],
): boolean {
  const { visitorKeys } = model.sourceCode;
  const calls = allNodes(executor, visitorKeys).filter((each) => each.type === 'CallExpression');
  return (
    usesOf(model, node).some((use) => isRaced(use) || isRacedWithSignal(model, use)) ||
    waits.some(({ call }) => call !== undefined && hasOtherOwner(model, call)) ||
    findUnforwardedSignals(model, calls).length > 0
  );
}

/** The promise where it stands, and where the constant that holds it is used. */
function usesOf(model: Model, node: TSESTree.Node): TSESTree.Node[] {
  const { parent } = outermost(node);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return [outermost(node)];
  return (findVariable(model, parent.id)?.references ?? []).map(({ identifier }) => outermost(identifier));
}

function isRaced(use: TSESTree.Node): boolean {
  const call = use.parent?.type === 'ArrayExpression' ? use.parent.parent : use.parent;
  return call?.type === 'CallExpression' && /race|any|abort|cancel|signal/i.test(calledName(call) ?? '');
}

/** Is the emitter ended by a signal that it was made with, or reported by the rule that forwards signals to such calls? */
function hasOtherOwner(model: Model, call: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return false;
  const maker = constantValue(model, callee.object);
  return (
    comesFromCancellable(model, callee.object) ||
    (maker.type === 'CallExpression' && findApi(model, startOfChain(maker)) !== undefined)
  );
}

function isInNestedFunction(node: TSESTree.Node, executor: FunctionNode): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer === executor) return false;
    if (isFunction(outer)) return true;
  }
  return false;
}
