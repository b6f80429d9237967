import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { accessPath, enclosingClass, rootName } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import { originsOf } from '../signals/origins.js';
import { signalFactory, sourcesOf } from '../signals/signal-factories.js';
import { identityOf } from '../signals/signals.js';

/**
 * May two expressions stand for the same signal: by the same names, or because they come from the same place, also by
 * one of several ways, or as a part of what the second combines?
 */
export function isSameSignal(model: Model, one: TSESTree.Node, other: TSESTree.Node): boolean {
  if (isSameName(model, one, other)) return true;
  const places = placesOf(model, other);
  return places.size > 0 && [...placesOf(model, one)].some((place) => places.has(place));
}

function isSameName(model: Model, one: TSESTree.Node, other: TSESTree.Node): boolean {
  const [path, otherPath] = [accessPath(one)?.join('.'), accessPath(other)?.join('.')];
  if (path === undefined || path !== otherPath) return false;
  const [root, otherRoot] = [rootName(one), rootName(other)];
  if (!root || !otherRoot) return enclosingClass(one) === enclosingClass(other);
  return findVariable(model, root) === findVariable(model, otherRoot);
}

/** Of a combined signal, its parts. */
function placesOf(model: Model, node: TSESTree.Node, depth = 0): Set<string> {
  const places = new Set<string>();
  for (const origin of originsOf(model, node)) {
    const place = identityOf(origin);
    if (place !== undefined) places.add(place);
    if (origin.kind !== 'call' || depth > 2 || signalFactory(origin.node) !== 'any') continue;
    for (const source of sourcesOf(origin.node)) {
      for (const part of placesOf(model, source, depth + 1)) places.add(part);
    }
  }
  return places;
}
