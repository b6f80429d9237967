import type { TSESTree } from '@typescript-eslint/utils';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { abortAccess, isPassedOn } from '../controllers/controller-uses.js';
import type { Model } from '../model.js';
import { calledName, isFunction, memberName, outermost } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/**
 * Is a signal that the code made for itself meant for more than the calls which have it already? It is where
 * something other than the code's own progress aborts it (a listener, whoever the controller is given to), and where
 * no call has it yet. A controller that only a timer, a `finally` or the loss of a race aborts belongs to its calls.
 *
 * @param made the `new AbortController()` or `AbortSignal.timeout()`
 */
export function isOpenToOtherCalls(
  model: Model,
  made: TSESTree.NewExpression | TSESTree.CallExpression,
): boolean {
  const declarator = made.parent;
  if (declarator.type !== 'VariableDeclarator' || declarator.init !== made) return false;
  const uses = usesOf(model, declarator.id);
  const isController = made.type === 'NewExpression' && declarator.id.type === 'Identifier';
  if (isController && uses.some((use) => isAbortedByOwnProgress(model, use, made))) return false;
  if (isController && uses.some((use) => isAbortedElsewhere(model, use, made))) return true;
  return !uses.some((use) => isHandedOver(model, use));
}

/** Is a controller given to a call together with a received signal: `linkAbort(signal, controller)`? */
export function isLinkedByCall(
  model: Model,
  controller: TSESTree.Identifier,
  isReceived: (signal: TSESTree.Node) => boolean,
): boolean {
  return usesOf(model, controller).some(
    (use) =>
      use.parent?.type === 'CallExpression' && use.parent.arguments.some((argument) => isReceived(argument)),
  );
}

/** Is a controller that the code made given to anything itself, so that others may abort it or link it to a signal? */
export function isHandedOn(model: Model, made: TSESTree.NewExpression): boolean {
  const declarator = made.parent;
  if (declarator.type !== 'VariableDeclarator') return false;
  if (declarator.id.type !== 'Identifier') return true;
  return usesOf(model, declarator.id).some(
    (use) =>
      isPassedOn(use) ||
      (use.parent?.type === 'VariableDeclarator' && use.parent.id.type === 'ObjectPattern'),
  );
}

/** Is a signal that the code made, or its controller, given to anything, so that it does its work there? */
export function isGivenAway(model: Model, made: TSESTree.Node): boolean {
  const declarator = made.parent;
  if (declarator?.type !== 'VariableDeclarator') return true;
  return usesOf(model, declarator.id).some((use) => isHandedOver(model, use));
}

function usesOf(model: Model, pattern: TSESTree.Node): TSESTree.Node[] {
  if (pattern.type === 'ObjectPattern') {
    return pattern.properties.flatMap((each) => (each.type === 'Property' ? usesOf(model, each.value) : []));
  }
  if (pattern.type !== 'Identifier') return [];
  return (findVariable(model, pattern)?.references ?? [])
    .filter(({ init }) => init !== true)
    .map(({ identifier }) => outermost(identifier));
}

/** `controller.abort()` in the code that made the controller: what it does before that is not for the abort. */
function isAbortedByOwnProgress(model: Model, use: TSESTree.Node, made: TSESTree.Node): boolean {
  const method = abortAccess(use);
  if (method?.parent?.type !== 'CallExpression' || method.parent.callee !== method) return false;
  const [maker] = functionsWorkingAt(model, made);
  return maker === undefined || functionsWorkingAt(model, method).includes(maker);
}

function isAbortedElsewhere(model: Model, use: TSESTree.Node, made: TSESTree.Node): boolean {
  if (use.parent?.type !== 'MemberExpression' || use.parent.object !== use) return isPassedOn(use);
  const method = abortAccess(use);
  if (!method) return false;
  if (isPassedOn(method)) return !isTimer(method.parent);
  const [maker] = functionsWorkingAt(model, made);
  const callers = functionsWorkingAt(model, method);
  return (
    maker !== undefined &&
    !callers.includes(maker) &&
    callers.every((caller) => !isTimer(outermost(caller).parent))
  );
}

function isTimer(call: TSESTree.Node | undefined): boolean {
  return call?.type === 'CallExpression' && calledName(call) === 'setTimeout';
}

/** Is the signal itself, or the controller's `signal`, or another name of it, given to anything? */
function isHandedOver(model: Model, use: TSESTree.Node): boolean {
  const { parent } = use;
  if (isPassedOn(use)) return true;
  if (parent?.type === 'MemberExpression' && parent.object === use) {
    return memberName(parent) === 'signal' && isHandedOver(model, outermost(parent));
  }
  if (parent?.type !== 'VariableDeclarator' || isFunction(parent.init)) return false;
  return usesOf(model, parent.id).some((alias) => isHandedOver(model, alias));
}
