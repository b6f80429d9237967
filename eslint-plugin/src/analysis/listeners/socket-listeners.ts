import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, chainedCall, outermost, type FunctionNode } from '../code/syntax.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isClientRequest, mayKeepSocket } from '../operations/client-requests.js';
import {
  findEmitterListener,
  listenedEvent,
  removalsOfListener,
  isOnlyReachedOn,
  startOfChain,
  type EmitterListener,
} from './emitter-listeners.js';

/** A listener that a request leaves on its socket, which serves the next request. */
export interface SocketListener extends EmitterListener {
  /** The request, as the code names it where it waits for the socket. */
  request: TSESTree.Node;
  /** Where the listener is taken off after all: on an abort or a failure. */
  removals: readonly TSESTree.CallExpression[];
}

const badEnds = /^(?:abort|aborted|error|timeout)$/;

/**
 * `request.on('socket', (socket) => socket.on('data', f))`: with keep-alive, which is the default since Node 19, each request adds
 * one more listener to the same socket.
 *
 * @returns undefined where the end of the request may take the listener off, or only a new socket gets it
 */
export function findSocketListener(model: Model, call: TSESTree.CallExpression): SocketListener | undefined {
  const added = findEmitterListener(model, call);
  if (added?.emitter.type !== 'Identifier' || calledName(call) === 'addEventListener') return undefined;
  const taker = takerOf(model, added.emitter);
  const request = taker && requestOf(model, taker);
  if (!request || !functionsWorkingAt(model, call).includes(taker)) return undefined;
  if (!isPlainlyUsed(model, added.emitter, taker)) return undefined;
  const removals = removalsOfListener(model, added.listener);
  if (!removals?.every((each) => isOnlyReachedOn(model, badEnds, each))) return undefined;
  return { ...added, request, removals };
}

/** The function whose first parameter a name is. */
function takerOf(model: Model, name: TSESTree.Identifier): FunctionNode | undefined {
  const [definition] = findVariable(model, name)?.defs ?? [];
  if (definition?.type !== 'Parameter') return undefined;
  const owner = definition.node as FunctionNode;
  return owner.params[0] === definition.name ? owner : undefined;
}

/** The request that a function is given the socket of. */
function requestOf(model: Model, taker: FunctionNode): TSESTree.Node | undefined {
  const { parent } = outermost(taker);
  if (parent?.type !== 'CallExpression' || listenedEvent(outermost(taker)) !== 'socket') return undefined;
  const { callee } = parent;
  const request = callee.type === 'MemberExpression' ? startOfChain(callee.object) : undefined;
  return request && isClientRequest(model, request) && mayKeepSocket(model, request) ? request : undefined;
}

/**
 * Does the code only call the socket's methods, and neither asks whether it is a new one, nor closes it when all went well, nor
 * hands it to others?
 */
function isPlainlyUsed(model: Model, socket: TSESTree.Identifier, taker: FunctionNode): boolean {
  const uses = findVariable(model, socket)?.references ?? [];
  return uses.every(({ identifier }) => {
    const call = chainedCall(identifier);
    if (!call || isAsked(identifier, taker)) return false;
    const method = calledName(call) ?? '';
    if (/^(?:removeAllListeners|listeners|listenerCount|pipe)$/.test(method)) return false;
    return !/^(?:end|destroy|destroySoon)$/.test(method) || isOnlyReachedOn(model, badEnds, call);
  });
}

/** Is it a part of a test? */
function isAsked(name: TSESTree.Node, taker: FunctionNode): boolean {
  for (let inner = name, outer = name.parent; outer && outer !== taker; inner = outer, outer = outer.parent) {
    if (outer.type === 'IfStatement' || outer.type === 'ConditionalExpression') return outer.test === inner;
    if (outer.type === 'LogicalExpression') return outer.left === inner;
  }
  return false;
}
