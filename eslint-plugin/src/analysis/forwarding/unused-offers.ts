import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { runsInPlace } from '../code/closures.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import type { Model } from '../model.js';
import { mayBeWaitedFor } from '../operations/detached-calls.js';
import { findListedOffers } from './offered-signals.js';
import { findUnforwardedSignals, type UnforwardedSignal } from './unforwarded-signals.js';
import { accessPath, allNodes, memberName, outermost, type FunctionNode } from '../code/syntax.js';
import type { ProvidedSignal } from '../types/types.js';
import { findVariable } from '../code/variables.js';

/** How a function can take a signal that it is offered: by a new parameter, a longer pattern, or as it stands. */
export type Taking =
  | { kind: 'append'; text: string }
  | { kind: 'extend'; pattern: TSESTree.ObjectPattern; text: string }
  | { kind: 'none' };

/** A callback that is offered a signal and does not take it, though it calls something that could be given it. */
export interface UnusedOffer {
  callback: FunctionNode;
  taking: Taking | undefined;
  /** What the callback calls the signal once it has taken it. */
  signal: AvailableSignal;
  missing: UnforwardedSignal[];
}

/** Finds the callbacks of a file that leave an offered signal out, by the calls that lack it. */
export function findUnusedOffers(
  model: Model,
  functions: readonly FunctionNode[],
  calls: readonly TSESTree.CallExpression[],
): UnusedOffer[] {
  const candidates = functions.filter((each) => isCallback(each) && isOffered(model, each));
  if (candidates.length === 0) return [];
  const lacking = calls.filter((call) => mayBeWaitedFor(model, call) && !findAvailableSignal(model, call));
  const working = new Set(lacking.flatMap((call) => functionsWorkingAt(model, call)));
  const callbacks = candidates.filter((each) => working.has(each));
  const provided = model.types.providedSignals(callbacks);
  const offers = new Map<FunctionNode, Omit<UnusedOffer, 'missing'>>();
  for (const [index, callback] of callbacks.entries()) {
    const typed = provided[index] ?? [];
    const offer = findOffer(model, callback, typed.length > 0 ? typed : findListedOffers(model, callback));
    if (offer) offers.set(callback, offer);
  }
  if (offers.size === 0) return [];
  const offerAt = (call: TSESTree.Node): Omit<UnusedOffer, 'missing'> | undefined =>
    functionsWorkingAt(model, call)
      .map((each) => offers.get(each))
      .find((offer) => offer !== undefined);
  const missing = findUnforwardedSignals(model, calls, (_, call) =>
    findAvailableSignal(model, call) ? undefined : offerAt(call)?.signal,
  );
  return [...offers.values()].flatMap((offer) => {
    const missed = missing.filter(({ call }) => offerAt(call) === offer);
    return missed.length > 0 ? [{ ...offer, missing: missed }] : [];
  });
}

/** Cheap: without types, only the places that the catalogue knows offer anything. */
function isOffered(model: Model, callback: FunctionNode): boolean {
  return model.isTyped || findListedOffers(model, callback).length > 0;
}

/** Cheap: may the place of a function have a type of its own? */
function isCallback(node: FunctionNode): boolean {
  if (node.type === 'FunctionDeclaration' || node.generator || runsInPlace(node)) return false;
  if (isSinkMethod(node)) return false;
  const { parent } = outermost(node);
  return /^(?:CallExpression|NewExpression|Property|VariableDeclarator|AssignmentExpression|ArrayExpression)$/.test(
    parent?.type ?? '',
  );
}

/** A write that has begun is left to end: `controller.signal` is for sinks that can undo it. */
function isSinkMethod(node: FunctionNode): boolean {
  const made = outermost(node).parent?.parent?.parent;
  return made?.type === 'NewExpression' && (accessPath(made.callee)?.at(-1) ?? '').endsWith('Stream');
}

function findOffer(
  model: Model,
  callback: FunctionNode,
  provided: readonly ProvidedSignal[],
): Omit<UnusedOffer, 'missing'> | undefined {
  const [offered, ...others] = provided;
  if (!offered || others.length > 0) return undefined;
  const { parameter: index, member, mayBeMissing } = offered;
  const parameter = callback.params[index];
  if (!parameter && callback.params.some(({ type }) => type === 'RestElement')) return undefined;
  if (readsArguments(model, callback)) return undefined;
  const way = parameter
    ? wayInto(model, parameter, member)
    : { taking: appending(callback, index, member), text: member ?? 'signal' };
  if (!way) return undefined;
  const { taking, text } = way;
  const isFree = taking?.kind === 'none' || !mentionsName(model, callback, text);
  const signal: AvailableSignal = {
    text,
    path: text.split('.'),
    ownership: 'received',
    source: callback,
    mayBeMissing,
  };
  return { callback, signal, taking: isFree ? taking : undefined };
}

function appending(callback: FunctionNode, index: number, member: string | undefined): Taking | undefined {
  if (callback.params.length !== index) return undefined;
  return { kind: 'append', text: member === undefined ? 'signal' : `{ ${member} }` };
}

/** @returns undefined where the parameter takes the signal already, or may be handed on with it */
function wayInto(
  model: Model,
  parameter: TSESTree.Parameter,
  member: string | undefined,
): { taking: Taking | undefined; text: string } | undefined {
  if (member === undefined) return undefined;
  if (parameter.type === 'ObjectPattern') {
    const isTaken = parameter.properties.some(
      (property) => property.type === 'RestElement' || memberName(property) === member || property.computed,
    );
    if (isTaken) return undefined;
    const taking: Taking | undefined = parameter.typeAnnotation
      ? undefined
      : { kind: 'extend', pattern: parameter, text: member };
    return { taking, text: member };
  }
  if (parameter.type !== 'Identifier' || parameter.name.startsWith('_')) return undefined;
  const uses = findVariable(model, parameter)?.references ?? [];
  if (uses.some(({ identifier }) => mayTake(identifier, member))) return undefined;
  return {
    taking: parameter.typeAnnotation ? undefined : { kind: 'none' },
    text: `${parameter.name}.${member}`,
  };
}

/** Anything but the reading of another member. */
function mayTake(use: TSESTree.Node, member: string): boolean {
  const whole = outermost(use);
  const { parent } = whole;
  if (parent?.type !== 'MemberExpression' || parent.object !== whole) return true;
  const read = memberName(parent);
  return read === undefined || read === member;
}

function readsArguments({ sourceCode }: Model, callback: FunctionNode): boolean {
  return (
    callback.type !== 'ArrowFunctionExpression' && /\barguments\b/.test(sourceCode.getText(callback.body))
  );
}

/** Would a new name hide one that the callback uses? */
function mentionsName({ sourceCode }: Model, callback: FunctionNode, name: string): boolean {
  return allNodes(callback, sourceCode.visitorKeys).some((node) => {
    if (node.type !== 'Identifier' || node.name !== name) return false;
    const { parent } = node;
    const isKey = parent.type === 'Property' && parent.key === node && !parent.shorthand;
    const isMember = parent.type === 'MemberExpression' && parent.property === node && !parent.computed;
    return !isKey && !isMember;
  });
}
