import type { TSESTree } from '@typescript-eslint/utils';
import { isLimitedRequest } from '../bodies/limited-requests.js';
import {
  allNodes,
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isInside,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { constantValue, findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { abortSignalsOf } from '../operations/operations.js';
import { isPendingPromise } from './pending-promises.js';
import { releasesIn, type Release } from './releases.js';
import { resourcesBehind } from './released-resources.js';
import { mentionsResource, usesResource } from './resource-uses.js';

/** A promise that a function returns while it is pending, and the cleanup on the way out that comes too early for it. */
export interface EarlyCleanup {
  promise: TSESTree.Expression;
  owner: FunctionNode;
  /** The call in `finally`, or the declaration with `using`. */
  cleanup: TSESTree.Node;
  kind: Release['kind'] | 'using';
  /** Would a `catch` see aborts of a received signal that now pass it by, if the promise were awaited? */
  hidesAbort: boolean;
  /** Is it a request whose body is read later, so that the end of its limit comes too early even where the promise is awaited (F13)? */
  bringsBody: boolean;
}

/** @returns the cleanup that comes before the promise of a `return` has settled; undefined where it does not need what is cleaned up */
export function findEarlyCleanup(model: Model, node: TSESTree.ReturnStatement): EarlyCleanup | undefined {
  const owner = enclosingFunction(node);
  const promise = node.argument;
  // What an async generator returns is awaited where it stands.
  if (!promise || !owner || (owner.generator && !isDownlevelled(owner))) return undefined;
  const cleanups = [...cleanupsAround(model, node, owner)];
  if (cleanups.length === 0 || !isPendingPromise(model, promise) || isAwaitedToo(model, promise))
    return undefined;
  const early = cleanups.find((each) => isNeeded(model, node, promise, each));
  if (!early) return undefined;
  const { cleanup, kind, subject } = early;
  const resources = resourcesBehind(model, kind, subject, node);
  return {
    promise,
    owner,
    cleanup,
    kind,
    hidesAbort: isInHandledTry(node, owner) && isAbortable(model, promise),
    bringsBody:
      (kind === 'timer' || kind === 'listener') && isLimitedRequest(model, unwrapped(promise), resources),
  };
}

/** The generator of `__awaiter(this, void 0, void 0, function* () {...})`, which stands for an async function. */
function isDownlevelled(owner: FunctionNode): boolean {
  const { parent } = owner;
  return !owner.async && parent.type === 'CallExpression' && calledName(parent) === '__awaiter';
}

interface Cleanup {
  cleanup: TSESTree.Node;
  kind: EarlyCleanup['kind'];
  /** What is released. */
  subject: TSESTree.Node;
  /** The code that the cleanup is for. */
  scope: TSESTree.Node;
  /** Where in it the thing that is released may be used. */
  start: number;
}

function* cleanupsAround(model: Model, node: TSESTree.Node, owner: FunctionNode): Generator<Cleanup> {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (outer.type === 'TryStatement' && outer.finalizer && outer.finalizer !== inner) {
      for (const { call, kind, subject } of releasesIn(model, outer.finalizer))
        yield { cleanup: call, kind, subject, scope: outer, start: outer.range[0] };
    }
    if (outer.type === 'BlockStatement') yield* declaredWithUsing(outer, inner);
    if (outer === owner) return;
    inner = outer;
  }
}

function* declaredWithUsing(block: TSESTree.BlockStatement, inner: TSESTree.Node): Generator<Cleanup> {
  for (const statement of block.body) {
    if (statement === inner) return;
    if (statement.type !== 'VariableDeclaration' || !statement.kind.endsWith('using')) continue;
    for (const { id } of statement.declarations)
      yield { cleanup: statement, kind: 'using', subject: id, scope: block, start: statement.range[1] };
  }
}

/** A promise in a variable that is awaited on the way has settled before it is returned. */
function isAwaitedToo(model: Model, promise: TSESTree.Expression): boolean {
  if (promise.type !== 'Identifier') return false;
  return (findVariable(model, promise)?.references ?? []).some(({ identifier }) => {
    const outer = [...ancestorsOf(identifier)].find(({ type }) => /^Await|Statement$|Function/.test(type));
    return outer?.type === 'AwaitExpression';
  });
}

/**
 * Does the promise need what is released: is it made with it, or is it all that the cleanup can be for, because nothing before
 * it waits or uses what is released?
 */
function isNeeded(
  model: Model,
  node: TSESTree.ReturnStatement,
  promise: TSESTree.Expression,
  { kind, subject, scope, start }: Cleanup,
): boolean {
  const resources = resourcesBehind(model, kind, subject, node);
  const value = constantValue(model, promise);
  if (usesResource(model, value, resources) || isStartedIn(model, kind, subject, promise)) return true;
  const before = ownLevelNodes(scope, model.sourceCode.visitorKeys).filter(
    (each) => each.range[0] >= start && each.range[0] <= node.range[1] && !isCleanupPart(scope, each),
  );
  return !before.some((each) => waits(each) || mentionsAt(model, each, subject));
}

/** `return Promise.race([work, new Promise((_, reject) => { timer = setTimeout(reject, 1000); })])` */
function isStartedIn(
  model: Model,
  kind: Cleanup['kind'],
  subject: TSESTree.Node,
  promise: TSESTree.Expression,
): boolean {
  const variable =
    kind === 'timer' && subject.type === 'Identifier' ? findVariable(model, subject) : undefined;
  return variable?.references.some((each) => each.isWrite() && isInside(each.identifier, promise)) ?? false;
}

function isCleanupPart(scope: TSESTree.Node, node: TSESTree.Node): boolean {
  return scope.type === 'TryStatement' && scope.finalizer !== null && isInside(node, scope.finalizer);
}

function waits(node: TSESTree.Node): boolean {
  return (
    node.type === 'AwaitExpression' ||
    node.type === 'YieldExpression' ||
    (node.type === 'ForOfStatement' && node.await)
  );
}

function mentionsAt(model: Model, node: TSESTree.Node, subject: TSESTree.Node): boolean {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression' && !isFunction(node)) return false;
  return mentionsResource(model, node, resourcesBehind(model, 'resource', subject, node));
}

function isInHandledTry(node: TSESTree.Node, owner: FunctionNode): boolean {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (outer === owner) return false;
    if (outer.type === 'TryStatement' && outer.handler && outer.block === inner) return true;
    inner = outer;
  }
  return false;
}

function isAbortable(model: Model, promise: TSESTree.Expression): boolean {
  return allNodes(constantValue(model, promise), model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'CallExpression' &&
      abortSignalsOf(model, node).some(({ ownership }) => ownership !== 'owned'),
  );
}
