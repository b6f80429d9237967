import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, isNamedWhere, type AvailableSignal } from '../available/available-signals.js';
import { isHandedOn } from '../available/local-controllers.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import type { Model } from '../model.js';
import { comesFromCancellable } from '../operations/downstream-work.js';
import { isDetached, outlivesItsCaller } from '../operations/detached-calls.js';
import { workSignalsOf } from '../operations/operations.js';
import { isUndoWork } from '../operations/undo-work.js';
import { isRelayed } from '../listeners/relays.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { signalFactory } from '../signals/signal-factories.js';
import type { Signal } from '../signals/signals.js';
import { findRequestSignal } from './request-signals.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  isFunction,
  isInside,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';

/** A call that is handed a signal of the code's own although the function received one, which does not arrive there. */
export interface ReplacedSignal {
  call: TSESTree.CallExpression | TSESTree.NewExpression;
  own: Signal;
  received: AvailableSignal;
}

/** @returns the received signal that a call should have been given too, and the own one that it was given instead */
export function findReplacedSignal(model: Model, call: TSESTree.CallExpression): ReplacedSignal | undefined {
  const handed = workSignalsOf(model, call) ?? [];
  const [own] = handed;
  if (own?.member !== undefined || !own?.source || handed.some(({ ownership }) => ownership !== 'owned'))
    return undefined;
  const functions = functionsWorkingAt(model, call);
  const within = functions.at(-1);
  if (!within || !isMadeFor(own.source, within) || isBeforeSpread(own.node)) return undefined;
  if (isAimedElsewhere(model, call, functions)) return undefined;
  const received = findAvailableSignal(model, call);
  if (received?.ownership !== 'received' || received.path[0] === 'this') return undefined;
  if (!isNamedWhere(model, own.node, call, received)) return undefined;
  if (isLinked(model, own.source) || isFollowed(model, received, within)) return undefined;
  return isRacedWith(model, call, received) ? undefined : { call, own, received };
}

/** @returns the same for a Request that is given another signal than its own: `fetch(request, { signal: own })` */
export function findReplacedRequestSignal(
  model: Model,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): ReplacedSignal | undefined {
  const functions = functionsWorkingAt(model, call);
  const within = functions.at(-1);
  const received = within && findRequestSignal(model, call, within);
  if (!received) return undefined;
  const [first] = call.arguments;
  const [own, ...others] = signalsHandedTo(model, call).filter(({ node }) => first && !isInside(node, first));
  if (own?.ownership !== 'owned' || own.member !== undefined || !own.source || others.length > 0)
    return undefined;
  if (!isMadeFor(own.source, within) || isBeforeSpread(own.node) || isLinked(model, own.source))
    return undefined;
  const isElsewhere =
    call.type === 'CallExpression' ? isAimedElsewhere(model, call, functions) : isInCleanup(model, call);
  return isElsewhere ? undefined : { call, own, received };
}

/** A controller that is handed on, or that any listener of an `abort` aborts, may well be linked to the received signal. */
function isLinked(model: Model, source: TSESTree.Node): boolean {
  if (source.type !== 'NewExpression') return false;
  return isHandedOn(model, source) || isRelayed(model, source, () => true);
}

/** Only what the work made for itself; a signal of an instance or a module is everybody's. */
function isMadeFor(source: TSESTree.Node, within: FunctionNode): boolean {
  if (source.type === 'CallExpression' && signalFactory(source) === 'abort') return false;
  return isInside(source, within);
}

/** What is spread behind it may replace it again. */
function isBeforeSpread(node: TSESTree.Node): boolean {
  const property = outermost(node).parent;
  if (property?.type !== 'Property' || property.parent.type !== 'ObjectExpression') return false;
  const { properties } = property.parent;
  return properties.slice(properties.indexOf(property)).some(({ type }) => type === 'SpreadElement');
}

function isAimedElsewhere(
  model: Model,
  call: TSESTree.CallExpression,
  functions: readonly FunctionNode[],
): boolean {
  const callee = unwrapped(call.callee);
  return (
    isInCleanup(model, call) ||
    isUndoWork(call, functions) ||
    isDetached(call) ||
    outlivesItsCaller(model, call) ||
    (callee.type === 'MemberExpression' && comesFromCancellable(model, callee.object))
  );
}

const followers = new Set(['addEventListener', 'onabort', 'on', 'once', 'subscribe']);

/** Does the work listen to the signal, or have it listened to? Then the abort may well arrive by that way. */
function isFollowed({ sourceCode }: Model, { path }: AvailableSignal, within: FunctionNode): boolean {
  const name = path.join('.');
  for (const node of allNodes(within, sourceCode.visitorKeys)) {
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') continue;
    if (accessPath(node)?.join('.') !== name) continue;
    const { parent } = outermost(node);
    if (parent?.type === 'MemberExpression' && followers.has(memberName(parent) ?? '')) return true;
    if (parent?.type === 'CallExpression' && parent.callee !== node && isListening(parent)) return true;
  }
  return false;
}

function isListening(call: TSESTree.CallExpression): boolean {
  return (
    call.arguments.some((argument) => isFunction(argument)) ||
    /listen|link|follow|relay|chain|onabort|race/i.test(calledName(call) ?? '')
  );
}

/** Is the call's promise, or the function that it runs in, an argument beside the received signal? */
function isRacedWith(
  { sourceCode }: Model,
  call: TSESTree.CallExpression,
  { path }: AvailableSignal,
): boolean {
  const name = path.join('.');
  for (const outer of ancestorsOf(call)) {
    if (outer.type !== 'CallExpression') continue;
    const isBeside = outer.arguments
      .filter((argument) => !isInside(call, argument))
      .flatMap((argument) => allNodes(argument, sourceCode.visitorKeys))
      .some((node) => accessPath(node)?.join('.') === name);
    if (isBeside || calledName(outer) === 'race') return true;
  }
  return false;
}
