import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { unwrapped } from './syntax.js';
import { findVariable } from './variables.js';

/** @returns what a variable that is never re-assigned was declared with, where the node is its name; else the node */
export function settledValue(model: Model, node: TSESTree.Node): TSESTree.Node {
  const inner = unwrapped(node);
  const variable = inner.type === 'Identifier' ? findVariable(model, inner) : undefined;
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return inner;
  const isSettled = variable?.references.every(
    (reference) => !reference.isWrite() || reference.init === true,
  );
  return isSettled && definition.node.init ? unwrapped(definition.node.init) : inner;
}
