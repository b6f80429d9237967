import type { TSESTree } from '@typescript-eslint/utils';
import { isAddress } from '../code/addresses.js';
import { isCertainController } from '../controllers/controller-expressions.js';
import { signalsHandedTo } from '../signals/handed-signals.js';
import type { Model } from '../model.js';
import { optionsObject } from '../signals/options-objects.js';
import { isSignalName } from '../signals/signals.js';
import { calledName, isFunction, memberName, unwrapped } from '../code/syntax.js';
import type { SignalSlot } from '../types/types.js';
import { constantValue } from '../code/variables.js';

/** Where in a call its signal is missing. */
export type OpeningPlace =
  | { kind: 'append'; index: number }
  | { kind: 'before'; argument: TSESTree.Node }
  | { kind: 'extend'; object: TSESTree.ObjectExpression; isInner?: true }
  | { kind: 'spread'; argument: TSESTree.Node }
  | { kind: 'replace'; argument: TSESTree.Node }
  | { kind: 'replace-string'; argument: TSESTree.Node; option: string };

export interface Opening {
  place: OpeningPlace;
  /** Expressions that may carry a signal; where one does, nothing is missing. */
  doubts: TSESTree.Node[];
}

/**
 * Finds where a call that could take a signal lacks one.
 *
 * @returns undefined where the call has a signal, or something in its place that cannot be looked into
 */
export function findOpening(
  model: Model,
  call: TSESTree.CallExpression,
  slot: SignalSlot,
): Opening | undefined {
  const given = call.arguments;
  if (given.some(({ type }) => type === 'SpreadElement') || signalsHandedTo(model, call).length > 0)
    return undefined;
  if (given.some((argument) => namesSignal(model, unwrapped(argument)))) return undefined;
  const index = indexIn(model, given, slot);
  if (index === undefined) return undefined;
  const opening = openingAt(model, given[index], index, slot);
  if (!opening) return undefined;
  const doubts = isRequestCall(call) ? given.slice(0, index).filter((each) => mayBeRequest(model, each)) : [];
  return { ...opening, doubts: [...opening.doubts, ...doubts] };
}

/**
 * Does an options object have a signal, or the controller of one? `{ signal: undefined }` included: so code says that it wants
 * none.
 */
export function namesSignal(model: Model, argument: TSESTree.Node): boolean {
  return (
    argument.type === 'ObjectExpression' &&
    argument.properties.some(
      (property) =>
        property.type === 'Property' &&
        (isSignalName(memberName(property) ?? '') || isCertainController(model, property.value)),
    )
  );
}

function indexIn(
  model: Model,
  given: readonly TSESTree.Node[],
  { argument, orArgument, option, beforeCallback }: SignalSlot,
): number | undefined {
  if (argument === 'last') return indexOfLast(given, option);
  if (orArgument === undefined || given.length > argument + (beforeCallback ? 1 : 0)) return argument;
  const other = given[orArgument];
  if (other === undefined) return orArgument;
  const value = constantValue(model, other);
  if (value.type === 'ObjectExpression' || isCallback(value)) return orArgument;
  if (value.type === 'ArrayExpression' || isAddress(model, other)) return argument;
  return /arg|param/i.test(nameOf(value)) ? argument : undefined;
}

/** After a variable number of arguments, the last one may be the options already. */
function indexOfLast(given: readonly TSESTree.Node[], option: string | undefined): number | undefined {
  const last = given.at(-1);
  if (option === undefined || !last) return given.length;
  if (unwrapped(last).type === 'ObjectExpression') return given.length - 1;
  return /opt|config|init/i.test(nameOf(unwrapped(last))) ? undefined : given.length;
}

function openingAt(
  model: Model,
  argument: TSESTree.CallExpressionArgument | undefined,
  index: number,
  slot: SignalSlot,
): Opening | undefined {
  if (!argument) return { place: { kind: 'append', index }, doubts: [] };
  const inner = unwrapped(argument);
  if (slot.beforeCallback && isCallback(inner)) return { place: { kind: 'before', argument }, doubts: [] };
  if (slot.option === undefined) return undefined;
  if (inner.type === 'Identifier' && inner.name === 'undefined')
    return { place: { kind: 'replace', argument }, doubts: [] };
  if (isText(inner)) {
    const { stringOption: option } = slot;
    return option === undefined
      ? undefined
      : { place: { kind: 'replace-string', argument, option }, doubts: [] };
  }
  if (inner.type === 'ObjectExpression')
    return slot.within === undefined
      ? openingIn(model, inner, { kind: 'extend', object: inner })
      : openingWithin(model, inner, slot.within);
  if (slot.within !== undefined) return undefined;
  const literal = optionsObject(model, inner);
  return literal && openingIn(model, literal, { kind: 'spread', argument });
}

/** The inner object is extended where it stands; where there is none, the outer one has to show all that it holds. */
function openingWithin(model: Model, object: TSESTree.ObjectExpression, within: string): Opening | undefined {
  const holder = object.properties.find(
    (property) => property.type === 'Property' && memberName(property) === within,
  );
  if (holder?.type !== 'Property') {
    const isPlain = object.properties.every(
      (property) => property.type === 'Property' && memberName(property) !== undefined,
    );
    return isPlain ? { place: { kind: 'extend', object }, doubts: [] } : undefined;
  }
  const inner = unwrapped(holder.value);
  if (inner.type !== 'ObjectExpression' || object.properties.at(-1)?.type === 'SpreadElement')
    return undefined;
  return openingIn(model, inner, { kind: 'extend', object: inner, isInner: true });
}

/** What is spread into the object may bring a signal along; a computed name may be the signal's. */
function openingIn(
  model: Model,
  object: TSESTree.ObjectExpression,
  place: OpeningPlace,
): Opening | undefined {
  const doubts: TSESTree.Node[] = [];
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') doubts.push(...doubtsOfSpread(model, property.argument));
    else if (memberName(property) === undefined || isSignalName(memberName(property) ?? '')) return undefined;
  }
  return { place, doubts };
}

/** `...(body && { body })` shows what it brings. */
function doubtsOfSpread(model: Model, value: TSESTree.Node): TSESTree.Node[] {
  const inner = constantValue(model, value);
  switch (inner.type) {
    case 'LogicalExpression':
      return inner.operator === '&&'
        ? doubtsOfSpread(model, inner.right)
        : [inner.left, inner.right].flatMap((side) => doubtsOfSpread(model, side));
    case 'ConditionalExpression':
      return [inner.consequent, inner.alternate].flatMap((side) => doubtsOfSpread(model, side));
    case 'ObjectExpression': {
      const opening = openingIn(model, inner, { kind: 'extend', object: inner });
      return opening ? opening.doubts : [value];
    }
    case 'Literal':
      return [];
    default:
      return inner.type === 'Identifier' && inner.name === 'undefined' ? [] : [value];
  }
}

/** A request that may be given a `Request`, which has a signal of its own. */
function isRequestCall(call: TSESTree.CallExpression): boolean {
  return /fetch|request|^(?:ky|got|axios|get|post|put|patch|delete|head)$/i.test(calledName(call) ?? '');
}

function mayBeRequest(model: Model, argument: TSESTree.Node): boolean {
  const inner = unwrapped(argument);
  return inner.type !== 'ObjectExpression' && !isFunction(inner) && !isAddress(model, argument);
}

function isText(node: TSESTree.Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

function isCallback(node: TSESTree.Node): boolean {
  return isFunction(node) || /^(?:cb|done|next|listener)$|callback$/i.test(nameOf(node));
}

function nameOf(node: TSESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? (memberName(node) ?? '') : '';
}
