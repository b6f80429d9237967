import type { TSESTree } from '@typescript-eslint/utils';
import { accessesLike } from '../code/same-accesses.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  endsByLeaving,
  isFunction,
  isInside,
  rootName,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable, writtenValues } from '../code/variables.js';
import type { Model } from '../model.js';
import type { AbortListener } from './abort-listeners.js';
import { namesTouchedBy } from './listener-effects.js';

/** A signal that is kept from one call to the next, and made only where there is none. */
interface KeptSignal {
  /** `this.controller`, or the variable that holds what a collection keeps: `const entry = entries.get(id)`. */
  holder: TSESTree.Node;
  /** Where one is made: the branch of an `if`, or a `??=`. */
  filling: TSESTree.Node;
}

/**
 * @returns where the signal is made that a listener is added to once more with each call, though it is the same listener on the
 *   same signal: the code makes a signal only where there is none yet, and adds the listener in both cases
 */
export function findRepeatedAdding(model: Model, listener: AbortListener): TSESTree.Node | undefined {
  const { node, target } = listener;
  const level = enclosingFunction(node);
  if (!level || !isMadeWithCall(model, listener, level)) return undefined;
  const inner = unwrapped(target);
  const owner = inner.type === 'MemberExpression' ? inner.object : undefined;
  const kept = [inner, ...(owner ? [unwrapped(owner)] : [])]
    .map((holder) => findKept(model, holder, level))
    .find((each) => each !== undefined);
  if (!kept || isInside(node, kept.filling) || node.range[0] < kept.filling.range[1]) return undefined;
  if (!isBesides(node, kept.filling)) return undefined;
  return isTheSameEachTime(model, listener, kept) ? kept.filling : undefined;
}

/** Is the listener's function another one with each call? The same one is added once at most. */
function isMadeWithCall(model: Model, { listener }: AbortListener, level: FunctionNode): boolean {
  if (listener.type === 'CallExpression') return calledName(listener) === 'bind';
  if (isFunction(listener)) return true;
  const variable = listener.type === 'Identifier' ? findVariable(model, listener) : undefined;
  return variable?.defs.some((definition) => isInside(definition.node, level.body)) ?? false;
}

function findKept(model: Model, holder: TSESTree.Node, level: FunctionNode): KeptSignal | undefined {
  if (!isKept(model, holder, level)) return undefined;
  const writes = accessesLike(model, holder)
    .map((access) => access.parent)
    .filter(
      (parent): parent is TSESTree.AssignmentExpression =>
        parent?.type === 'AssignmentExpression' && isSame(parent.left, holder),
    )
    .filter((write) => enclosingFunction(write) === level);
  const fillings = writes.map((write) => findFilling(write, holder));
  const [filling] = fillings;
  return filling && fillings.every((each) => each !== undefined) ? { holder, filling } : undefined;
}

/** Does it outlive the call: a field, a variable of an outer scope, or what a collection gives back? */
function isKept(model: Model, holder: TSESTree.Node, level: FunctionNode): boolean {
  if (holder.type === 'MemberExpression') return unwrapped(holder.object).type === 'ThisExpression';
  if (holder.type !== 'Identifier') return false;
  const variable = findVariable(model, holder);
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Variable') return false;
  return !isInside(definition.node, level) || findCollectionRead(model, holder) !== undefined;
}

/** `this.entries.get(id)`, where the code puts the variable there too. */
function findCollectionRead(model: Model, holder: TSESTree.Identifier): TSESTree.CallExpression | undefined {
  const variable = findVariable(model, holder);
  const read = (variable ? writtenValues(model, variable) : [])
    .map(({ value }) => unwrapped(value))
    .find((value) => value.type === 'CallExpression' && calledName(value) === 'get');
  if (read?.type !== 'CallExpression') return undefined;
  const isPutBack = variable?.references.some(({ identifier: { parent } }) => {
    const isSet = parent.type === 'CallExpression' && calledName(parent) === 'set';
    return isSet && receiverOf(parent) === receiverOf(read) && receiverOf(read) !== undefined;
  });
  return isPutBack ? read : undefined;
}

function receiverOf({ callee }: TSESTree.CallExpression): string | undefined {
  return accessPath(callee)?.slice(0, -1).join('.');
}

/** The `??=`, or the branch of an `if` that asks for the holder, where the other branch goes on as well. */
function findFilling(write: TSESTree.AssignmentExpression, holder: TSESTree.Node): TSESTree.Node | undefined {
  if (write.operator !== '=') return write;
  let inner: TSESTree.Node = write;
  for (const outer of ancestorsOf(write)) {
    if (isFunction(outer)) return undefined;
    if (outer.type === 'IfStatement') {
      const other = inner === outer.consequent ? outer.alternate : outer.consequent;
      return asksFor(outer.test, holder) && !(other && endsByLeaving(other)) ? outer : undefined;
    }
    inner = outer;
  }
  return undefined;
}

/** `!x`, `x`, `x == null` */
function asksFor(test: TSESTree.Node, holder: TSESTree.Node): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!') return asksFor(test.argument, holder);
  if (test.type === 'BinaryExpression') return isSame(test.left, holder) || isSame(test.right, holder);
  return isSame(test, holder);
}

function isSame(one: TSESTree.Node, other: TSESTree.Node): boolean {
  const path = accessPath(one)?.join('.');
  return path !== undefined && path === accessPath(other)?.join('.');
}

/** Does the listener's place come behind the filling, in the same block or one around it? */
function isBesides(node: TSESTree.Node, filling: TSESTree.Node): boolean {
  const block = [...ancestorsOf(node)].find(({ type }) => type === 'BlockStatement');
  return block !== undefined && isInside(filling, block);
}

/** Does the listener depend on nothing of this call but the key that the collection was asked for? */
function isTheSameEachTime(model: Model, listener: AbortListener, { holder }: KeptSignal): boolean {
  const touched = namesTouchedBy(model, listener);
  const read = holder.type === 'Identifier' ? findCollectionRead(model, holder) : undefined;
  const root = rootName(holder);
  const allowed = [...(read?.arguments ?? []), ...(root ? [root] : [])]
    .flatMap((each) => allNodes(each, model.sourceCode.visitorKeys))
    .filter((each) => each.type === 'Identifier')
    .map((name) => findVariable(model, name));
  return touched?.names.every((name) => allowed.includes(findVariable(model, name))) ?? false;
}
