import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  isFunction,
  memberName,
  outermost,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { findPulledSource, findStartedSource, type LiveSource } from './live-sources.js';

/** A stream or iterator whose consumer may stop early, which the source behind it is not told. */
export interface UnclosedSource {
  /** The object that lacks the method. */
  object: TSESTree.ObjectExpression;
  lacks: 'cancel' | 'return';
  source: LiveSource;
  /** The `cancel` that does nothing. */
  empty: TSESTree.Property | undefined;
}

/** @returns the source of `new ReadableStream({ pull })` that a cancelled stream leaves open; undefined where it has none, or closes it */
export function findUncancelledStream(
  model: Model,
  made: TSESTree.NewExpression,
): UnclosedSource | undefined {
  const given = made.arguments[0];
  if (accessPath(made.callee)?.at(-1) !== 'ReadableStream' || !given) return undefined;
  const object = constantValue(model, given);
  if (object.type !== 'ObjectExpression' || !isWhole(object)) return undefined;
  const cancel = propertyOf(object, 'cancel');
  if (cancel && !isEmpty(model, cancel)) return undefined;
  const pull = methodOf(object, 'pull');
  const start = methodOf(object, 'start');
  const [controller] = start?.params ?? [];
  const source =
    (pull && findPulledSource(model, pull)) ??
    (start && controller?.type === 'Identifier' ? findStartedSource(model, start, controller) : undefined);
  return source && !isEndedElsewhere(model, source) && !isOnPurpose(model, object, 'cancel')
    ? { object, lacks: 'cancel', source, empty: cancel }
    : undefined;
}

/** @returns the source of a hand-made async iterator without `return` that a `break` leaves open */
export function findUnclosedIterator(
  model: Model,
  object: TSESTree.ObjectExpression,
): UnclosedSource | undefined {
  const next = methodOf(object, 'next');
  if (!next || !isWhole(object) || propertyOf(object, 'return') || !isAsyncIterator(object)) return undefined;
  const source = findPulledSource(model, next);
  if (!source || isOnPurpose(model, object, 'return')) return undefined;
  return { object, lacks: 'return', source, empty: undefined };
}

/** Does a comment in the object, or before a statement that it is a part of, say that the method is left out: `without return`, `omits throw/return`? */
function isOnPurpose(
  { sourceCode }: Model,
  object: TSESTree.ObjectExpression,
  method: UnclosedSource['lacks'],
): boolean {
  const statements = [...ancestorsOf(object)].filter(({ type }) =>
    /(?:ReturnStatement|ExpressionStatement|VariableDeclaration)$/.test(type),
  );
  const inside = sourceCode
    .getCommentsInside(object)
    .filter((comment) => object.properties.every(({ range }) => !isBetween(comment.range, range)));
  const comments = [...inside, ...statements.flatMap((each) => sourceCode.getCommentsBefore(each))];
  const isLeftOut = new RegExp(`\\b(?:omit|omits|without|no|not)\\b.*\\b${method}\\b`, 'i');
  return comments.some(({ value }) => isLeftOut.test(value));
}

function isBetween(inner: TSESTree.Range, outer: TSESTree.Range): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

/** A spread or a computed name may bring the method. */
function isWhole(object: TSESTree.ObjectExpression): boolean {
  return object.properties.every(
    (each) => each.type === 'Property' && (memberName(each) !== undefined || isSymbol(each)),
  );
}

function isSymbol({ key }: TSESTree.Property): boolean {
  return accessPath(key)?.[0] === 'Symbol';
}

function propertyOf(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined {
  return object.properties
    .filter((each) => each.type === 'Property')
    .find((each) => memberName(each) === name);
}

function methodOf(object: TSESTree.ObjectExpression, name: string): FunctionNode | undefined {
  const value = propertyOf(object, name)?.value;
  return isFunction(value) ? value : undefined;
}

/** Does a method do nothing, without a comment that says why? */
function isEmpty({ sourceCode }: Model, { value }: TSESTree.Property): boolean {
  return (
    isFunction(value) &&
    value.body.type === 'BlockStatement' &&
    value.body.body.length === 0 &&
    sourceCode.getCommentsInside(value.body).length === 0
  );
}

/** Has it `[Symbol.asyncIterator]` itself, or is it what such a method returns? */
function isAsyncIterator(object: TSESTree.ObjectExpression): boolean {
  if (object.properties.some((each) => each.type === 'Property' && isAsyncIteratorKey(each))) return true;
  const value = outermost(object).parent;
  const owner = value?.type === 'ReturnStatement' ? value.parent.parent : value;
  return isFunction(owner) && owner.parent.type === 'Property' && isAsyncIteratorKey(owner.parent);
}

function isAsyncIteratorKey({ computed, key }: TSESTree.Property): boolean {
  return computed && accessPath(key)?.join('.') === 'Symbol.asyncIterator';
}

/** An interval whose id is cleared somewhere ends by other means. */
function isEndedElsewhere(model: Model, { kind, call, name }: LiveSource): boolean {
  if (kind === 'interval') {
    const { parent } = outermost(call);
    const id = name ?? (parent?.type === 'VariableDeclarator' ? parent.id : undefined);
    if (!id) return parent?.type !== 'ExpressionStatement';
    if (id.type !== 'Identifier') return true;
    return (findVariable(model, id)?.references ?? []).some(({ identifier }) => {
      return identifier.parent.type === 'CallExpression';
    });
  }
  if (kind !== 'emitter' || !name) return false;
  const uses = findVariable(model, name)?.references ?? [];
  return uses.some(({ identifier }) => {
    const { parent } = outermost(identifier);
    return (
      parent?.type === 'MemberExpression' &&
      /^(?:off|remove|destroy|close|end|pause|terminate)/.test(memberName(parent) ?? '')
    );
  });
}
