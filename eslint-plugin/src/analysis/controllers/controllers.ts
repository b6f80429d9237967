import type { TSESTree } from '@typescript-eslint/utils';
import { accessesLike } from '../code/same-accesses.js';
import {
  accessPath,
  allNodes,
  enclosingClass,
  memberName,
  outermost,
  unwrapped,
  type ClassNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { originsOf } from '../signals/origins.js';
import { makesController } from '../signals/signal-factories.js';
import { controllerUse, type ControllerUse } from './controller-uses.js';

/** A variable, field or member that holds controllers which the file makes, and all that the file does with it. */
export interface Controller {
  /** As messages call it: `controller`, `this.#controller`, `state.controller`. */
  name: string;
  /** Every `new AbortController()` that it may hold; never empty. */
  made: readonly TSESTree.NewExpression[];
  /** The class whose field it is. */
  field: ClassNode | undefined;
  /** In source order. */
  uses: readonly ControllerUse[];
  /** May code elsewhere get hold of the controller: it is handed on, exported, used in a template, or a member that others can read? */
  isShared: boolean;
}

/**
 * The controller that an expression names.
 *
 * @param node such as `controller` of `controller.abort()`
 * @returns undefined where it may hold something else than controllers which this file makes
 */
export function findController(model: Model, node: TSESTree.Node): Controller | undefined {
  const access = unwrapped(node);
  const path = accessPath(access);
  const made = path && controllersMadeFor(model, access);
  if (!made) return undefined;
  const places = accessesLike(model, access);
  const uses = places.map((place) => controllerUse(place));
  const field = path[0] === 'this' ? enclosingClass(access) : undefined;
  const isShared =
    uses.some(({ kind }) => kind === 'escape') ||
    (path.length > 1 && !(field && path.length === 2 && isPrivate(field, path[1] ?? ''))) ||
    isUsedElsewhere(model, access);
  return { name: path.join('.'), made, field, uses, isShared };
}

/** The controller that is made and kept in a variable, a field or a member at once: `const c = new AbortController()`. */
export function findControllerMadeAt(model: Model, made: TSESTree.NewExpression): Controller | undefined {
  if (!makesController(made)) return undefined;
  const { parent } = outermost(made);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return findController(model, parent.id);
  if (parent?.type === 'AssignmentExpression' && parent.operator === '=')
    return findController(model, parent.left);
  const read = parent?.type === 'PropertyDefinition' ? findFieldRead(model, parent) : undefined;
  return read && findController(model, read);
}

/** @returns the first place in its class that names a field */
export function findFieldRead(
  { sourceCode }: Model,
  field: TSESTree.PropertyDefinition,
): TSESTree.MemberExpression | undefined {
  for (const node of allNodes(field.parent, sourceCode.visitorKeys)) {
    const isRead = node.type === 'MemberExpression' && node.object.type === 'ThisExpression';
    if (isRead && memberName(node) === memberName(field)) return node;
  }
  return undefined;
}

function controllersMadeFor(model: Model, node: TSESTree.Node): TSESTree.NewExpression[] | undefined {
  const made: TSESTree.NewExpression[] = [];
  for (const origin of originsOf(model, node)) {
    if (origin.kind === 'missing') continue;
    if (origin.kind !== 'new' || origin.path.length > 0 || !makesController(origin.node)) return undefined;
    made.push(origin.node);
  }
  return made.length > 0 ? made : undefined;
}

/** A field that only its class can read, as far as TypeScript or the language says so. */
function isPrivate(owner: ClassNode, name: string): boolean {
  if (name.startsWith('#')) return true;
  return owner.body.body.some(
    (member) =>
      member.type === 'PropertyDefinition' &&
      memberName(member) === name &&
      member.accessibility === 'private',
  );
}

/** Is it exported, or marked as used by a parser that has seen it where no scope is, as Vue's does for templates? */
function isUsedElsewhere(model: Model, node: TSESTree.Node): boolean {
  const variable = node.type === 'Identifier' ? findVariable(model, node) : undefined;
  if (!variable) return false;
  const isExported = variable.defs.some(
    ({ node: definition }) => definition.parent.parent?.type === 'ExportNamedDeclaration',
  );
  return isExported || variable.eslintUsed;
}
