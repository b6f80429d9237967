import type { TSESTree } from '@typescript-eslint/utils';
import { signalsHandedTo } from '../signals/handed-signals.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import { findSignal } from '../signals/signals.js';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { findApi } from './api-calls.js';
import { constantValue } from '../code/variables.js';
import { nodesOf } from '../code/file-nodes.js';
import {
  allNodes,
  calledName,
  constantText,
  isFunction,
  isInside,
  isNewPromise,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { memoized } from '../memoized.js';
import { namesSignal } from '../forwarding/signal-openings.js';

/** Is the promise of a call, or one made by hand, handed on to a call that has a signal, so that nobody waits longer than the signal allows? */
export function isRacedWithSignal(model: Model, call: TSESTree.Node): boolean {
  const expression = outermost(call);
  const { parent } = expression;
  return (
    parent?.type === 'CallExpression' &&
    parent.arguments.includes(expression as TSESTree.Expression) &&
    signalsHandedTo(model, parent).length > 0
  );
}

/** Is the call made on, or given, the body of a response to a request that has a signal? That ends the body too. */
export function readsCancellableBody(model: Model, call: TSESTree.CallExpression): boolean {
  const { visitorKeys } = model.sourceCode;
  const callee = unwrapped(call.callee);
  const parts = callee.type === 'MemberExpression' ? [callee.object, ...call.arguments] : call.arguments;
  return parts.some((part) =>
    allNodes(part, visitorKeys).some(
      (node) =>
        node.type === 'MemberExpression' &&
        memberName(node) === 'body' &&
        comesFromCancellable(model, node.object),
    ),
  );
}

/** Is the call given a promise that the signal ends: of work that has it, or one made by hand that looks at a signal: `pTimeout(work(signal))`? */
export function waitsForCancellable(model: Model, call: TSESTree.CallExpression): boolean {
  return call.arguments.some((argument) => {
    const value = constantValue(model, argument);
    if (value.type === 'CallExpression')
      return signalsHandedTo(model, value).length > 0 && givesPromise(model, value);
    const [executor] = value.type === 'NewExpression' && isNewPromise(value) ? value.arguments : [];
    return isFunction(executor) && listensToSignal(model, executor);
  });
}

function givesPromise(model: Model, call: TSESTree.CallExpression): boolean {
  return findApi(model, call)?.result === 'promise' || returnsPromise(model, call);
}

function listensToSignal({ sourceCode }: Model, executor: FunctionNode): boolean {
  return allNodes(executor.body, sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'CallExpression' &&
      calledName(node) === 'addEventListener' &&
      constantText(node.arguments[0]) === 'abort',
  );
}

/** Was the value made by a call or a constructor that was handed a signal? */
export function comesFromCancellable(model: Model, node: TSESTree.Node): boolean {
  return originsOf(model, node).some(
    (origin) =>
      (origin.kind === 'call' && isHandedSignal(model, origin.node)) ||
      (origin.kind === 'new' &&
        origin.node.arguments.some((argument) => namesSignal(model, unwrapped(argument)))),
  );
}

/** Also where methods follow that give its promise or its emitter: `fetch(url, { signal }).catch(f)`, `spawn('make', { signal }).on('error', f)`. */
function isHandedSignal(model: Model, call: TSESTree.CallExpression): boolean {
  if (
    signalsHandedTo(model, call).length > 0 ||
    call.arguments.some((each) => namesSignal(model, unwrapped(each)))
  )
    return true;
  const before = callBefore(call);
  return before !== undefined && isHandedSignal(model, before);
}

/** @returns the call that made the promise or the emitter which a chain of its methods gives: `spawn('make')` of `spawn('make').on(...)` */
export function startOfChain(call: TSESTree.CallExpression): TSESTree.CallExpression {
  const before = callBefore(call);
  return before ? startOfChain(before) : call;
}

function callBefore(call: TSESTree.CallExpression): TSESTree.CallExpression | undefined {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || !chainable.has(calledName(call) ?? '')) return undefined;
  const receiver = unwrapped(callee.object);
  return receiver.type === 'CallExpression' ? receiver : undefined;
}

const chainable = new Set([
  ...['then', 'catch', 'finally'],
  ...['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'],
]);

const abortFlags = new Set(['aborted', 'isAborted', 'cancelled', 'canceled', 'wasAborted', 'interrupted']);

const abortFlagReads = memoized((model): readonly TSESTree.MemberExpression[] =>
  nodesOf(model).filter(
    (node): node is TSESTree.MemberExpression =>
      node.type === 'MemberExpression' && abortFlags.has(memberName(node) ?? ''),
  ),
);

/**
 * Does a function ask the result of an operation whether it was aborted? Then its operation ends normally on an
 * abort, and what the function does afterwards belongs to its answer.
 */
export const asksResultForAbort = memoized((model, node: FunctionNode): boolean =>
  abortFlagReads(model).some(
    (read) =>
      isInside(read, node) && !findSignal(model, read.object) && comesFromCancellable(model, read.object),
  ),
);
