import type { TSESTree } from '@typescript-eslint/utils';
import { calledName, constantText, isFunction, memberName, outermost, unwrapped } from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

/** The name of an event and the literal that spells it. */
export interface EventName {
  name: string;
  node: TSESTree.Node;
}

/** The events that an expression stands for. */
export interface EventNames {
  /** The names that are known. */
  events: readonly EventName[];
  /** False where there may be others. */
  isComplete: boolean;
  /** Are they POSIX signals, by their names or by what the variable is called? */
  isSignal: boolean;
}

/**
 * The events that the first argument of `process.on` names: a literal, a constant, or the variable of a loop or callback
 * that goes over a list of names.
 */
export function eventNamesOf(model: Model, event: TSESTree.Node): EventNames {
  const list = listOf(model, event) ?? [unwrapped(event)];
  const names = list.map((node) => ({ name: stringOf(model, node), node }));
  const events = names.filter((each): each is EventName => each.name !== undefined);
  const isComplete = events.length === names.length;
  return { events, isComplete, isSignal: events.length > 0 ? events.some(isSignal) : saysSignal(event) };
}

function isSignal({ name }: EventName): boolean {
  return /^SIG[A-Z0-9]+$/.test(name);
}

/** A variable without a value here, called `signal`: a parameter, or a key of a table. */
function saysSignal(event: TSESTree.Node): boolean {
  const inner = unwrapped(event);
  return inner.type === 'Identifier' && /^(?:sig|signal)(?:Name)?$/i.test(inner.name);
}

function stringOf(model: Model, node: TSESTree.Node): string | undefined {
  return constantText(constantValue(model, node));
}

/** The elements that a loop or `forEach` gives to a variable one after the other. */
function listOf(model: Model, event: TSESTree.Node): TSESTree.Node[] | undefined {
  const inner = unwrapped(event);
  if (inner.type !== 'Identifier') return undefined;
  const [definition] = findVariable(model, inner)?.defs ?? [];
  const list =
    definition?.type === 'Variable'
      ? loopedList(definition.node)
      : definition?.type === 'Parameter'
        ? iteratedList(definition.node, definition.name)
        : undefined;
  const value = list && constantValue(model, list);
  if (value?.type !== 'ArrayExpression') return undefined;
  return value.elements.filter((element) => element !== null);
}

/** `list` of `for (const name of list)`. */
function loopedList({ parent }: TSESTree.VariableDeclarator): TSESTree.Node | undefined {
  const loop = parent.parent;
  return loop.type === 'ForOfStatement' && loop.left === parent ? loop.right : undefined;
}

/** `list` of `list.forEach((name) => ...)`. */
function iteratedList(owner: TSESTree.Node, name: TSESTree.Node): TSESTree.Node | undefined {
  if (!isFunction(owner) || owner.params[0] !== name) return undefined;
  const { parent } = outermost(owner);
  if (parent?.type !== 'CallExpression' || !/^(?:forEach|map)$/.test(calledName(parent) ?? ''))
    return undefined;
  const callee = unwrapped(parent.callee);
  return callee.type === 'MemberExpression' && memberName(callee) !== undefined ? callee.object : undefined;
}
