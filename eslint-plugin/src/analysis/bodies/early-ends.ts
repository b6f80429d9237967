import type { TSESTree } from '@typescript-eslint/utils';
import { releaseOf, releasesIn, releasesOf } from '../cleanup/releases.js';
import { resourcesBehind } from '../cleanup/released-resources.js';
import type { Resource } from '../cleanup/resource-uses.js';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  isInside,
  outermost,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { eventTarget } from '../listeners/registrations.js';
import type { Model } from '../model.js';
import { isLimitedRequest, isMeantForHeaders, isStartedAgain } from './limited-requests.js';
import { placeOfResponse, usesOfResponse, type ResponsePlace, type ResponseUse } from './body-reads.js';

/** A limit of a request that ends when its headers are there, although its body is still to be read (F13). */
export interface EarlyEnd {
  /** `timer`: nothing limits the time of the body; `relay`: aborts of another signal no longer reach it. */
  kind: 'timer' | 'relay';
  request: TSESTree.CallExpression;
  use: ResponseUse;
  /** The statement behind the request that ends the limit; undefined in `finally` and in a callback. */
  statement: TSESTree.Statement | undefined;
}

/**
 * @param call any call
 * @returns the request whose limit it ends too early: it clears the timer, or removes the listener, that aborts the request
 */
export function findEarlyEnd(model: Model, call: TSESTree.CallExpression): EarlyEnd | undefined {
  if (!/^(?:clearTimeout|removeEventListener)$/.test(calledName(call) ?? '')) return undefined;
  const release = releaseOf(model, call);
  if (release?.kind !== 'timer' && release?.kind !== 'listener') return undefined;
  if (release.kind === 'listener' && !eventTarget(model, call, 'removeEventListener')) return undefined;
  const resources = resourcesBehind(model, release.kind, release.subject, call);
  if (resources.length === 0 || isMeantForHeaders(model, call) || isStartedAgain(model, call, resources))
    return undefined;
  const found = findChained(model, call, resources) ?? findBehind(model, call, resources);
  return found && { ...found, kind: release.kind === 'timer' ? 'timer' : 'relay' };
}

type Found = Omit<EarlyEnd, 'kind'>;

/** `fetch(url, { signal }).finally(() => clearTimeout(timer))` */
function findChained(
  model: Model,
  call: TSESTree.CallExpression,
  resources: readonly Resource[],
): Found | undefined {
  const callback = enclosingFunction(call);
  const chain = callback && outermost(callback).parent;
  if (!callback || chain?.type !== 'CallExpression' || chain.arguments[0] !== callback) return undefined;
  const method = unwrapped(chain.callee);
  const name = calledName(chain);
  if (method.type !== 'MemberExpression' || (name !== 'finally' && name !== 'then')) return undefined;
  const request = unwrapped(method.object);
  if (!isLimitedRequest(model, request, resources)) return undefined;
  const [response] = callback.params;
  const isRead = name === 'then' && response?.type === 'Identifier';
  const use = isRead ? findUseBehind(model, { variable: response }, call) : findUse(model, settledBy(chain));
  return use && { request, use, statement: undefined };
}

/** Where the response arrives that a promise gives: where it is awaited or returned. */
function settledBy(promise: TSESTree.Node): ResponsePlace | undefined {
  const { parent } = outermost(promise);
  if (parent?.type === 'AwaitExpression') return placeOfResponse(parent);
  return parent?.type === 'ReturnStatement' ? { returned: parent } : undefined;
}

function findUse(model: Model, place: ResponsePlace | undefined): ResponseUse | undefined {
  return place && usesOfResponse(model, place)[0];
}

function findUseBehind(
  model: Model,
  place: ResponsePlace,
  call: TSESTree.CallExpression,
): ResponseUse | undefined {
  const [first] = usesOfResponse(model, place);
  return first && first.node.range[0] > call.range[1] ? first : undefined;
}

/** The request that was awaited before, in the same function. */
function findBehind(
  model: Model,
  call: TSESTree.CallExpression,
  resources: readonly Resource[],
): Found | undefined {
  const owner = enclosingFunction(call);
  if (!owner) return undefined;
  const requests = ownLevelNodes(owner, model.sourceCode.visitorKeys)
    .filter((node) => isLimitedRequest(model, node, resources))
    .filter((node) => node.range[1] < call.range[0]);
  for (const request of requests) {
    const place = outermost(request).parent?.type === 'AwaitExpression' ? settledBy(request) : undefined;
    const found =
      place && (findInFinally(model, call, request, place) ?? findNext(model, call, request, place));
    if (found) return found;
  }
  return undefined;
}

function findInFinally(
  model: Model,
  call: TSESTree.CallExpression,
  request: TSESTree.CallExpression,
  place: ResponsePlace,
): Found | undefined {
  const attempt = ancestorsUpToFunction(call).find(
    (outer) => outer.type === 'TryStatement' && outer.finalizer && isInside(call, outer.finalizer),
  );
  if (attempt?.type !== 'TryStatement' || !attempt.finalizer || !isInside(request, attempt.block))
    return undefined;
  if (!releasesIn(model, attempt.finalizer).some((release) => release.call === call)) return undefined;
  const [use] = usesOfResponse(model, place);
  const isEarly = use && (use.kind === 'leaves' || use.node.range[0] > attempt.range[1]);
  return isEarly ? { request, use, statement: undefined } : undefined;
}

function findNext(
  model: Model,
  call: TSESTree.CallExpression,
  request: TSESTree.CallExpression,
  place: ResponsePlace,
): Found | undefined {
  const statement = ancestorsUpToFunction(call).find(({ type }) => type.endsWith('Statement'));
  const guard = statement?.parent?.type === 'BlockStatement' ? statement.parent.parent : statement?.parent;
  const whole = guard?.type === 'IfStatement' && !isInside(request, guard) ? guard : statement;
  const block = whole?.parent;
  if (block?.type !== 'BlockStatement' || !isInside(request, block) || !isPlain(model, whole))
    return undefined;
  const use = findUseBehind(model, place, call);
  return use && isReached(block, whole, use) ? { request, use, statement: whole } : undefined;
}

/** Is the limit ended there without a condition of its own? */
function isPlain(model: Model, statement: TSESTree.Node | undefined): statement is TSESTree.Statement {
  if (statement?.type === 'ExpressionStatement') return true;
  if (statement?.type !== 'IfStatement' || statement.alternate) return false;
  return releasesOf(model, statement).length > 0;
}

function isReached(block: TSESTree.BlockStatement, statement: TSESTree.Node, use: ResponseUse): boolean {
  if (isInside(use.node, block)) return true;
  return !block.body.some(
    (each) => each.range[0] > statement.range[0] && /^(?:Return|Throw|Break|Continue)/.test(each.type),
  );
}

function ancestorsUpToFunction(node: TSESTree.Node): TSESTree.Node[] {
  const all = [...ancestorsOf(node)];
  const end = all.findIndex((outer): outer is FunctionNode => isFunction(outer));
  return end < 0 ? all : all.slice(0, end);
}
