import type { TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  ancestorsOf,
  isFunction,
  isVisibleAt,
  rootName,
  unwrapped,
  type AbortListener,
  type Model,
} from '../analysis/index.js';

/** @returns what a listener's signal is called, for messages */
export function listenedName(model: Model, { target }: AbortListener): string {
  const inner = unwrapped(target);
  return accessPath(inner) ? model.sourceCode.getText(inner).replaceAll('?.', '.') : 'the signal';
}

/**
 * The text that reads a member of a listener's signal elsewhere, with `?.` where the signal may be missing there.
 *
 * @param place where it is to be read: in the listener, or behind the statement that adds it
 * @returns undefined where the signal has no name that means the same there
 */
export function readOfSignal(
  model: Model,
  listener: AbortListener,
  member: 'aborted' | 'reason' | 'throwIfAborted' | 'removeEventListener',
  place: TSESTree.Node,
): string | undefined {
  const target = unwrapped(listener.target);
  const root = rootName(target);
  if (!accessPath(target) || !(root ? isVisibleAt(model, root, place) : isSameThis(listener, place)))
    return undefined;
  const isNarrowed =
    target.type === 'Identifier' && [...ancestorsOf(place)].some((outer) => outer === listener.node);
  const access = isGuarded(model, listener) && !isNarrowed ? '?.' : '.';
  return `${model.sourceCode.getText(target)}${access}${member}`;
}

/** Does `this` mean the same in the listener as where it is added? */
function isSameThis({ node }: AbortListener, place: TSESTree.Node): boolean {
  for (const outer of ancestorsOf(place)) {
    if (outer === node) return true;
    if (outer.type === 'PropertyDefinition') return true;
    if (isFunction(outer) && outer.type !== 'ArrowFunctionExpression') {
      return [...ancestorsOf(node)].some((around) => around === outer);
    }
  }
  return false;
}

/** Is the listener added only where there is a signal? */
function isGuarded(model: Model, { node, target }: AbortListener): boolean {
  const text = model.sourceCode.getText(unwrapped(target));
  const callee = node.type === 'CallExpression' ? unwrapped(node.callee) : node.left;
  if (callee.type === 'MemberExpression' && callee.optional) return true;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    const test =
      outer.type === 'IfStatement' || outer.type === 'ConditionalExpression'
        ? outer.test
        : outer.type === 'LogicalExpression'
          ? outer.left
          : undefined;
    if (test && model.sourceCode.getText(test).includes(text)) return true;
  }
  return false;
}
