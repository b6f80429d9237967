import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  calledName,
  constantText,
  isFunction,
  memberName,
  outermost,
  ownLevelNodes,
  rootName,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

/** Something that goes on giving until it is told to stop. */
export interface LiveSource {
  kind: 'iterator' | 'reader' | 'interval' | 'emitter';
  /** The call that takes from it, or starts it. */
  call: TSESTree.CallExpression;
  /** The iterator, the reader, or the interval's id; undefined where it has no name. */
  name: TSESTree.Identifier | undefined;
}

/** @returns the iterator or reader that a function takes its values from, one for each time that it is called */
export function findPulledSource(model: Model, node: FunctionNode): LiveSource | undefined {
  for (const part of ownLevelNodes(node.body, model.sourceCode.visitorKeys)) {
    const source = part.type === 'CallExpression' ? findSourceOf(model, part) : undefined;
    if (source) return source;
  }
  return undefined;
}

/** @returns the iterator or reader that a call takes a value from, where nothing closes it */
export function findSourceOf(model: Model, call: TSESTree.CallExpression): LiveSource | undefined {
  const source = pulledFrom(model, call);
  return source && !isClosedElsewhere(model, source) ? source : undefined;
}

/** `await iterator.next()` and `reader.read()`, of what is made outside of the function that calls them. */
function pulledFrom(model: Model, call: TSESTree.CallExpression): LiveSource | undefined {
  const callee = unwrapped(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined;
  if (object?.type !== 'Identifier') return undefined;
  const method = calledName(call);
  if (method === 'next' && isAsyncIterator(model, object, call))
    return { kind: 'iterator', call, name: object };
  if (method === 'read' && isReader(model, object)) return { kind: 'reader', call, name: object };
  return undefined;
}

/** @returns whether a name stands for what `getReader()` gave */
export function isReader(model: Model, name: TSESTree.Identifier): boolean {
  const made = constantValue(model, name);
  return made.type === 'CallExpression' && calledName(made) === 'getReader';
}

/** What `[Symbol.asyncIterator]()` gives, and a parameter whose `next()` is awaited. */
function isAsyncIterator(model: Model, name: TSESTree.Identifier, call: TSESTree.CallExpression): boolean {
  const made = constantValue(model, name);
  if (made.type === 'CallExpression') return isIteratorCall(made);
  const [definition] = findVariable(model, name)?.defs ?? [];
  return definition?.type === 'Parameter' && outermost(call).parent?.type === 'AwaitExpression';
}

/** @returns whether a call is `source[Symbol.asyncIterator]()` */
export function isIteratorCall(made: TSESTree.CallExpression): boolean {
  const callee = unwrapped(made.callee);
  return (
    callee.type === 'MemberExpression' &&
    callee.computed &&
    accessPath(callee.property)?.join('.') === 'Symbol.asyncIterator'
  );
}

const closers = new Set(['return', 'cancel', 'throw', 'destroy', 'close']);

/** Does any code close the source, or is it handed to code that may? */
function isClosedElsewhere(model: Model, { name }: LiveSource): boolean {
  const uses = (name && findVariable(model, name)?.references) ?? [];
  return uses.some(({ identifier, init }) => {
    const { parent } = outermost(identifier);
    if (init === true) return false;
    if (parent?.type === 'MemberExpression') return closers.has(memberName(parent) ?? '');
    return parent?.type === 'CallExpression' || parent?.type === 'ReturnStatement';
  });
}

/**
 * What a function starts that then calls a method again and again.
 *
 * @param controller the parameter that is given the values
 * @returns undefined where the callback takes care of a failure, as it has to once nobody listens any more
 */
export function findStartedSource(
  model: Model,
  node: FunctionNode,
  controller: TSESTree.Identifier,
): LiveSource | undefined {
  const variable = findVariable(model, controller);
  for (const { identifier } of variable?.references ?? []) {
    const enqueue = enqueueOf(identifier);
    const callback = enqueue && [...ancestorsOf(enqueue)].find((outer) => isFunction(outer));
    const call = callback && callback !== node ? outermost(callback).parent : undefined;
    if (call?.type !== 'CallExpression' || !enqueue || !isFunction(callback)) continue;
    if (isWatched(enqueue, callback)) continue;
    const source = startedBy(call);
    if (source) return source;
  }
  return undefined;
}

function enqueueOf(controller: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = controller;
  return parent?.type === 'MemberExpression' && memberName(parent) === 'enqueue' ? parent : undefined;
}

/** Is there a `try` or a condition around the call? The condition may ask whether the stream was cancelled. */
function isWatched(enqueue: TSESTree.Node, callback: FunctionNode): boolean {
  const around = [...ancestorsOf(enqueue)];
  return (
    around
      .slice(0, around.indexOf(callback))
      .some(({ type }) => /^(?:Try|If)Statement|^(?:Conditional|Logical)Expression/.test(type)) ||
    (callback.body.type === 'BlockStatement' && callback.body.body.some(({ type }) => type === 'IfStatement'))
  );
}

function startedBy(call: TSESTree.CallExpression): LiveSource | undefined {
  const path = accessPath(call.callee) ?? [];
  if (path.join('.') === 'setInterval') return { kind: 'interval', call, name: idOf(call) };
  const event = constantText(call.arguments[0]);
  const isEvent = event === 'data' || event === 'message';
  const isEmitter = path.length > 1 && /^(?:on|addListener|addEventListener)$/.test(path.at(-1) ?? '');
  return isEvent && isEmitter && call.arguments.length < 3
    ? { kind: 'emitter', call, name: rootName(call.callee) }
    : undefined;
}

function idOf(call: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const { parent } = outermost(call);
  if (parent?.type !== 'AssignmentExpression') return undefined;
  return parent.left.type === 'Identifier' ? parent.left : undefined;
}
