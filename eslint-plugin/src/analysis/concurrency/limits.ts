import type { TSESTree } from '@typescript-eslint/utils';
import { findLimiter, type Limiter } from '../catalogue/index.js';
import { staticNumber } from '../code/static-numbers.js';
import { accessPath, allNodes, calledName, isFunction, memberName, unwrapped } from '../code/syntax.js';
import { constantValue } from '../code/variables.js';
import type { Model } from '../model.js';
import { referenceOf } from '../operations/api-calls.js';
import { combinatorOf } from './combinators.js';

/** A limit of parallel work under which nothing runs. */
export interface InvalidLimit {
  /** The expression of the limit, followed through a constant. */
  limit: TSESTree.Node;
  /** `never`: always below one or no number; `outside`: comes from outside unchecked; `processors`: zero where there are few processors. */
  how: 'never' | 'outside' | 'processors';
  limiter: Limiter;
  value: number | undefined;
}

/** @returns what is wrong with the limit that a known limiter is given; undefined where it is right, or nothing tells */
export function findInvalidLimit(
  model: Model,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): InvalidLimit | undefined {
  const reference = call.arguments.length > 0 ? referenceOf(model, call) : undefined;
  const limiter = reference?.module === undefined ? undefined : findLimiter(reference.module, reference.path);
  const given = limiter && limitIn(model, call, limiter);
  if (!given) return undefined;
  const limit = constantValue(model, given);
  const value = staticNumber(model, given);
  if (value !== undefined) {
    const isInvalid = Number.isNaN(value) || value < 1 || (limiter.isWhole && isFraction(value));
    return isInvalid ? { limit: given, how: 'never', limiter, value } : undefined;
  }
  if (isUnchecked(limit)) return { limit, how: 'outside', limiter, value };
  return dependsOnProcessors(model, limit) ? { limit, how: 'processors', limiter, value } : undefined;
}

function isFraction(value: number): boolean {
  return Number.isFinite(value) && !Number.isInteger(value);
}

function limitIn(
  model: Model,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  { arguments: places, option }: Limiter,
): TSESTree.Node | undefined {
  const place = places.find((index) => !isFunction(unwrapped(call.arguments[index] ?? call)));
  const given = place === undefined ? undefined : call.arguments[place];
  if (!given || given.type === 'SpreadElement') return undefined;
  const value = constantValue(model, given);
  if (value.type !== 'ObjectExpression') return given;
  const property = value.properties.find((each) => each.type === 'Property' && memberName(each) === option);
  const isLast = property !== undefined && value.properties.at(-1)?.type !== 'SpreadElement';
  return isLast && property.type === 'Property' ? property.value : undefined;
}

const parsers = /^(?:Number|parseInt|parseFloat)$/;

/** `Number(process.env.LIMIT)`: NaN where it is not set, or is no number. */
function isUnchecked(limit: TSESTree.Node): boolean {
  const inner = unwrapped(limit);
  const text =
    inner.type === 'CallExpression' && parsers.test(accessPath(inner.callee)?.at(-1) ?? '')
      ? inner.arguments[0]
      : inner.type === 'UnaryExpression' && inner.operator === '+'
        ? inner.argument
        : undefined;
  return text !== undefined && isFromOutside(unwrapped(text));
}

const outside = /^(?:env|argv|query|params|searchParams|headers|body)$/;

function isFromOutside(text: TSESTree.Node): boolean {
  if (text.type === 'CallExpression')
    return calledName(text) === 'get' && isFromOutside(unwrapped(text.callee));
  if (text.type !== 'MemberExpression') return false;
  const object = unwrapped(text.object);
  const name = object.type === 'MemberExpression' ? memberName(object) : accessPath(object)?.at(-1);
  return outside.test(name ?? '') || isFromOutside(object);
}

/** `cpus().length - 1` is zero on a machine with one processor, and so is `Math.floor(cpus().length / 2)`. */
function dependsOnProcessors({ sourceCode }: Model, limit: TSESTree.Node): boolean {
  const inner = unwrapped(limit);
  if (inner.type === 'CallExpression') {
    const isRounded = /^Math\.(?:floor|trunc|round)$/.test(accessPath(inner.callee)?.join('.') ?? '');
    const [rounded] = inner.arguments;
    return isRounded && rounded !== undefined && isReduced(sourceCode.visitorKeys, unwrapped(rounded));
  }
  return (
    inner.type === 'BinaryExpression' && inner.operator === '-' && isReduced(sourceCode.visitorKeys, inner)
  );
}

function isReduced(keys: Model['sourceCode']['visitorKeys'], node: TSESTree.Node): boolean {
  if (node.type !== 'BinaryExpression' || !/^[-/]$/.test(node.operator)) return false;
  const counts = /^(?:cpus|availableParallelism|hardwareConcurrency)$/;
  return allNodes(node.left, keys).some(
    (each) =>
      (each.type === 'CallExpression' && counts.test(calledName(each) ?? '')) ||
      (each.type === 'MemberExpression' && counts.test(memberName(each) ?? '')),
  );
}

/** Is it `Promise.race([])`, which never settles (F16)? */
export function racesNothing(call: TSESTree.CallExpression): boolean {
  const [list] = call.arguments;
  return combinatorOf(call) === 'race' && list?.type === 'ArrayExpression' && list.elements.length === 0;
}
