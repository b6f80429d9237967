import { isInside, outermost, type FunctionNode } from '../code/syntax.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import type { AbortListener } from './abort-listeners.js';

/** Was the signal made for this one call of a callback, or for one request, so that it does not outlive either? */
export function isGivenSignal(model: Model, listener: AbortListener): boolean {
  return givenTo(model, listener).length > 0;
}

/** The callbacks around a listener that the signal is a parameter of, or the functions that have it from a request. */
export function givenTo(model: Model, { node, target }: AbortListener): FunctionNode[] {
  return originsOf(model, target).flatMap((origin) => {
    if (origin.kind !== 'parameter' || !isInside(node, origin.owner)) return [];
    const holder = [origin.name.name, ...origin.path].at(-2);
    const isGiven =
      isCallback(origin.owner) || /^(?:req(?:uest)?|raw|ctx|context|c|event)$/.test(holder ?? '');
    return isGiven ? [origin.owner] : [];
  });
}

/** An argument of a call, or a member of an object that is one, such as a handler's or a tool's. */
function isCallback(node: FunctionNode): boolean {
  let outer = outermost(node).parent;
  while (outer?.type === 'Property' || outer?.type === 'ObjectExpression') outer = outer.parent;
  return (
    ((outer?.type === 'CallExpression' || outer?.type === 'NewExpression') && outer.callee !== node) ||
    outer?.type === 'JSXExpressionContainer'
  );
}
