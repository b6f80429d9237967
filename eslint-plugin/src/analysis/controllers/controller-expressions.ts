import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { originsOf, type Origin } from '../signals/origins.js';
import { isController } from '../signals/signal-factories.js';
import { accessPath } from '../code/syntax.js';

/** Is the expression an AbortController for certain: made in the file, annotated, or called `abortController`? */
export function isCertainController(model: Model, node: TSESTree.Node): boolean {
  const origins = originsOf(model, node).filter(({ kind }) => kind !== 'missing');
  if (origins.length > 0 && origins.every((origin) => isControllerOrigin(origin))) return true;
  const isNamed = /^#?_?abort_?controller$/i.test(accessPath(node)?.at(-1) ?? '');
  return isNamed && origins.every(({ kind }) => kind !== 'new');
}

/**
 * Is the expression an AbortController: one that the file makes, a parameter that is annotated as one, or something
 * called like one?
 */
export function isControllerExpression(model: Model, node: TSESTree.Node): boolean {
  const origins = originsOf(model, node).filter(({ kind }) => kind !== 'missing');
  if (origins.length > 0 && origins.every((origin) => isControllerOrigin(origin))) return true;
  return origins.every(({ kind }) => kind !== 'new') && isCalledController(node);
}

function isControllerOrigin(origin: Origin): boolean {
  if (origin.kind === 'new') return isController(origin);
  if (origin.kind !== 'parameter' || origin.path.length > 0) return false;
  const annotation = origin.name.typeAnnotation?.typeAnnotation;
  return (
    annotation?.type === 'TSTypeReference' &&
    annotation.typeName.type === 'Identifier' &&
    annotation.typeName.name === 'AbortController'
  );
}

/** The name of an AbortController's variable; a stream's controller has no method `abort`. */
function isCalledController(node: TSESTree.Node): boolean {
  return /controller$/i.test(accessPath(node)?.at(-1) ?? '');
}
