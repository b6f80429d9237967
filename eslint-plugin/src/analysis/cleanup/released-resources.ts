import type { TSESTree } from '@typescript-eslint/utils';
import {
  ancestorsOf,
  calledName,
  enclosingFunction,
  isFunction,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import { findVariable, writtenValues } from '../code/variables.js';
import { abortCallsOf } from '../controllers/abort-calls.js';
import type { Model } from '../model.js';
import { isTimeout } from '../timers/timers.js';
import type { Release } from './releases.js';
import { resourceOf, usesResource, type Resource } from './resource-uses.js';

/**
 * What stops working when something is released: the thing itself, or the controller that a timer or listener aborts, the
 * promise that it settles, and the signals and responses that come of them.
 *
 * @param node derived values are looked for before this place
 */
export function resourcesBehind(
  model: Model,
  kind: Release['kind'] | 'using',
  subject: TSESTree.Node,
  node: TSESTree.Node,
): Resource[] {
  switch (kind) {
    case 'timer':
      return withDerived(model, timerResources(model, subject), node);
    case 'listener':
      return withDerived(model, callbackResources(model, subject), node);
    case 'abort':
      return withDerived(model, present(resourceOf(model, subject)), node);
    default:
      return present(resourceOf(model, subject));
  }
}

function present(resource: Resource | undefined): Resource[] {
  return resource ? [resource] : [];
}

/** The controllers that the timer aborts, and the promise in whose executor it is started. */
function timerResources(model: Model, id: TSESTree.Node): Resource[] {
  const inner = unwrapped(id);
  const variable = inner.type === 'Identifier' ? findVariable(model, inner) : undefined;
  return (variable ? writtenValues(model, variable) : []).flatMap(({ value }) => {
    const timer = unwrapped(value);
    if (timer.type !== 'CallExpression' || !isTimeout(model, timer)) return [];
    return [...callbackResources(model, timer.arguments[0]), ...promiseAround(model, timer)];
  });
}

function callbackResources(model: Model, callback: TSESTree.Node | undefined): Resource[] {
  return [
    ...abortCallsOf(model, callback).flatMap(({ controller }) => present(resourceOf(model, controller))),
    ...(callback ? promiseAround(model, callback) : []),
  ];
}

/** `const late = new Promise((_, reject) => { timer = setTimeout(reject, 1000) })` */
function promiseAround(model: Model, node: TSESTree.Node): Resource[] {
  const owner = enclosingFunction(node);
  const made = owner?.parent;
  if (made?.type !== 'NewExpression' || made.parent.type !== 'VariableDeclarator') return [];
  return present(resourceOf(model, made.parent.id));
}

/** Adds the variables that are made with one of the resources before the node: `options`, a combined signal, a response. */
function withDerived(model: Model, resources: Resource[], node: TSESTree.Node): Resource[] {
  const owner = resources.length > 0 ? outermostFunction(node) : undefined;
  if (!owner) return resources;
  const all = [...resources];
  for (const each of ownLevelNodes(owner, model.sourceCode.visitorKeys)) {
    if (each.type !== 'VariableDeclarator' || !each.init || each.range[1] > node.range[0]) continue;
    const made = unwrapped(each.init);
    const source = made.type === 'AwaitExpression' ? findRequest(made) : made;
    if (source && usesResource(model, source, all)) all.push(...namesOf(model, each.id));
  }
  return all;
}

/** Of what was waited for, only a response has something left to come: its body. */
function findRequest({ argument }: TSESTree.AwaitExpression): TSESTree.CallExpression | undefined {
  const call = unwrapped(argument);
  return call.type === 'CallExpression' && /fetch$/i.test(calledName(call) ?? '') ? call : undefined;
}

function outermostFunction(node: TSESTree.Node): TSESTree.Node | undefined {
  return (
    [...ancestorsOf(node)].findLast((outer) => isFunction(outer) && outer.async) ?? enclosingFunction(node)
  );
}

function namesOf(model: Model, pattern: TSESTree.Node): Resource[] {
  if (pattern.type !== 'ObjectPattern') return present(resourceOf(model, pattern));
  return pattern.properties.flatMap((property) =>
    property.type === 'Property' ? present(resourceOf(model, property.value)) : [],
  );
}
