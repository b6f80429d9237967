import type { TSESTree } from '@typescript-eslint/utils';
import { abortExits, type Exit } from './abort-path.js';
import { isInBoundary } from './boundaries.js';
import { isAbortedOnPurpose } from './deliberate-aborts.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import { errorNamesIn } from './error-names.js';
import { judge } from './guards.js';
import type { Model } from '../model.js';
import { abortSignalsOf, operationsIn } from '../operations/operations.js';
import { isInTest } from '../operations/test-callbacks.js';
import { findReceivedPart, hasOwnPart, hasTimeLimit } from '../signals/signal-parts.js';
import type { Signal } from '../signals/signals.js';
import { calledName, isFunction, outermost, unwrapped, type FunctionNode } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';

/** Code that takes the abort of a signal which it only received, and every way on from there. */
export interface AbortHandler {
  /** The `catch` clause, or the call of `.catch` or `.then`. */
  node: TSESTree.CatchClause | TSESTree.CallExpression;
  /** The clause, or the function given to `.catch`. */
  handler: TSESTree.CatchClause | TSESTree.Node;
  /** The received signal whose abort arrives here. */
  signal: Signal;
  /** True where an own signal may have ended the work as well, so that an abort need not be the caller's. */
  isMixed: boolean;
  /** True where the received signal is one part of a combined one that an own controller may abort too. */
  isCombined: boolean;
  exits: Exit[];
}

/**
 * Finds out what a `catch` clause, `.catch(f)` or `.then(_, f)` does with the abort of a received signal.
 *
 * @returns undefined where no such abort arrives, where the code may absorb it (an owner, a boundary, cleanup), or
 *   where the handler cannot be followed
 */
export function findAbortHandler(
  model: Model,
  node: TSESTree.CatchClause | TSESTree.CallExpression,
): AbortHandler | undefined {
  const handler = node.type === 'CatchClause' ? node : findRejectionHandler(model, node);
  if (!handler) return undefined;
  const signals = node.type === 'CatchClause' ? signalsOfTry(model, node) : signalsOfChain(model, node);
  const signal = signals.find(({ ownership }) => ownership === 'received');
  if (!signal || isInCleanup(model, node) || isInBoundary(model, node) || isInTest(node)) return undefined;
  const exits = abortExits(model, handler);
  if (!exits) return undefined;
  const isMixed = signals.some((each) => each.ownership !== 'received' || hasTimeLimit(model, each));
  const isCombined = signals.some((each) => hasOwnPart(model, each));
  return { node, handler, signal: findReceivedPart(model, signal), isMixed, isCombined, exits };
}

/**
 * The same for code that has the last word as well: in a boundary, at the end of a chain that is let go, or where the
 * work was given the signal of an own controller that somebody aborts on purpose.
 *
 * @returns the handler, and whether it has the last word, so that letting the abort through would help nobody
 */
export function findAbortTaker(
  model: Model,
  node: TSESTree.CatchClause | TSESTree.CallExpression,
): (AbortHandler & { isLast: boolean }) | undefined {
  const handled = findAbortHandler(model, node);
  if (handled) return { ...handled, isLast: false };
  const handler = node.type === 'CatchClause' ? node : findRejectionHandler(model, node);
  if (!handler) return undefined;
  const signals = node.type === 'CatchClause' ? signalsOfTry(model, node) : signalsAtRoot(model, node);
  const signal =
    signals.find(({ ownership }) => ownership === 'received') ??
    signals.find((each) => isAbortedOnPurpose(model, each, node));
  const exits = signal && !isInCleanup(model, node) ? abortExits(model, handler) : undefined;
  if (!signal || !exits) return undefined;
  const received = findReceivedPart(model, signal);
  return { node, handler, signal: received, isMixed: false, isCombined: false, exits, isLast: true };
}

function signalsOfTry(model: Model, clause: TSESTree.CatchClause): Signal[] {
  return operationsIn(model, clause.parent.block).flatMap(({ signals }) => signals);
}

/** @returns the function that takes the rejection of the promise that the method is called on */
export function findRejectionHandler(model: Model, call: TSESTree.CallExpression): FunctionNode | undefined {
  if (unwrapped(call.callee).type !== 'MemberExpression') return undefined;
  const method = calledName(call);
  const given = method === 'catch' ? call.arguments[0] : method === 'then' ? call.arguments[1] : undefined;
  const handler = given && constantValue(model, given);
  return isFunction(handler) ? handler : undefined;
}

/** The signals of the call that a promise chain starts from; none where the whole chain is let go. */
function signalsOfChain(model: Model, call: TSESTree.CallExpression): Signal[] {
  return isLetGo(call) ? [] : signalsAtRoot(model, call);
}

/** Is the promise a statement of its own, or `void`? */
function isLetGo(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  return (
    parent?.type === 'ExpressionStatement' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  );
}

function signalsAtRoot(model: Model, call: TSESTree.CallExpression): Signal[] {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return [];
  const receiver = unwrapped(callee.object);
  if (receiver.type !== 'CallExpression') return [];
  const signals = abortSignalsOf(model, receiver);
  const method = calledName(receiver);
  if (signals.length > 0) return signals;
  return method === 'then' && receiver.arguments.length === 1 ? signalsAtRoot(model, receiver) : [];
}

const transfers = new Set(['pipeTo', 'pipeline']);

/**
 * Is the work of a `try` nothing but a transfer into a stream? Who aborts it is who was to read it, so that nobody is left
 * who could take the end for a success.
 */
export function isTransfer(model: Model, { node }: AbortHandler): boolean {
  const operations = node.type === 'CatchClause' ? operationsIn(model, node.parent.block) : [];
  return operations.length > 0 && operations.every(({ call }) => transfers.has(calledName(call) ?? ''));
}

/** Does a test of the handler come out true for an abort that the caller asked for? */
export function holdsForAbort(model: Model, { handler }: AbortHandler, test: TSESTree.Node): boolean {
  return judge(model, test, errorNamesIn(model, handler).error).value === true;
}

/** Does the handler go on as if nothing had happened? */
export function completesNormally(exit: Exit): boolean {
  return exit.kind !== 'throw' && exit.kind !== 'stop';
}

export type Loop =
  | TSESTree.DoWhileStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement;

export function isLoop(node: TSESTree.Node): node is Loop {
  return /^(?:DoWhile|ForIn|ForOf|For|While)Statement$/.test(node.type);
}
