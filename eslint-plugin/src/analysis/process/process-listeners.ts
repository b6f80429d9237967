import type { TSESTree } from '@typescript-eslint/utils';
import { findFunction } from '../code/local-functions.js';
import { calledName, type FunctionNode } from '../code/syntax.js';
import { nodesOf } from '../code/file-nodes.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { eventNamesOf, type EventNames } from './event-names.js';
import { processMethod } from './process-calls.js';

/** One call that makes a function a listener of the process: `process.on('SIGTERM', shutdown)`. */
export interface ProcessListener extends EventNames {
  call: TSESTree.CallExpression;
  isOnce: boolean;
  /** What is registered: a function, or an expression that stands for one. */
  argument: TSESTree.Node;
  /** The function of this file that runs on the event, also through a name, a method or `bind`. */
  handler: FunctionNode | undefined;
}

const registrations = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

/** @returns what a call registers on the process; undefined for calls that register nothing there */
export function findProcessListener(
  model: Model,
  call: TSESTree.CallExpression,
): ProcessListener | undefined {
  const [event, argument] = call.arguments;
  if (!registrations.has(calledName(call) ?? '') || !event || !argument) return undefined;
  const method = processMethod(model, call);
  if (method === undefined || !registrations.has(method)) return undefined;
  return {
    ...eventNamesOf(model, event),
    call,
    isOnce: /once/i.test(method),
    argument,
    handler: findFunction(model, argument),
  };
}

/** @returns every listener of the process that the file registers, in source order */
export const processListeners = memoized((model): readonly ProcessListener[] =>
  nodesOf(model)
    .map((node) => (node.type === 'CallExpression' ? findProcessListener(model, node) : undefined))
    .filter((listener) => listener !== undefined),
);

/** Listeners of one function: `process.on('SIGINT', stop)` and `process.on('SIGTERM', stop)` belong together. */
export interface SharedListener {
  handler: FunctionNode;
  listeners: readonly [ProcessListener, ...ProcessListener[]];
}

const ending = new Set(['SIGINT', 'SIGTERM']);

/** @returns true where SIGINT or SIGTERM arrives at the listener, also where its names are not known */
export function isEndingListener(listener: ProcessListener): boolean {
  return listener.isSignal && (!listener.isComplete || listener.events.some(({ name }) => ending.has(name)));
}

/** @returns the functions of the file that SIGINT or SIGTERM runs, each with its registrations */
export function endingListeners(model: Model): SharedListener[] {
  const shared = new Map<FunctionNode, [ProcessListener, ...ProcessListener[]]>();
  for (const listener of processListeners(model)) {
    const { handler } = listener;
    if (!handler || !isEndingListener(listener)) continue;
    const known = shared.get(handler);
    if (known) known.push(listener);
    else shared.set(handler, [listener]);
  }
  return [...shared].map(([handler, listeners]) => ({ handler, listeners }));
}
