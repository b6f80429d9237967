import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isInside,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isExecutor } from '../reasons/rejections.js';
import { findTestedSignal } from '../signals/signals.js';
import { askedBy } from '../code/asked-values.js';

/** A promise that a function was given to wait for, and leaves without a handler where the signal is aborted already. */
export interface LeftPromise {
  promise: TSESTree.Identifier;
  /** Has it a `catch`, as its annotation says? */
  isPromise: boolean;
}

/**
 * Finds the early way out of `abortable(promise, signal)`.
 *
 * @param statement `if (signal.aborted) throw ...` or `signal.throwIfAborted()`
 * @returns the parameter that is a promise and is not looked at before; undefined where there is none, or it is
 */
export function findLeftPromise(
  model: Model,
  statement: TSESTree.IfStatement | TSESTree.ExpressionStatement,
): LeftPromise | undefined {
  if (statement.parent.type !== 'BlockStatement' || !leavesWhenAborted(model, statement)) return undefined;
  const owner = enclosingFunction(statement);
  const end = statement.type === 'IfStatement' ? statement.consequent : statement;
  return owner && findPromiseLeftAt(model, owner, end.range[1]);
}

/**
 * @param owner the function that would be left
 * @param place the offset in it at which it would be left
 * @returns the promise that {@link findLeftPromise} finds for a way out that stands there
 */
export function findPromiseLeftAt(model: Model, owner: FunctionNode, place: number): LeftPromise | undefined {
  const places = isExecutor(owner) ? [owner, enclosingFunction(owner)] : [owner];
  for (const parameter of places.flatMap((place) => place?.params ?? [])) {
    if (parameter.type !== 'Identifier') continue;
    const uses = (findVariable(model, parameter)?.references ?? []).map(({ identifier }) => identifier);
    // An executor that returns early leaves the function around it to go on.
    const isLeft = uses.every((use) => use.range[0] >= place && isInside(use, owner));
    if (isLeft && uses.some((use) => isFollowed(use))) {
      return { promise: parameter, isPromise: isPromiseType(parameter) };
    }
  }
  return undefined;
}

function leavesWhenAborted(
  model: Model,
  statement: TSESTree.IfStatement | TSESTree.ExpressionStatement,
): boolean {
  if (statement.type === 'ExpressionStatement') {
    const call = unwrapped(statement.expression);
    return (
      call.type === 'CallExpression' &&
      call.callee.type === 'MemberExpression' &&
      memberName(call.callee) === 'throwIfAborted' &&
      findTestedSignal(model, call) !== undefined
    );
  }
  const { test, consequent } = statement;
  const { value: read, holds } = askedBy(test);
  if (!holds || read.type !== 'MemberExpression' || memberName(read) !== 'aborted') return false;
  if (!findTestedSignal(model, read)) return false;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement';
}

/** `promise.then(...)`, `await promise`, `Promise.race([promise, ...])`, `return promise` */
function isFollowed(use: TSESTree.Node): boolean {
  const { parent } = outermost(use);
  if (parent?.type === 'MemberExpression') return /^(?:then|catch|finally)$/.test(memberName(parent) ?? '');
  if (parent?.type === 'AwaitExpression') return true;
  const call = parent?.type === 'ArrayExpression' ? parent.parent : undefined;
  return (
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    memberName(call.callee) === 'race'
  );
}

function isPromiseType({ typeAnnotation }: TSESTree.Identifier): boolean {
  const type = typeAnnotation?.typeAnnotation;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'Promise'
  );
}
