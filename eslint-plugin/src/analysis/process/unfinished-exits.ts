import type { TSESTree } from '@typescript-eslint/utils';
import { functionsRunBy, isAsyncFunction, isWait, levelOf } from './handler-work.js';
import { isProcessExit } from './process-calls.js';
import { processListeners } from './process-listeners.js';
import { returnsPromise } from '../cleanup/cleanup-calls.js';
import { findCalledFunction, findFunction } from '../code/local-functions.js';
import {
  ancestorsOf,
  calledName,
  chainedCall,
  isFunction,
  isInside,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';

/** A `process.exit()` that ends the process while work that was started before it has not ended. */
export interface UnfinishedExit {
  exit: TSESTree.CallExpression;
  started: StartedWork;
}

export interface StartedWork {
  /** The call that starts it, in the function that exits. */
  call: TSESTree.CallExpression;
  /** How it tells of its end. */
  tells: 'promise' | 'callback' | 'nested';
}

/** @returns the exits of a handler, and of the functions that it calls, which cut off what was started before them */
export function findUnfinishedExits(model: Model, handler: FunctionNode): UnfinishedExit[] {
  return functionsRunBy(model, handler).flatMap((node) => exitsIn(model, node));
}

function exitsIn(model: Model, node: FunctionNode): UnfinishedExit[] {
  const nodes = [...levelOf(model, node)];
  const exits = nodes.filter((each) => isProcessExit(model, each));
  if (exits.length === 0) return [];
  const started = nodes.flatMap((each) => {
    const tells = each.type === 'CallExpression' ? findStart(model, each) : undefined;
    return tells ? [{ call: each as TSESTree.CallExpression, tells }] : [];
  });
  return exits.flatMap((exit) => {
    const work = started.find(
      ({ call }) =>
        call.range[1] <= exit.range[0] &&
        isInside(exit, blockAround(call)) &&
        !nodes.some((each) => isWait(each) && isBetween(each, call, exit)),
    );
    return work ? [{ exit, started: work }] : [];
  });
}

function isBetween(node: TSESTree.Node, before: TSESTree.Node, after: TSESTree.Node): boolean {
  return node.range[0] >= before.range[1] && node.range[1] <= after.range[1];
}

/** The block whose later statements run after the node has: of a `try`, the one around it. */
function blockAround(node: TSESTree.Node): TSESTree.Node {
  for (const outer of ancestorsOf(node)) {
    const isTried = outer.parent?.type === 'TryStatement' && outer.parent.block === outer;
    if (isFunction(outer) || outer.type === 'SwitchCase') return outer;
    if (outer.type === 'BlockStatement' && !isTried) return outer;
  }
  return node;
}

const closing = /^(?:close|end|quit|stop|shutdown|disconnect|destroy|terminate|flush|drain)/i;

/** Does the call start something that goes on when it returns, and that nothing here waits for? */
function findStart(model: Model, call: TSESTree.CallExpression, depth = 0): StartedWork['tells'] | undefined {
  if (!isDropped(call) || isChained(call)) return undefined;
  const called = findCalledFunction(model, call);
  if (called && isExitListener(model, called)) return undefined;
  if (called) {
    if (isAsyncFunction(called) && [...levelOf(model, called)].some(isWait)) return 'promise';
    if (depth > 2 || called.generator) return undefined;
    const isStarting = [...levelOf(model, called)].some(
      (each) => each.type === 'CallExpression' && findStart(model, each, depth + 1) !== undefined,
    );
    return isStarting ? 'nested' : undefined;
  }
  if (tellsCallback(model, call) || closesServer(model, call)) return 'callback';
  return returnsPromise(model, call) ? 'promise' : undefined;
}

/** What runs in an `exit` listener as well is meant to be over when it returns. */
function isExitListener(model: Model, called: FunctionNode): boolean {
  return processListeners(model).some(
    ({ handler, events }) => handler === called && events.some(({ name }) => name === 'exit'),
  );
}

function tellsCallback(model: Model, call: TSESTree.CallExpression): boolean {
  const last = call.arguments.at(-1);
  const isMethod = unwrapped(call.callee).type === 'MemberExpression';
  return (
    isMethod &&
    closing.test(calledName(call) ?? '') &&
    last !== undefined &&
    findFunction(model, last) !== undefined
  );
}

const servers = new Set(['createServer', 'createSecureServer', 'listen']);

/** `server.close()` of Node's servers ends when the last connection has. */
function closesServer(model: Model, call: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || calledName(call) !== 'close') return false;
  if (call.arguments.length > 0) return false;
  const origins = originsOf(model, callee.object).filter(({ kind }) => kind !== 'missing');
  return (
    origins.length > 0 &&
    origins.every(
      (origin) =>
        origin.kind === 'call' && origin.path.length === 0 && servers.has(calledName(origin.node) ?? ''),
    )
  );
}

/** A statement, `void` or not, at the end of any chain of `then`, `catch` and `finally`. */
function isDropped(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(chainEnd(call));
  return (
    parent?.type === 'ExpressionStatement' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'void')
  );
}

/** @returns the call that ends a chain of `then`, `catch` and `finally` on the promise of a call */
export function chainEnd(call: TSESTree.CallExpression): TSESTree.CallExpression {
  const next = chainedCall(call);
  return next && /^(?:then|catch|finally)$/.test(calledName(next) ?? '') ? chainEnd(next) : call;
}

/** A link of such a chain stands for the promise that the chain begins with. */
function isChained({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'CallExpression' &&
    /^(?:then|catch|finally)$/.test(memberName(callee) ?? '')
  );
}
