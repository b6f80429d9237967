import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  calledName,
  chainedCall,
  isFunction,
  isInside,
  memberName,
  outermost,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import type { AbortListener } from './abort-listeners.js';

/**
 * Is it the controller of a stream that the listener closes, and other code as well, so that the stream ends without an abort too?
 * After that, the listener's own `close()` throws.
 */
export function isClosedElsewhere(model: Model, name: TSESTree.Identifier, listener: AbortListener): boolean {
  const variable = findVariable(model, name);
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Parameter' || !isFunction(definition.node) || !isStart(definition.node))
    return false;
  const closes = (variable?.references ?? []).flatMap(({ identifier }) => {
    const call = chainedCall(identifier);
    return call && calledName(call) === 'close' ? [call] : [];
  });
  const isOwn = (close: TSESTree.Node): boolean =>
    isInside(close, listener.node) || (listener.function !== undefined && isInside(close, listener.function));
  return closes.some((close) => isOwn(close)) && closes.some((close) => !isOwn(close));
}

/** `start` of what a `ReadableStream` is made of. */
function isStart(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent?.type !== 'Property' || memberName(parent) !== 'start') return false;
  const made = parent.parent.parent;
  return made.type === 'NewExpression' && accessPath(made.callee)?.at(-1) === 'ReadableStream';
}
