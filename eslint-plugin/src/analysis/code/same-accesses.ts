import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { accessPath, allNodes, enclosingClass, memberName, outermost, rootName } from './syntax.js';
import { findVariable } from './variables.js';

/** Every place in the file that names the same variable, or the same member of it or of `this`. */
export function accessesLike(model: Model, node: TSESTree.Node): TSESTree.Node[] {
  const path = accessPath(node);
  const [root, ...members] = path ?? [];
  if (root === undefined) return [];
  if (root === 'this') return accessesOfField(model, node, members);
  const name = rootName(node);
  const variable = name && findVariable(model, name);
  return (variable?.references ?? [])
    .map((reference) => memberAccess(reference.identifier, members))
    .filter((use) => use !== undefined);
}

function accessesOfField(model: Model, node: TSESTree.Node, members: readonly string[]): TSESTree.Node[] {
  const owner = enclosingClass(node);
  if (!owner) return [];
  return allNodes(owner.body, model.sourceCode.visitorKeys)
    .filter((candidate) => candidate.type === 'ThisExpression')
    .map((self) => memberAccess(self, members))
    .filter((use) => use !== undefined);
}

/** Climbs from a name along its members; undefined where the code reads another member. */
function memberAccess(root: TSESTree.Node, members: readonly string[]): TSESTree.Node | undefined {
  let access = outermost(root);
  for (const member of members) {
    const { parent } = access;
    if (parent?.type !== 'MemberExpression' || parent.object !== access) return undefined;
    if (memberName(parent) !== member) return undefined;
    access = outermost(parent);
  }
  return access;
}
