import type { TSESTree } from '@typescript-eslint/utils';
import { completesNormally, type AbortHandler } from './abort-handlers.js';
import type { Exit } from './abort-path.js';
import { errorNamesIn } from './error-names.js';
import { hasGuard } from './guards.js';
import { saysCancelled } from './says-cancelled.js';
import { isAbortErrorName } from '../catalogue/index.js';
import { findCalledFunction, findClass } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  isInside,
  memberName,
  ownLevelNodes,
  unwrapped,
  type ClassNode,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';

/**
 * Finds the error that an abort leaves a handler as, where it is another one whichever way it takes: what is thrown, or
 * what a promise is rejected with. A way that throws the caught error, or hands it on, shows that the handler may know
 * what it does.
 *
 * @returns the expression that makes the other error; the last one, which takes what the tests before it let through
 */
export function findMaskingError(model: Model, handler: AbortHandler): TSESTree.Node | undefined {
  const names = errorNamesIn(model, handler.handler).error;
  const open = handler.exits.filter(({ recognised }) => recognised !== 'yes');
  const masks = open.map((exit) => maskOf(model, handler, exit, names));
  const isLost = open.every((exit, index) => masks[index] !== undefined || isDropped(exit));
  return isLost ? masks.findLast((mask) => mask !== undefined) : undefined;
}

function isDropped(exit: Exit): boolean {
  if (exit.kind === 'stop') return true;
  return completesNormally(exit) && exit.recognised === 'no' && !exit.isErrorKept && !exit.rejection;
}

function maskOf(
  model: Model,
  { handler }: AbortHandler,
  exit: Exit,
  names: ReadonlySet<string>,
): TSESTree.Node | undefined {
  const value = exit.rejection ?? (exit.kind === 'throw' ? exit.value : undefined);
  if (!value || exit.isErrorDelegated) return undefined;
  return isOtherError(model, value, { names, handler }) ? value : undefined;
}

interface Scope {
  /** The names that hold the caught error. */
  names: ReadonlySet<string>;
  handler: TSESTree.Node;
}

/** Is this certainly an error that nobody can recognise the abort by? */
function isOtherError(model: Model, value: TSESTree.Node, scope: Scope): boolean {
  const inner = unwrapped(value);
  switch (inner.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return !saysCancelled(model, inner);
    case 'ConditionalExpression':
      return isOtherError(model, inner.consequent, scope) && isOtherError(model, inner.alternate, scope);
    case 'NewExpression':
      return isPlainClass(model, inner, scope) && !isRecognisable(model, inner, scope);
    case 'CallExpression':
      return isOtherErrorCall(model, inner, scope);
    case 'Identifier':
      return !scope.names.has(inner.name) && isOtherErrorVariable(model, inner, scope);
    default:
      return false;
  }
}

/** Does the new error say that it is about an abort, or take over by which the abort is recognised? */
function isRecognisable(model: Model, made: TSESTree.Node, { names }: Scope): boolean {
  if (saysCancelled(model, made)) return true;
  for (const node of ownLevelNodes(made, model.sourceCode.visitorKeys)) {
    if (node.type === 'SpreadElement' && node.parent.type !== 'ArrayExpression') return true;
    if (node.type !== 'MemberExpression' || !names.has(accessPath(node)?.[0] ?? '')) continue;
    if (telling.has(memberName(node) ?? '')) return true;
  }
  return false;
}

/** What an abort is recognised by. */
const telling = new Set(['name', 'code', 'constructor']);

/** Errors that hand out the errors that they are made of. */
const carriers = new Set(['AggregateError', 'SuppressedError']);

function isPlainClass(
  model: Model,
  { callee, arguments: given }: TSESTree.NewExpression,
  { names }: Scope,
): boolean {
  const path = accessPath(callee);
  if (!path || !isPlainName(path.at(-1) ?? '')) return false;
  const isGivenError = given.some((each) => names.has(accessPath(each)?.join('.') ?? ''));
  const made = findClass(model, callee);
  if (!made) return !isGivenError || builtins.has(path.join('.'));
  return !saysCancelled(model, made) && !(isGivenError && readsKind(model, made));
}

function isPlainName(name: string): boolean {
  return !isAbortErrorName(name) && !carriers.has(name);
}

/** A class that is given the whole error may take over what tells an abort. */
function readsKind(model: Model, made: ClassNode): boolean {
  return allNodes(made.body, model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'MemberExpression' &&
      node.object.type !== 'ThisExpression' &&
      telling.has(memberName(node) ?? ''),
  );
}

const builtins = new Set(['Error', 'TypeError', 'RangeError']);

/** `Error('failed')`, `Object.assign(new Error('failed'), {...})`, or a function of the file that makes another error. */
function isOtherErrorCall(model: Model, call: TSESTree.CallExpression, scope: Scope): boolean {
  const path = accessPath(call.callee)?.join('.') ?? '';
  if (isRecognisable(model, call, scope)) return false;
  if (builtins.has(path)) return true;
  const [first] = call.arguments;
  if (path === 'Object.assign') return first !== undefined && isOtherError(model, first, scope);
  const made = findCalledFunction(model, call);
  return made !== undefined && !made.async && !made.generator && makesOtherError(model, made);
}

function makesOtherError(model: Model, made: FunctionNode): boolean {
  if (hasGuard(model, made.body) || saysCancelled(model, made.body)) return false;
  const scope = { names: errorNamesIn(model, made).error, handler: made };
  if (made.body.type !== 'BlockStatement') return isMade(model, made.body, scope);
  const returns = ownLevelNodes(made.body, model.sourceCode.visitorKeys).filter(
    (node) => node.type === 'ReturnStatement',
  );
  return (
    returns.length > 0 && returns.every(({ argument }) => argument !== null && isMade(model, argument, scope))
  );
}

/** Calls are followed no further. */
function isMade(model: Model, value: TSESTree.Node, scope: Scope): boolean {
  const made = constantValue(model, value);
  return made.type === 'NewExpression' && isOtherError(model, made, scope);
}

/** A variable of the handler that nothing else is written to, and whose `name` and `code` nobody sets. */
function isOtherErrorVariable(model: Model, name: TSESTree.Identifier, scope: Scope): boolean {
  const value = constantValue(model, name);
  if (value === name || !isInside(value, scope.handler) || !isOtherError(model, value, scope)) return false;
  return (findVariable(model, name)?.references ?? []).every(({ identifier: { parent } }) => {
    const isNamed = parent.type === 'MemberExpression' && telling.has(memberName(parent) ?? '');
    return !isNamed || parent.parent.type !== 'AssignmentExpression' || parent.parent.left !== parent;
  });
}
