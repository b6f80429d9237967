import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import { isPrivateMember } from '../code/known-callers.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import {
  accessPath,
  allNodes,
  calledName,
  enclosingClass,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import { findFunction } from '../code/local-functions.js';
import { boundFunction } from './abort-listeners.js';
import { isControllerExpression } from '../controllers/controller-expressions.js';
import { registrationsOf, type Registration } from './registrations.js';

/** An `abort` listener that aborts a controller, so that one signal continues in another. */
export interface AbortRelay {
  registration: Registration;
  /** The controller that is aborted, as it is written there. */
  controller: TSESTree.Node;
  /** The `new AbortController()` that it is, where the file shows that it can be no other. */
  made: TSESTree.NewExpression | undefined;
  /** `controller.abort(...)` in the listener, or the `controller.abort`, bound or not, that is the listener itself. */
  abort: TSESTree.CallExpression | TSESTree.MemberExpression;
  /** The listener's function; undefined where the controller's own method is the listener. */
  function: FunctionNode | undefined;
}

/** @returns every relay of a file, whatever it listens to */
export const relaysOf = memoized((model): readonly AbortRelay[] =>
  registrationsOf(model).flatMap((each) => relaysIn(model, each)),
);

function relaysIn(model: Model, registration: Registration): AbortRelay[] {
  const listener = constantValue(model, registration.listener);
  const method = unwrapped(boundFunction(listener) ?? listener);
  if (method.type === 'MemberExpression' && memberName(method) === 'abort') {
    const abort = listener.type === 'CallExpression' ? listener : method;
    return isControllerExpression(model, method.object)
      ? [relay(model, method, { registration, abort, function: undefined })]
      : [];
  }
  const body = findFunction(model, listener);
  if (!body) return [];
  return allNodes(body.body, model.sourceCode.visitorKeys).flatMap((node) => {
    if (node.type !== 'CallExpression' || calledName(node) !== 'abort') return [];
    const callee = unwrapped(node.callee);
    if (callee.type !== 'MemberExpression' || !isControllerExpression(model, callee.object)) return [];
    return [relay(model, callee, { registration, abort: node, function: body })];
  });
}

function relay(
  model: Model,
  method: TSESTree.MemberExpression,
  found: Pick<AbortRelay, 'registration' | 'abort' | 'function'>,
): AbortRelay {
  const controller = unwrapped(method.object);
  return { ...found, controller, made: controllerMadeBy(model, controller) };
}

function controllerMadeBy(model: Model, controller: TSESTree.Node): TSESTree.NewExpression | undefined {
  const [origin, ...others] = originsOf(model, controller).filter(({ kind }) => kind !== 'missing');
  return origin?.kind === 'new' && others.length === 0 ? origin.node : undefined;
}

/** Is the listener written in place, and does it nothing but abort the controller? */
export function doesNothingElse({ registration, function: body, abort }: AbortRelay): boolean {
  if (!body || body !== unwrapped(registration.listener)) return false;
  const statements: readonly TSESTree.Node[] =
    body.body.type === 'BlockStatement' ? body.body.body : [body.body];
  const [first, ...others] = statements;
  if (!first || others.length > 0) return false;
  const only = first.type === 'ExpressionStatement' ? first.expression : first;
  const done = only.type === 'ReturnStatement' ? only.argument : only;
  return done !== null && unwrapped(done) === abort;
}

/**
 * Is this controller aborted by an `abort` listener on another signal that passes the test? Its own signal is
 * then that other signal's continuation. A controller in a field counts only where nothing else can abort it.
 */
export function isRelayed(
  model: Model,
  controller: TSESTree.NewExpression,
  isSource: (signal: TSESTree.Node) => boolean,
): boolean {
  const relays = relaysOf(model).filter(
    ({ made, registration }) => made === controller && isSource(registration.target),
  );
  if (relays.length === 0) return false;
  if (controller.parent.type === 'VariableDeclarator') return true;
  return isInPrivateField(controller) && isAbortedOnlyBy(model, controller, relays);
}

/** `#controller = new AbortController()`, or an assignment to such a field. */
function isInPrivateField({ parent }: TSESTree.NewExpression): boolean {
  if (parent.type === 'PropertyDefinition') {
    return isPrivateMember(parent);
  }
  const field = parent.type === 'AssignmentExpression' ? accessPath(parent.left) : undefined;
  return field?.length === 2 && field[0] === 'this' && field[1]?.startsWith('#') === true;
}

/** Does the class read nothing of the controller but its signal, other than to relay to it? */
function isAbortedOnlyBy(
  model: Model,
  controller: TSESTree.NewExpression,
  relays: readonly AbortRelay[],
): boolean {
  const owner = enclosingClass(controller);
  const own = relays[0] && accessPath(relays[0].controller);
  if (!owner || own?.length !== 2 || own[0] !== 'this') return false;
  return allNodes(owner.body, model.sourceCode.visitorKeys).every((node) => {
    if (node.type !== 'MemberExpression' || accessPath(node)?.join('.') !== own.join('.')) return true;
    if (relays.some((each) => each.controller === node)) return true;
    const { parent } = outermost(node);
    if (parent?.type === 'AssignmentExpression') return parent.left === node && parent.right === controller;
    return parent?.type === 'MemberExpression' && memberName(parent) === 'signal';
  });
}
