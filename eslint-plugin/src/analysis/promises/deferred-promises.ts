import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, memberName, ownLevelNodes, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isExecutor } from '../reasons/rejections.js';

/** A promise made by hand that one function settles, and that code elsewhere rejects. */
export interface Deferred {
  /** What rejects it: the executor's second parameter, or the object that has `reject`. */
  rejecter: TSESTree.Identifier;
  /** True where `reject` is a member of it. */
  isObject: boolean;
}

/**
 * The promise made by hand that the handler of a `then` resolves.
 *
 * @param handler `resolve`, `deferred.resolve` or a function that calls one of them
 * @returns undefined where nothing else rejects it, so that failing may not be its business
 */
export function findDeferred(model: Model, handler: TSESTree.Node): Deferred | undefined {
  const inner = unwrapped(handler);
  if (!isFunction(inner)) return deferredOf(model, inner, inner);
  for (const node of ownLevelNodes(inner.body, model.sourceCode.visitorKeys)) {
    const found =
      node.type === 'CallExpression' ? deferredOf(model, unwrapped(node.callee), inner) : undefined;
    if (found) return found;
  }
  return undefined;
}

function deferredOf(model: Model, resolver: TSESTree.Node, place: TSESTree.Node): Deferred | undefined {
  if (resolver.type === 'MemberExpression') {
    const object = unwrapped(resolver.object);
    if (memberName(resolver) !== 'resolve' || object.type !== 'Identifier' || object.name === 'Promise')
      return undefined;
    return isRejected(model, object) ? { rejecter: object, isObject: true } : undefined;
  }
  const [definition] = resolver.type === 'Identifier' ? (findVariable(model, resolver)?.defs ?? []) : [];
  const executor = definition?.type === 'Parameter' ? definition.node : undefined;
  if (!isFunction(executor) || executor.params[0] !== definition?.name) return undefined;
  const reject = executor.params[1];
  if (!isExecutor(executor) || reject?.type !== 'Identifier') return undefined;
  const uses = findVariable(model, reject)?.references ?? [];
  const isUsed = uses.some(({ identifier }) => ![...ancestorsOf(identifier)].includes(place));
  return isUsed ? { rejecter: reject, isObject: false } : undefined;
}

/** Does other code call its `reject`? */
function isRejected(model: Model, object: TSESTree.Identifier): boolean {
  return (findVariable(model, object)?.references ?? []).some(({ identifier }) => {
    const { parent } = identifier;
    return (
      parent.type === 'MemberExpression' && parent.object === identifier && memberName(parent) === 'reject'
    );
  });
}
