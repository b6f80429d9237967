import type { TSESTree } from '@typescript-eslint/utils';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { onlyExpressionOf } from '../code/only-values.js';
import {
  calledName,
  constantText,
  enclosingFunction,
  isInside,
  isNewPromise,
  memberName,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isMadeRequest } from '../operations/client-requests.js';
import { originsOf } from '../signals/origins.js';
import { isTimeout } from '../timers/timers.js';
import type { AbortListener } from './abort-listeners.js';
import { isControllerExpression } from '../controllers/controller-expressions.js';
import { isFieldOf } from '../controllers/controller-making.js';
import { isUsedLater, namesTouchedBy, type TouchedNames } from './listener-effects.js';
import { findRaceOf } from './raced-promises.js';
import { relaysOf } from './relays.js';
import { isClosedElsewhere } from './stream-ends.js';
import { isUnderStateTest } from './state-tests.js';

/** What a listener is there to cancel, and that ends by itself as well. */
export interface EndingWork {
  kind: 'relay' | 'race' | 'promise' | 'function' | 'timer' | 'emitter';
  /** The promise that is made by hand, of `promise`. */
  promise?: TSESTree.NewExpression;
  /** The `Promise.race` or `any`, of `race`. */
  race?: TSESTree.CallExpression;
  /** Of `function`: true where something that the function has started goes on with the listener after its end. */
  goesOn?: boolean;
}

/**
 * @returns the work that a listener is to cancel, where the code shows that it ends without an abort too: another controller's,
 *   a promise that something else settles or that is raced, an async function that waits, a timer, an emitter with a listener
 *   for its end; undefined for what may live until the abort, such as a server or a subscription
 */
export function findEndingWork(model: Model, listener: AbortListener): EndingWork | undefined {
  const functions = functionsWorkingAt(model, listener.node);
  const executor = functions.find((each) => promiseOf(each));
  const promise = executor && promiseOf(executor);
  if (executor && promise && isSettledElsewhere(model, executor, listener))
    return { kind: 'promise', promise };
  const race = promise && findRaceOf(model, promise);
  if (race) return { kind: 'race', race };
  if (isLinked(model, listener, functions)) return { kind: 'relay' };
  const touched = namesTouchedBy(model, listener);
  if (!touched) return undefined;
  if (clearsTimerOnly(model, listener)) return { kind: 'timer' };
  if (touched.names.some((name) => isEndingEmitter(model, name, functions))) return { kind: 'emitter' };
  if (touched.names.some((name) => isClosedElsewhere(model, name, listener))) return { kind: 'emitter' };
  if (touched.names.some((name) => isSettledDeferred(model, name, listener))) return { kind: 'function' };
  if (!isWaitedFor(model, listener, touched)) return undefined;
  return { kind: 'function', goesOn: isUsedLater(model, listener, touched.names) };
}

/** The promise whose executor a function is. */
function promiseOf(node: FunctionNode): TSESTree.NewExpression | undefined {
  const { parent } = outermost(node);
  return isNewPromise(parent) ? parent : undefined;
}

/** Is `resolve` or `reject` of the executor used outside the listener, other than for a signal that is aborted already? */
function isSettledElsewhere(model: Model, { params }: FunctionNode, listener: AbortListener): boolean {
  return params.some(
    (param) =>
      param.type === 'Identifier' &&
      (findVariable(model, param)?.references ?? []).some(
        ({ identifier }) => !belongsTo(identifier, listener) && !isUnderStateTest(model, identifier),
      ),
  );
}

function belongsTo(node: TSESTree.Node, { node: registration, function: body }: AbortListener): boolean {
  return isInside(node, registration) || (body !== undefined && isInside(node, body));
}

/** Is the listener one that aborts a controller of this call's own, or one that was handed to it? */
function isLinked(model: Model, listener: AbortListener, functions: readonly FunctionNode[]): boolean {
  const controllers = relaysOf(model)
    .filter(({ registration }) => registration.node === listener.node)
    .map(({ controller }) => controller);
  const maker = constantValue(model, listener.listener);
  const given = maker.type === 'CallExpression' ? maker.arguments.map((each) => unwrapped(each)) : [];
  return [...controllers, ...given.filter((each) => isControllerExpression(model, each))].some((controller) =>
    originsOf(model, controller).some((origin) => {
      if (origin.kind === 'parameter') return origin.path.length === 0 && functions.includes(origin.owner);
      const isMade = origin.kind === 'new' || origin.kind === 'call';
      return isMade && functions.some((each) => isInside(origin.node, each) || isFieldOf(origin.node, each));
    }),
  );
}

/** `() => clearTimeout(timer)`: the timer fires once, and then the listener has nothing left to do. */
function clearsTimerOnly(model: Model, { function: body }: AbortListener): boolean {
  const only = body && onlyExpressionOf(body);
  if (only?.type !== 'CallExpression' || calledName(only) !== 'clearTimeout') return false;
  const [id] = only.arguments;
  const timer = id && constantValue(model, id);
  return timer?.type === 'CallExpression' && isTimeout(model, timer);
}

/** Is it made here, and does it end by itself, as a request does, or does the code listen for its end? */
function isEndingEmitter(
  model: Model,
  name: TSESTree.Identifier,
  functions: readonly FunctionNode[],
): boolean {
  const made = constantValue(model, name);
  if (made.type !== 'CallExpression' && made.type !== 'NewExpression') return false;
  if (!functions.some((each) => isInside(made, each))) return false;
  if (isMadeRequest(model, name)) return true;
  const uses = findVariable(model, name)?.references ?? [];
  return uses.some(({ identifier }) => listensForEnd(outermost(identifier)));
}

/** `child.on('error', f).on('close', g)` */
function listensForEnd(use: TSESTree.Node): boolean {
  const member = use.parent;
  if (member?.type !== 'MemberExpression' || member.object !== use) return false;
  const call = outermost(member).parent;
  if (call?.type !== 'CallExpression' || !/^(?:on|once|addListener)$/.test(memberName(member) ?? ''))
    return false;
  if (/^(?:close|exit|end|finish)$/.test(constantText(call.arguments[0]) ?? '')) return true;
  return listensForEnd(outermost(call));
}

/** A deferred promise that the listener settles, and other code as well. */
function isSettledDeferred(model: Model, name: TSESTree.Identifier, listener: AbortListener): boolean {
  const settles = (findVariable(model, name)?.references ?? [])
    .map(({ identifier }) => identifier)
    .filter(
      ({ parent }) =>
        parent.type === 'MemberExpression' && /^(?:resolve|reject)$/.test(memberName(parent) ?? ''),
    );
  return (
    settles.some((each) => belongsTo(each, listener)) &&
    settles.some((each) => !belongsTo(each, listener) && !isUnderStateTest(model, each))
  );
}

/** Does the function wait for something behind the listener, which only cancels what the function has for itself? */
function isWaitedFor(model: Model, listener: AbortListener, { names, isForeign }: TouchedNames): boolean {
  const level = enclosingFunction(listener.node);
  if (!level || (!level.async && !level.generator) || isForeign || names.length === 0) return false;
  const isWaiting = ownLevelNodes(level.body, model.sourceCode.visitorKeys).some(
    (node) => isWait(node) && node.range[1] > listener.node.range[1] && !isInside(listener.node, node),
  );
  return isWaiting && names.every((name) => isLocal(model, name, level) && !leaves(model, name, level));
}

function isWait(node: TSESTree.Node): boolean {
  return (
    node.type === 'AwaitExpression' ||
    node.type === 'YieldExpression' ||
    (node.type === 'ForOfStatement' && node.await)
  );
}

function isLocal(model: Model, name: TSESTree.Identifier, level: FunctionNode): boolean {
  const [definition] = findVariable(model, name)?.defs ?? [];
  return definition?.type === 'Variable' && isInside(definition.node, level.body);
}

/** Is it returned, kept in a field or handed to a constructor, so that it may outlive the function? */
function leaves(model: Model, name: TSESTree.Identifier, level: FunctionNode): boolean {
  return (findVariable(model, name)?.references ?? []).some(({ identifier }) => {
    if (enclosingFunction(identifier) !== level) return false;
    for (
      let inner = outermost(identifier), outer = inner.parent;
      outer;
      inner = outer, outer = outer.parent
    ) {
      if (outer.type === 'ReturnStatement' || outer.type === 'NewExpression') return true;
      if (outer.type === 'AssignmentExpression')
        return outer.right === inner && outer.left.type === 'MemberExpression';
      if (!/^(?:ObjectExpression|Property|ArrayExpression|SpreadElement|LogicalExpression)$/.test(outer.type))
        return false;
    }
    return false;
  });
}
