import type { TSESTree } from '@typescript-eslint/utils';
import { calledAs } from '../code/enclosing-work.js';
import { accessesLike } from '../code/same-accesses.js';
import {
  calledName,
  constantText,
  enclosingFunction,
  isFunction,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isUnderStateTest } from './state-tests.js';

/** A listener that is put on an emitter, or an event target, and stays there until it is taken off. */
export interface EmitterListener {
  call: TSESTree.CallExpression;
  /** What is listened to; of a chain of registrations, where the chain begins. */
  emitter: TSESTree.Node;
  event: string;
  listener: TSESTree.Node;
}

const additions = /^(?:on|addListener|prependListener|addEventListener)$/;
const registrations = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener)$/;
const removals = /^(?:off|removeListener|removeEventListener)$/;

/** @returns the listener that a call adds for good: neither `once`, nor with options that may end it */
export function findEmitterListener(
  model: Model,
  call: TSESTree.CallExpression,
): EmitterListener | undefined {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || !additions.test(memberName(callee) ?? '')) return undefined;
  const [event, listener, options] = call.arguments;
  const name = event && textOf(model, event);
  if (name === undefined || !listener || listener.type === 'SpreadElement') return undefined;
  if (options && !isBoolean(options)) return undefined;
  return { call, emitter: startOfChain(callee.object), event: name, listener: unwrapped(listener) };
}

function textOf(model: Model, node: TSESTree.Node): string | undefined {
  return constantText(constantValue(model, node));
}

/** The third argument of `addEventListener` in its old form. */
function isBoolean(node: TSESTree.Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'boolean';
}

/** @returns the `a` of `a.on(...).once(...)` */
export function startOfChain(node: TSESTree.Node): TSESTree.Node {
  const inner = unwrapped(node);
  if (inner.type !== 'CallExpression' || !registrations.test(calledName(inner) ?? '')) return inner;
  const callee = unwrapped(inner.callee);
  return callee.type === 'MemberExpression' ? startOfChain(callee.object) : inner;
}

/** @returns the calls that take a listener off again; undefined where others may have it, and do so */
export function removalsOfListener(
  model: Model,
  listener: TSESTree.Node,
): readonly TSESTree.CallExpression[] | undefined {
  const uses = usesOfListener(model, listener);
  if (!uses?.every((use) => isRemoved(use) || listenedEvent(use) !== undefined)) return undefined;
  return uses.filter((use) => isRemoved(use)).map(({ parent }) => parent as TSESTree.CallExpression);
}

function usesOfListener(model: Model, listener: TSESTree.Node): TSESTree.Node[] | undefined {
  if (listener.type === 'MemberExpression')
    return accessesLike(model, listener)
      .map((use) => outermost(use))
      .filter(({ parent }) => parent?.type !== 'AssignmentExpression');
  const name = isFunction(listener) ? listener.id : listener;
  // A function that is made on the spot has no other use.
  if (!name || name.type === 'CallExpression') return [];
  const variable = name.type === 'Identifier' ? findVariable(model, name) : undefined;
  const type = variable?.defs[0]?.type;
  if (!variable || (type !== 'Variable' && type !== 'FunctionName')) return undefined;
  return variable.references.filter(({ init }) => !init).map(({ identifier }) => outermost(identifier));
}

function isRemoved(use: TSESTree.Node): boolean {
  const { parent } = use;
  return (
    parent?.type === 'CallExpression' && parent.callee !== use && removals.test(calledName(parent) ?? '')
  );
}

/** @returns the event that runs a function which is given to a call, or assigned, right there */
export function listenedEvent(use: TSESTree.Node): string | undefined {
  const { parent } = use;
  if (parent?.type === 'AssignmentExpression' && parent.right === use)
    return parent.left.type === 'MemberExpression'
      ? /^on([a-z]+)$/.exec(memberName(parent.left) ?? '')?.[1]
      : undefined;
  if (parent?.type !== 'CallExpression' || parent.arguments[1] !== use) return undefined;
  const name = calledName(parent) ?? '';
  if (name === 'addAbortListener') return 'abort';
  return registrations.test(name) ? constantText(parent.arguments[0]) : undefined;
}

const deepest = 3;

/** Does a node run for these events alone: in their listener, or for an abort that has been? */
export function isOnlyReachedOn(model: Model, events: RegExp, node: TSESTree.Node, depth = 0): boolean {
  return isUnderStateTest(model, node) || runsOnlyOn(model, events, enclosingFunction(node), depth);
}

/** Is a function the listener of these events alone, or called by one? */
function runsOnlyOn(model: Model, events: RegExp, node: FunctionNode | undefined, depth = 0): boolean {
  if (!node || depth > deepest) return false;
  const event = listenedEvent(outermost(node));
  if (event !== undefined) return events.test(event);
  const name = calledAs(node);
  const uses = ((name && findVariable(model, name)?.references) ?? [])
    .filter(({ init }) => !init)
    .map(({ identifier }) => outermost(identifier))
    .filter((use) => !isRemoved(use));
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const { parent } = use;
      if (parent?.type === 'CallExpression' && parent.callee === use)
        return isOnlyReachedOn(model, events, parent, depth + 1);
      return events.test(listenedEvent(use) ?? '');
    })
  );
}
