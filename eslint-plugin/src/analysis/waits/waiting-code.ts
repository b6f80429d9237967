import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isInCleanup } from '../cleanup/cleanup.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { findCalledFunction } from '../code/local-functions.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  isFunction,
  isInside,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { comesFromCancellable } from '../operations/downstream-work.js';
import { registrationsOf } from '../listeners/registrations.js';
import { isInTest } from '../operations/test-callbacks.js';
import { findSignalLooks } from './signal-looks.js';

/**
 * Is an abort none of the code's business? Cleanup, handlers of failures and tests decide for themselves what it is to
 * end; a function that listens for the abort deals with it there; and what is made for a call that has the signal, such
 * as a source for it, ends with that call.
 */
export function isApart(model: Model, node: TSESTree.Node, holders: ReadonlySet<string>): boolean {
  return (
    isInTest(node) ||
    isInHandler(node) ||
    isInCleanup(model, node) ||
    functionsWorkingAt(model, node).some((each) => hasAbortListener(model, each)) ||
    isPartOfSignalledCall(model, node, holders)
  );
}

function hasAbortListener(model: Model, node: FunctionNode): boolean {
  return registrationsOf(model).some((registration) => isInside(registration.node, node));
}

/** `consume((async function* () { for await (...) })(), { signal })`. */
function isPartOfSignalledCall(model: Model, node: TSESTree.Node, holders: ReadonlySet<string>): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer.type !== 'CallExpression') continue;
    const others = outer.arguments.filter((argument) => !isInside(node, argument));
    if (others.some((argument) => findSignalLooks(model, argument, holders).isHandled)) return true;
  }
  return false;
}

function isInHandler(node: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'CatchClause') return true;
    if (!isFunction(outer)) continue;
    const { parent } = outermost(outer);
    if (parent?.type === 'CallExpression' && calledName(parent) === 'catch') return true;
  }
  return false;
}

/**
 * Is this a call that shows nothing of a signal: not in its arguments, not in the object that it is a method of, not in
 * the function of this file that it runs? Options that cannot be looked into may hold one.
 *
 * @param signal the names that lead to the signal of the function
 */
export function isDeafCall(model: Model, node: TSESTree.Node, signal: readonly string[]): boolean {
  const call = unwrapped(node);
  if (call.type !== 'CallExpression') return false;
  const holders = holdersOf(signal);
  if (looksAtSignal(model, call, holders) || call.arguments.some(mayBeOptions)) return false;
  if (isCombinator(call) || call.arguments.some((each) => isMadeWithSignal(model, each, holders)))
    return false;
  const called = findCalledFunction(model, call);
  if (called) return !looksAtSignal(model, called, holders) && !isMadeWithSignal(model, called, holders);
  const callee = unwrapped(call.callee);
  return callee.type !== 'MemberExpression' || isDeafObject(model, callee.object, signal);
}

/** What the promises in it are given is not followed. */
function isCombinator(call: TSESTree.CallExpression): boolean {
  return accessPath(call.callee)?.[0] === 'Promise';
}

/** Does it name anything that was made with the signal, or the body of a response, which may end with its request? */
function isMadeWithSignal(model: Model, root: TSESTree.Node, holders: ReadonlySet<string>): boolean {
  return allNodes(root, model.sourceCode.visitorKeys).some((node) => {
    if (node.type === 'MemberExpression') return memberName(node) === 'body';
    if (node.type !== 'Identifier' || (node !== root && isObjectOfMember(node))) return false;
    if (bodyName.test(node.name)) return true;
    const [definition] = findVariable(model, node)?.defs ?? [];
    const value = definition && valueOf(definition);
    return (
      Boolean(value) && (comesFromCancellable(model, node) || looksAtSignal(model, value ?? node, holders))
    );
  });
}

const bodyName = /^(?:body|response|stream|reader)$/i;

function valueOf(definition: TSESLint.Scope.Definition): TSESTree.Node | null {
  if (definition.type === 'Variable') return definition.node.init;
  return definition.type === 'FunctionName' ? definition.node : null;
}

/** `response.status` is no more than a value. */
function isObjectOfMember(node: TSESTree.Identifier): boolean {
  return node.parent.type === 'MemberExpression' && node.parent.object === node;
}

/** An object that was made with a signal ends with it; so may one of the instance that holds the signal. */
function isDeafObject(model: Model, object: TSESTree.Node, signal: readonly string[]): boolean {
  if (comesFromCancellable(model, object) || isMadeWithSignal(model, object, holdersOf(signal))) return false;
  const value = constantValue(model, object);
  const made = unwrapped(value.type === 'AwaitExpression' ? value.argument : value);
  if (made.type === 'ThisExpression') return false;
  if (signal[0] === 'this' && accessPath(made)?.[0] === 'this') return false;
  if (made.type === 'CallExpression') return isDeafCall(model, made, signal);
  return made.type !== 'LogicalExpression' && made.type !== 'ConditionalExpression';
}

const optionsName =
  /^(?:opts?|options|init|config|params|request|req|ctx|context|args|props)$|(?:Opts|Options|Config|Context|Params|Init)$/;

function mayBeOptions(argument: TSESTree.Node): boolean {
  const inner = unwrapped(argument.type === 'SpreadElement' ? argument.argument : argument);
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((each) => each.type === 'SpreadElement' && mayBeOptions(each.argument));
  return optionsName.test(accessPath(inner)?.at(-1) ?? '');
}

/** Does any of the code deal with a signal, or with what holds the one of the function? */
export function looksAtSignal(model: Model, node: TSESTree.Node, holders: ReadonlySet<string>): boolean {
  const { reads, isHandled } = findSignalLooks(model, node, holders);
  return isHandled || reads.length > 0;
}

/** @returns the first name on the way to a signal, which holds it or an object that has it; none for `this` */
export function holdersOf(path: readonly string[]): Set<string> {
  const [root] = path;
  return new Set(root === undefined || root === 'this' ? [] : [root]);
}

/** Would what is thrown here be caught by a handler of the same function? */
export function isInTry(node: TSESTree.Node): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (isFunction(outer)) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) return true;
  }
  return false;
}
