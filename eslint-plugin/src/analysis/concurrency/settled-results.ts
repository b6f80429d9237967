import type { TSESTree } from '@typescript-eslint/utils';
import { isCleanupName } from '../catalogue/index.js';
import { isInCleanup } from '../cleanup/cleanup.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import { nameOfFunction } from '../code/local-functions.js';
import { onlyValueOf } from '../code/only-values.js';
import {
  accessPath,
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  memberName,
  outermost,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { isInTest } from '../operations/test-callbacks.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { combinatorOf, pushedTo } from './combinators.js';
import { readsOf } from './settled-reads.js';

/**
 * What is made of the results of `Promise.allSettled`: nothing (`dropped`), only the values of the fulfilled ones
 * (`fulfilled`), or only the number of the rejected ones (`counted`).
 */
export type Uninspected = 'dropped' | 'fulfilled' | 'counted';

/** @returns how the rejected half of a `Promise.allSettled` is lost; undefined where it is looked at, or may be elsewhere */
export function findUninspected(model: Model, call: TSESTree.CallExpression): Uninspected | undefined {
  if (combinatorOf(call) !== 'allSettled' || isInTest(call) || isTeardown(model, call)) return undefined;
  const awaited = outermost(call).parent;
  if (awaited?.type === 'AwaitExpression') {
    const results = outermost(awaited);
    if (results.parent?.type === 'ExpressionStatement')
      return losesFailures(model, call) && !saysOnPurpose(model, results.parent) ? 'dropped' : undefined;
    return keepsFailures(model, call)
      ? undefined
      : readsOf(model, results, enclosingFunction(call) ?? model.sourceCode.ast);
  }
  return undefined;
}

/**
 * Teardown goes on whatever fails: in cleanup, in a function that is named for it, for calls that are. So does a `catch` that waits
 * for the rest: the failure that led there is the one to deal with.
 */
function isTeardown(model: Model, call: TSESTree.CallExpression): boolean {
  if (isInCatch(call)) return true;
  const names = functionsWorkingAt(model, call).map((each) => nameOfFunction(each) ?? '');
  if (isInCleanup(model, call) || names.some((name) => isCleanupName(name))) return true;
  return call.arguments.some((argument) =>
    allNodes(argument, model.sourceCode.visitorKeys).some(
      (node) => node.type === 'CallExpression' && isCleanupName(calledName(node) ?? ''),
    ),
  );
}

function isInCatch(call: TSESTree.Node): boolean {
  const level = enclosingFunction(call);
  const clause = [...ancestorsOf(call)].find(({ type }) => type === 'CatchClause');
  return clause !== undefined && enclosingFunction(clause) === level;
}

/** Does every promise of the list have a handler of its own that takes note of its failure? */
function keepsFailures(model: Model, call: TSESTree.CallExpression): boolean {
  const [given] = call.arguments;
  const list = given && constantValue(model, given);
  if (!given || list?.type !== 'ArrayExpression') return false;
  const promises = [...list.elements, ...pushedHere(model, given)];
  return (
    promises.length > 0 &&
    promises.every((each) => {
      const value = each && each.type !== 'SpreadElement' ? unwrapped(each) : undefined;
      return value?.type === 'CallExpression' && dealsWithFailure(value);
    })
  );
}

/** Are promises started right here, so that nobody else sees them fail, and does none deal with its own failure? */
function losesFailures(model: Model, call: TSESTree.CallExpression): boolean {
  const [given] = call.arguments;
  const list = given && constantValue(model, given);
  if (list?.type === 'ArrayExpression') {
    return [...list.elements, ...(given ? pushedHere(model, given) : [])].some((each) => {
      const value = each && each.type !== 'SpreadElement' ? unwrapped(each) : undefined;
      return value?.type === 'CallExpression' && !dealsWithFailure(value) && !isWait(value);
    });
  }
  if (list?.type !== 'CallExpression' || calledName(list) !== 'map') return false;
  const [callback] = list.arguments;
  const inner = callback && constantValue(model, callback);
  if (!isFunction(inner) || isNotifying(model, inner)) return false;
  const only = onlyValueOf(inner);
  if (only) {
    const value = unwrapped(only);
    return value.type === 'AwaitExpression' || (value.type === 'CallExpression' && !dealsWithFailure(value));
  }
  const statements = inner.body.type === 'BlockStatement' ? inner.body.body : [];
  return inner.async && !statements.some((each) => each.type === 'TryStatement' && each.handler);
}

/** What a loop adds to a list that nobody else looks at. */
function pushedHere(model: Model, given: TSESTree.Node): TSESTree.CallExpressionArgument[] {
  const list = unwrapped(given);
  const uses = list.type === 'Identifier' ? (findVariable(model, list)?.references ?? []) : [];
  const isPrivate = uses.every(({ identifier, init }) => {
    const { parent } = outermost(identifier);
    if (init === true || identifier === list) return true;
    return parent?.type === 'MemberExpression' && /^(?:push|length)$/.test(memberName(parent) ?? '');
  });
  return isPrivate ? pushedTo(model, given) : [];
}

/**
 * `listeners.map((listener) => listener(event))`, or `sinks.map((sink) => sink.emit(event))` in a function that emits itself: whoever
 * tells others of an event does not answer for their failures.
 */
function isNotifying(model: Model, callback: FunctionNode): boolean {
  const [element] = callback.params;
  if (element?.type !== 'Identifier') return false;
  const around = functionsWorkingAt(model, callback.parent).map((each) => nameOfFunction(each) ?? '');
  return allNodes(callback.body, model.sourceCode.visitorKeys).some((node) => {
    if (node.type !== 'CallExpression') return false;
    const [object, method, ...further] = accessPath(node.callee) ?? [];
    if (object !== element.name || further.length > 0) return false;
    if (method === undefined) return node.arguments.length > 0 || listenerName.test(element.name);
    return tellingName.test(method) && around.some((name) => tellingName.test(name));
  });
}

const listenerName = /(?:listener|callback|hook|handler|observer|subscriber)$/i;
const tellingName = /^(?:emit|notify|publish|dispatch|broadcast)(?![a-z])/;

/** `queue.onIdle()`, `client.flush()`: whoever waits for work that was started elsewhere does not answer for it. */
function isWait(call: TSESTree.CallExpression): boolean {
  return /^(?:on(?:Idle|Empty|Drain)|drain|flush|idle|settled?|wait|await)(?![a-z])/.test(
    calledName(call) ?? '',
  );
}

/** `.catch(f)`, `.then(f, g)` */
function dealsWithFailure(call: TSESTree.CallExpression): boolean {
  const name = calledName(call);
  return name === 'catch' || (name === 'then' && call.arguments.length > 1);
}

const onPurpose =
  /ignor|best.?effort|swallow|regardless|on purpose|deliberate|intentional|(?:do not|don't|doesn't|does not|never|not) (?:care|fail|throw|matter|block|stop|break|prevent)|(?:handled|logged|reported|caught) (?:by|in|inside|elsewhere|there)|(?:errors?|failures?|rejections?) (?:are|is|were|get)|even if/i;

/**
 * Has the author written down what becomes of the failures: in a comment above or inside, or in one of the functions around that names
 * `allSettled` itself?
 */
function saysOnPurpose(model: Model, statement: TSESTree.Node): boolean {
  const { sourceCode } = model;
  const comments = [
    ...sourceCode.getCommentsBefore(statement),
    ...sourceCode.getCommentsInside(statement),
    ...sourceCode.getCommentsAfter(statement),
  ];
  if (comments.some(({ value }) => onPurpose.test(value))) return true;
  const around = [...ancestorsOf(statement)].filter((each) => isFunction(each)).at(-1);
  const text = around && textOf(sourceCode.getCommentsInside(around));
  return text !== undefined && text.includes('allSettled') && onPurpose.test(text);
}

function textOf(comments: readonly TSESTree.Comment[]): string {
  return comments.map(({ value }) => value.trim()).join(' ');
}
