import type { TSESTree } from '@typescript-eslint/utils';
import { isBystander } from './bystanders.js';
import { isAbortThrowerName } from '../catalogue/index.js';
import { runsInPlace } from '../code/closures.js';
import { calledAs } from '../code/enclosing-work.js';
import { findCalledFunction } from '../code/local-functions.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { findCarriedSignal } from '../signals/carried-signals.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import { signalFactory } from '../signals/signal-factories.js';
import { findTestedSignal, type Signal } from '../signals/signals.js';
import {
  calledName,
  chainedCall,
  enclosingFunction,
  isFunction,
  isInside,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';

/** A call whose abort arrives where it stands: it is handed a signal and awaited, or it tests one and throws. */
export interface Operation {
  call: TSESTree.CallExpression;
  signals: Signal[];
}

/**
 * The operations in a region whose abort is thrown into that region, in source order.
 *
 * @param region a block whose throws are of interest: a `try` block, a function body
 */
export const operationsIn = memoized((model, region: TSESTree.Node): Operation[] => {
  const operations: Operation[] = [];
  for (const node of ownLevelNodes(region, model.sourceCode.visitorKeys, runsInPlace)) {
    const call = node.type === 'AwaitExpression' ? findStartedBefore(model, node, region) : node;
    if (call?.type !== 'CallExpression') continue;
    const signals = abortSignalsOf(model, call);
    if (signals.length > 0 && throwsInto(model, node, region)) operations.push({ call, signals });
  }
  return operations;
});

/** The call outside the region whose promise is awaited in it: `const p = fetch(url, { signal }); ... await p`. */
function findStartedBefore(
  model: Model,
  { argument }: TSESTree.AwaitExpression,
  region: TSESTree.Node,
): TSESTree.CallExpression | undefined {
  const awaited = unwrapped(argument);
  const isChained = awaited.type === 'CallExpression' && awaited.callee.type === 'MemberExpression';
  if (isChained && calledName(awaited) !== 'finally') return undefined;
  const promise = isChained && awaited.callee.type === 'MemberExpression' ? awaited.callee.object : awaited;
  const call = promise.type === 'Identifier' ? constantValue(model, promise) : undefined;
  return call?.type === 'CallExpression' && !isInside(call, region) ? call : undefined;
}

/** @returns the signals by which a call can be aborted; none where it merely passes them around */
export const abortSignalsOf = memoized((model, call: TSESTree.CallExpression): Signal[] => {
  const tested = findTestedSignal(model, call);
  if (tested) return [tested];
  const handed = workSignalsOf(model, call);
  if (!handed) return [];
  if (handed.length > 0) return handed;
  const carried = findCarriedSignal(model, call);
  if (carried) return [carried];
  const ofBody = bodySignalsOf(model, call);
  return ofBody.length > 0 ? ofBody : capturedSignalsOf(model, call);
}, []);

/** @returns the signals that a call is handed for its work; undefined where it merely passes them around */
export function workSignalsOf(model: Model, call: TSESTree.CallExpression): Signal[] | undefined {
  return isBystander(call) || signalFactory(call) !== undefined ? undefined : signalsHandedTo(model, call);
}

/** The signals around it that a local function gives to its work, whose abort leaves by the promise of the function. */
function capturedSignalsOf(model: Model, call: TSESTree.CallExpression): Signal[] {
  const called = call.arguments.length === 0 ? findCalledFunction(model, call) : undefined;
  const name = called && calledAs(called);
  const outer = called && enclosingFunction(called);
  if (!called?.async || !name || !outer || called.params.length > 0) return [];
  return operationsIn(model, called.body)
    .flatMap(({ signals }) => signals)
    .filter(({ source }) => source !== undefined && !isInside(source, called));
}

function throwsInto(model: Model, node: TSESTree.Node, region: TSESTree.Node): boolean {
  if (isInsideHandledTry(node, region)) return false;
  if (node.type === 'AwaitExpression') return isThrownIn(model, node, region);
  const isThrower = node.type === 'CallExpression' && isAbortThrowerName(calledName(node) ?? '');
  return isThrower || isAwaitedIn(model, node, region);
}

/** Is there a `try` with a handler between the node and the region? What it lets through is not followed. */
function isInsideHandledTry(node: TSESTree.Node, region: TSESTree.Node): boolean {
  for (
    let inner = node, outer = node.parent;
    outer && inner !== region;
    inner = outer, outer = outer.parent
  ) {
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner && outer.block !== region)
      return true;
  }
  return false;
}

/** Combinators that reject when one of their promises does. */
const rejectingCombinators = new Set(['all', 'race', 'any']);

/** Is the promise of this expression awaited inside the region, so that its rejection is thrown there? */
function isAwaitedIn(model: Model, node: TSESTree.Node, region: TSESTree.Node): boolean {
  const expression = outermost(node);
  const { parent } = expression;
  if (!parent || !isInside(parent, region)) return false;
  switch (parent.type) {
    case 'AwaitExpression':
      return isThrownIn(model, parent, region);
    case 'YieldExpression':
      return parent.delegate && isThrownIn(model, parent, region);
    case 'ForOfStatement':
      return parent.await && parent.right === expression && isThrownIn(model, parent, region);
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'SpreadElement':
      return isAwaitedIn(model, parent, region);
    case 'CallExpression':
      return parent.arguments.includes(expression as TSESTree.Expression) && isForwarding(parent)
        ? isAwaitedIn(model, parent, region)
        : false;
    case 'MemberExpression':
      return isChainAwaited(model, expression, region);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isVariableAwaited(model, parent.id, region);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isResultAwaited(model, parent, region);
    default:
      return false;
  }
}

/** What is thrown in a callback that runs in place arrives where the callback's own promise is awaited. */
function isThrownIn(model: Model, node: TSESTree.Node, region: TSESTree.Node): boolean {
  const closure = enclosingFunction(node);
  if (!closure || closure === region || !isInside(closure, region)) return true;
  return isClosureAwaited(model, closure, region);
}

function isForwarding(call: TSESTree.CallExpression): boolean {
  return call.callee.type === 'MemberExpression' && rejectingCombinators.has(calledName(call) ?? '');
}

/** A handler further in, `.catch(f)` or `.then(f, g)`, takes the rejection; other methods pass it on. */
function isChainAwaited(model: Model, receiver: TSESTree.Node, region: TSESTree.Node): boolean {
  const call = chainedCall(receiver);
  if (!call) return false;
  const method = calledName(call);
  if (method === 'catch' || (method === 'then' && call.arguments.length > 1)) return false;
  return isAwaitedIn(model, call, region);
}

function isVariableAwaited(model: Model, name: TSESTree.Identifier, region: TSESTree.Node): boolean {
  const references = findVariable(model, name)?.references ?? [];
  return references.some(
    ({ identifier, init }) =>
      init !== true && isInside(identifier, region) && isAwaitedIn(model, identifier, region),
  );
}

/** What a callback that runs in place returns goes where its call goes: `Promise.all(list.map(...))`. */
function isResultAwaited(model: Model, node: TSESTree.Node, region: TSESTree.Node): boolean {
  const closure = node.type === 'ReturnStatement' ? enclosingFunction(node) : node;
  return isFunction(closure) && isInside(closure, region) && isClosureAwaited(model, closure, region);
}

function isClosureAwaited(model: Model, closure: FunctionNode, region: TSESTree.Node): boolean {
  const { parent } = outermost(closure);
  return runsInPlace(closure) && parent?.type === 'CallExpression' && isAwaitedIn(model, parent, region);
}

/** Methods that read the body of a response, under the signal that its request was given. */
const bodyMethods = new Set(['json', 'text', 'arrayBuffer', 'blob', 'bytes', 'formData']);

/** The signals of the request whose body `response.json()` and the like read. */
function bodySignalsOf(model: Model, call: TSESTree.CallExpression): Signal[] {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || !bodyMethods.has(calledName(call) ?? '')) return [];
  if (callee.object.type !== 'Identifier') return [];
  const [definition] = findVariable(model, callee.object)?.defs ?? [];
  if (definition?.type !== 'Variable' || definition.node.init?.type !== 'AwaitExpression') return [];
  const request = unwrapped(definition.node.init.argument);
  const isRequest = request.type === 'CallExpression' && !bodyMethods.has(calledName(request) ?? '');
  return isRequest ? abortSignalsOf(model, request) : [];
}
