import type { TSESTree } from '@typescript-eslint/utils';
import { isInBoundary } from './boundaries.js';
import { isLog } from './error-uses.js';
import { namesCancellation, saysCancelled } from './says-cancelled.js';
import { nameOfFunction } from '../code/local-functions.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isInside,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import type { Model } from '../model.js';
import { findTestedSignal, type Signal } from '../signals/signals.js';
import { askedBy } from '../code/asked-values.js';

/** A test of a signal that leaves its function without a value. */
export interface SilentReturn {
  signal: Signal;
  /** `signal.aborted` */
  test: TSESTree.MemberExpression;
  leaving: TSESTree.ReturnStatement;
  /** Would an error that is thrown here be taken by a handler of the same function? */
  isInTry: boolean;
}

/**
 * Finds `if (signal.aborted) return;` of a received signal, in an async function that gives its caller a value otherwise.
 *
 * @returns undefined where nobody reads the function's value, and where the branch or its handler is about more than that
 */
export function findSilentReturn(model: Model, branch: TSESTree.IfStatement): SilentReturn | undefined {
  const { value: test, holds } = askedBy(branch.test);
  const leaving = bareReturnOf(branch.consequent);
  const owner = enclosingFunction(branch);
  if (test.type !== 'MemberExpression' || !holds || !leaving || !owner?.async || owner.generator)
    return undefined;
  const signal = findTestedSignal(model, test);
  if (signal?.ownership !== 'received' || saysCancelled(model, branch.consequent)) return undefined;
  // What is there to wait for the abort, or to ask about it, has its answer then.
  if (namesCancellation(nameOfFunction(owner) ?? '')) return undefined;
  if (isUnread(model, owner) || isInHandler(branch, owner) || isInCleanup(model, branch)) return undefined;
  if (!givesValue(model, owner)) return undefined;
  return { signal, test, leaving, isInTry: isInTryOf(branch, owner) };
}

/** `return;`, alone or behind log calls. */
function bareReturnOf(branch: TSESTree.Statement): TSESTree.ReturnStatement | undefined {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  const last = statements.at(-1);
  if (last?.type !== 'ReturnStatement' || last.argument) return undefined;
  const isOnlyLogged = statements.slice(0, -1).every((each) => {
    const call = each.type === 'ExpressionStatement' ? unwrapped(each.expression) : undefined;
    return call?.type === 'CallExpression' && isLog(call);
  });
  return isOnlyLogged ? last : undefined;
}

/** A listener, an effect, a callback of `forEach`: nobody reads what it returns. */
function isUnread(model: Model, owner: FunctionNode): boolean {
  const { parent } = outermost(owner);
  const isCallback = parent?.type === 'CallExpression' && parent.callee !== outermost(owner);
  return (isCallback && unreadBy.has(calledName(parent) ?? '')) || isInBoundary(model, owner.body);
}

const unreadBy = new Set(['forEach', 'catch', 'finally']);

/** What is done with an abort in a handler is looked at there. */
function isInHandler(node: TSESTree.Node, owner: FunctionNode): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'CatchClause') return true;
    if (outer === owner) return false;
  }
  return false;
}

function isInTryOf(node: TSESTree.Node, owner: FunctionNode): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'TryStatement' && outer.handler && isInside(node, outer.block)) return true;
    if (outer === owner) return false;
  }
  return false;
}

/** Does the function certainly give a value on another path? What a call gives is known by the function's annotation. */
function givesValue(model: Model, owner: FunctionNode): boolean {
  const promised = promisedType(owner);
  if (promised && isEmptyType(promised)) return false;
  const values = ownLevelNodes(owner.body, model.sourceCode.visitorKeys).flatMap((node) =>
    node.type === 'ReturnStatement' && node.argument ? [node.argument] : [],
  );
  return values.some((value) => isValue(value, promised !== undefined));
}

function isValue(node: TSESTree.Node, isAnnotated: boolean): boolean {
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name !== 'undefined';
    case 'Literal':
      return inner.value !== null;
    case 'ArrayExpression':
    case 'BinaryExpression':
    case 'MemberExpression':
    case 'NewExpression':
    case 'ObjectExpression':
    case 'TemplateLiteral':
      return true;
    case 'ConditionalExpression':
      return isValue(inner.consequent, isAnnotated) || isValue(inner.alternate, isAnnotated);
    case 'LogicalExpression':
      return isValue(inner.right, isAnnotated);
    case 'AwaitExpression':
      return isValue(inner.argument, isAnnotated);
    case 'CallExpression':
      return isAnnotated;
    default:
      return false;
  }
}

/** @returns the `T` of a function that is annotated with `Promise<T>` */
function promisedType(owner: FunctionNode): TSESTree.TypeNode | undefined {
  const type = owner.returnType?.typeAnnotation;
  return type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : undefined;
}

function isEmptyType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some((each) => each.type === 'TSVoidKeyword');
  return /^TS(?:Void|Undefined|Any|Unknown|Null)Keyword$/.test(type.type);
}
