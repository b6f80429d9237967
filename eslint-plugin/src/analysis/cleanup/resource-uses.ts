import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { accessPath, allNodes, isFunction, memberName, rootName, unwrapped } from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { isPendingPromise } from './pending-promises.js';

type Variable = TSESLint.Scope.Variable;

/** A thing that code may need: a variable, a field, or what is reached through them. */
export interface Resource {
  /** As in `this.client` or `lock`. */
  path: string;
  /** The variable that the path starts at; undefined for `this`. */
  variable: Variable | undefined;
}

/** @returns undefined where the expression has no constant path; `this` alone says nothing either */
export function resourceOf(model: Model, node: TSESTree.Node): Resource | undefined {
  const path = accessPath(node)?.join('.');
  if (path === undefined || path === 'this') return undefined;
  const root = rootName(node);
  return { path, variable: root && findVariable(model, root) };
}

/** Does the node name one of the resources, or a member of one? */
function isOneOf(model: Model, node: TSESTree.Node, resources: readonly Resource[]): boolean {
  const path = accessPath(node)?.join('.');
  if (path === undefined) return false;
  const root = rootName(node);
  const variable = root && findVariable(model, root);
  return resources.some(
    (each) => each.variable === variable && (path === each.path || path.startsWith(`${each.path}.`)),
  );
}

/**
 * Does a promise need one of the resources while it is pending: is it made by a call on it, or by one that is given it, also
 * in an options object, a list of promises or a callback? What is only read of it before, `file.size`, does not count.
 */
export function usesResource(model: Model, node: TSESTree.Node, resources: readonly Resource[]): boolean {
  const uses = (each: TSESTree.Node): boolean => usesResource(model, each, resources);
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'Identifier':
    case 'ThisExpression':
      return isOneOf(model, inner, resources);
    case 'MemberExpression':
      return memberName(inner) === 'signal' && isOneOf(model, inner.object, resources);
    case 'CallExpression':
      return (
        isCalledOn(model, inner, resources) || inner.arguments.some((each) => isHanded(model, each, uses))
      );
    case 'NewExpression':
      return inner.arguments.some((each) => isHanded(model, each, uses));
    case 'ArrayExpression':
      return inner.elements.some((each) => each !== null && uses(each));
    case 'SpreadElement':
      return uses(inner.argument);
    case 'ObjectExpression':
      return inner.properties.some((each) => (each.type === 'Property' ? uses(each.value) : uses(each)));
    case 'ConditionalExpression':
      return uses(inner.consequent) || uses(inner.alternate);
    case 'LogicalExpression':
      return uses(inner.left) || uses(inner.right);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return allNodes(inner.body, model.sourceCode.visitorKeys).some(
        (each) => each.type === 'Identifier' && isOneOf(model, each, resources),
      );
    default:
      return false;
  }
}

/** `client.query()`, `client.query().then(f)`, `Promise.all(...)`; the body of a response is read under its request's signal. */
function isCalledOn(model: Model, call: TSESTree.CallExpression, resources: readonly Resource[]): boolean {
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression') return isOneOf(model, callee, resources);
  const receiver = unwrapped(callee.object);
  if (receiver.type === 'CallExpression') return usesResource(model, receiver, resources);
  return isOneOf(model, receiver, resources);
}

/** An argument that is itself the result of a synchronous call is data: `send(database.all())`, unlike a list of promises. */
function isHanded(model: Model, argument: TSESTree.Node, uses: (node: TSESTree.Node) => boolean): boolean {
  const inner = unwrapped(argument);
  if (inner.type !== 'CallExpression') return uses(inner);
  if (isPendingPromise(model, inner)) return uses(inner);
  return inner.arguments.some((each) => isFunction(each) && uses(each));
}

/** Does any code in the node name one of the resources? */
export function mentionsResource(model: Model, node: TSESTree.Node, resources: readonly Resource[]): boolean {
  return allNodes(node, model.sourceCode.visitorKeys).some(
    (each) =>
      (each.type === 'Identifier' || each.type === 'MemberExpression') && isOneOf(model, each, resources),
  );
}
