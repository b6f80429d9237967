import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  constantText,
  enclosingFunction,
  isInside,
  memberName,
  unwrapped,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import { isLoop } from '../handlers/abort-handlers.js';
import type { Model } from '../model.js';
import { isControllerExpression } from './controller-expressions.js';
import { originsOf } from '../signals/origins.js';
import { abortCallsOf, abortedController, type AbortCall } from './abort-calls.js';
import { exchangePartOf, findResponseBeside } from './server-exchange.js';

/** An abort that the normal end of a server's exchange fires too. */
export interface CompletionListener {
  event: TSESTree.Node;
  abort: AbortCall;
  how: 'requestEnd' | 'requestClose' | 'responseClose';
  /** The emitter that is listened to. */
  emitter: TSESTree.Node;
  /** The name of the response, where the function has it beside the request. */
  response: string | undefined;
}

const listening = /^(?:on|once|addListener|prependListener)$/;

/** @returns the listener that a call adds to a request or a response, if it aborts although the exchange was completed */
export function findCompletionListener(
  model: Model,
  call: TSESTree.CallExpression,
): CompletionListener | undefined {
  const [event, callback] = call.arguments;
  const callee = unwrapped(call.callee);
  if (!event || callee.type !== 'MemberExpression' || !listening.test(calledName(call) ?? ''))
    return undefined;
  const name = constantText(event);
  if (name !== 'close' && name !== 'end') return undefined;
  const part = exchangePartOf(model, callee.object);
  const abort = abortCallsOf(model, callback).find((each) => isControllerExpression(model, each.controller));
  if (!part || !abort || !callback || (part === 'response' && name === 'end')) return undefined;
  const value = constantValue(model, callback);
  if (isTested(model, value, abort) || isKept(model, callback)) return undefined;
  if (isDisarmed(model, call, callee.object)) return undefined;
  const how = part === 'response' ? 'responseClose' : name === 'end' ? 'requestEnd' : 'requestClose';
  const response = part === 'request' ? findResponseBeside(model, callee.object) : undefined;
  return { event, abort, how, emitter: callee.object, response };
}

/** Does the listener ask anything but whether there is a controller, or whether it was aborted before? */
function isTested({ sourceCode }: Model, listener: TSESTree.Node, { controller }: AbortCall): boolean {
  const name = accessPath(controller)?.join('.') ?? '';
  return allNodes(listener, sourceCode.visitorKeys).some((node) => {
    const test =
      node.type === 'IfStatement' || node.type === 'ConditionalExpression'
        ? node.test
        : node.type === 'LogicalExpression' && node.operator !== '??'
          ? node.left
          : undefined;
    return test !== undefined && !sourceCode.getText(test).replaceAll('?', '').includes(name);
  });
}

/** Is the listener kept or handed on, so that somebody may take it off? */
function isKept(model: Model, callback: TSESTree.Node): boolean {
  const name = unwrapped(callback);
  const references = name.type === 'Identifier' ? (findVariable(model, name)?.references ?? []) : [];
  return references.some(({ identifier, init }) => {
    const { parent } = identifier;
    if (init || parent.type !== 'CallExpression') return !init;
    return parent.callee !== identifier && !listening.test(calledName(parent) ?? '');
  });
}

/** Is the listener taken off again, or is there another one for the normal end, which may disarm this one? */
function isDisarmed(model: Model, call: TSESTree.CallExpression, emitter: TSESTree.Node): boolean {
  const path = accessPath(emitter)?.join('.');
  const around = enclosingFunction(call) ?? model.sourceCode.ast;
  return allNodes(around, model.sourceCode.visitorKeys).some((node) => {
    if (node.type !== 'CallExpression' || node === call) return false;
    const name = calledName(node) ?? '';
    if (/^(?:off|removeListener|removeAllListeners)$/.test(name)) return true;
    const callee = unwrapped(node.callee);
    const [event] = node.arguments;
    return (
      listening.test(name) &&
      callee.type === 'MemberExpression' &&
      accessPath(callee.object)?.join('.') === path &&
      constantText(event) === 'finish'
    );
  });
}

/** An abort in the `finally` of a generator, of a controller that somebody else has made. */
export interface GeneratorEndAbort {
  attempt: TSESTree.TryStatement;
  statement: TSESTree.ExpressionStatement;
  controller: TSESTree.Node;
}

/** @returns the unconditional abort of a received controller that a generator's `finally` does after a full run too */
export function findGeneratorEndAbort(
  model: Model,
  call: TSESTree.CallExpression,
): GeneratorEndAbort | undefined {
  const controller = abortedController(call);
  const generator = enclosingFunction(call);
  if (!controller || !generator?.generator || !generator.async) return undefined;
  const statement = [...ancestorsOf(call)].find(({ type }) => type === 'ExpressionStatement');
  const block = statement?.parent;
  const attempt = block?.parent;
  if (statement?.type !== 'ExpressionStatement' || attempt?.type !== 'TryStatement') return undefined;
  if (attempt.finalizer !== block || isInside(attempt.block, call)) return undefined;
  if (statement.expression !== call && statement.expression.type !== 'ChainExpression') return undefined;
  const isReceived = originsOf(model, controller).every(
    (origin) => origin.kind === 'parameter' && /controller$/i.test(origin.path.at(-1) ?? origin.name.name),
  );
  const nodes = allNodes(generator, model.sourceCode.visitorKeys);
  const isOrderly = nodes.some((node) => isLoop(node) && isInside(node, attempt.block));
  const isOwnWork = nodes.some((node) => readsSignalOf(node, controller));
  return isReceived && isOrderly && !isOwnWork ? { attempt, statement, controller } : undefined;
}

/** `controller.signal`: what the generator itself does runs under it, and its end is the end of that. */
function readsSignalOf(node: TSESTree.Node, controller: TSESTree.Node): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) !== 'signal') return false;
  return accessPath(node.object)?.join('.') === accessPath(controller)?.join('.');
}
