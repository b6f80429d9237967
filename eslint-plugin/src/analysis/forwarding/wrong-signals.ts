import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, isNamedWhere, type AvailableSignal } from '../available/available-signals.js';
import { isGivenAway } from '../available/local-controllers.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { isRelayed } from '../listeners/relays.js';
import type { Model } from '../model.js';
import { workSignalsOf } from '../operations/operations.js';
import { sourcesOf } from '../signals/signal-factories.js';
import { findSignal, type Signal } from '../signals/signals.js';
import { accessPath, allNodes, isInside, rootName, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** A call that is handed one of several signals, where another one is meant for it. */
export interface WrongSignal {
  kind: 'outer' | 'part';
  used: Signal;
  meant: AvailableSignal;
  /** Is this the only place that reads the parameter which the used signal came in? */
  isOnlyRead: boolean;
}

/**
 * Finds the signal that was meant where a call is handed the signal of the code around a callback that has its own, or
 * a part of a combined signal that nothing else is given.
 */
export function findWrongSignal(model: Model, call: TSESTree.CallExpression): WrongSignal | undefined {
  const [used, ...others] = workSignalsOf(model, call) ?? [];
  if (!used?.source || used.member !== undefined || others.length > 0) return undefined;
  const path = accessPath(used.node);
  if (!path || path[0] === 'this' || isInCleanup(model, call)) return undefined;
  const meant = findAvailableSignal(model, call);
  if (meant?.ownership !== 'received' || meant.path.join('.') === path.join('.') || meant.path[0] === 'this')
    return undefined;
  if (!isNamedWhere(model, used.node, call, meant) || isRelay(model, call, meant)) return undefined;
  if (isOuter(model, call, used.source, meant))
    return { kind: 'outer', used, meant, isOnlyRead: isOnlyRead(model, used) };
  return isDerived(model, meant.source, used) && !isGivenAway(model, meant.source)
    ? { kind: 'part', used, meant, isOnlyRead: false }
    : undefined;
}

function isOnlyRead(model: Model, { node }: Signal): boolean {
  const root = rootName(unwrapped(node));
  const variable = root && findVariable(model, root);
  return variable?.defs[0]?.type === 'Parameter' && variable.references.length === 1;
}

/** Does the call make the used signal abort the meant one: `onAbort(parent, () => controller.abort())`? */
function isRelay(model: Model, call: TSESTree.CallExpression, { path }: AvailableSignal): boolean {
  const abort = [...path.slice(0, -1), 'abort'].join('.');
  return call.arguments.some((argument) =>
    allNodes(argument, model.sourceCode.visitorKeys).some(
      (node) => node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === abort,
    ),
  );
}

/** Does the signal come from outside of the work that the meant one was handed to? */
function isOuter(
  model: Model,
  call: TSESTree.CallExpression,
  used: TSESTree.Node,
  { source }: AvailableSignal,
): boolean {
  const within = functionsWorkingAt(model, call).at(-1);
  if (!within || isInside(used, within)) return false;
  return within.params.some((parameter) => isInside(source, parameter));
}

/** Was the signal combined from the other one, or is it a controller's that the other one aborts? */
function isDerived(model: Model, made: TSESTree.Node, part: Signal): boolean {
  const isPart = (source: TSESTree.Node): boolean => {
    const left = source.type === 'LogicalExpression' ? source.left : source;
    return part.identity !== undefined && findSignal(model, left)?.identity === part.identity;
  };
  if (made.type === 'CallExpression') return sourcesOf(made).some(isPart);
  return made.type === 'NewExpression' && isRelayed(model, made, isPart);
}
