import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { originsOf, type Origin } from '../signals/origins.js';
import { signalFactory } from '../signals/signal-factories.js';
import { accessPath, calledName, unwrapped } from '../code/syntax.js';

/**
 * Does a call abort a controller, or make an aborted signal? A stream, a request or a reader has an `abort` of its own, so
 * the file has to show that it is a controller's: by `new AbortController`, an annotation, or the name `abortController`.
 */
export function isAbortCall(model: Model, call: TSESTree.CallExpression): boolean {
  if (signalFactory(call) === 'abort') return true;
  const callee = unwrapped(call.callee);
  if (calledName(call) !== 'abort' || callee.type !== 'MemberExpression') return false;
  return isController(model, callee.object);
}

function isController(model: Model, node: TSESTree.Node): boolean {
  const origins = originsOf(model, node).filter(({ kind }) => kind !== 'missing');
  if (origins.some((origin) => isMadeController(origin))) return true;
  const isKnown = origins.length > 0 && origins.every((origin) => isAnnotated(origin));
  return isKnown || /abort_?controller$/i.test(accessPath(node)?.at(-1) ?? '');
}

function isMadeController(origin: Origin): boolean {
  if (origin.kind !== 'new' || origin.path.length > 0) return false;
  return accessPath(origin.node.callee)?.at(-1) === 'AbortController';
}

function isAnnotated(origin: Origin): boolean {
  if (origin.kind !== 'parameter' || origin.path.length > 0) return false;
  const type = origin.name.typeAnnotation?.typeAnnotation;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'AbortController'
  );
}
