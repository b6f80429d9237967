import type { TSESTree } from '@typescript-eslint/utils';
import type { AvailableSignal } from '../available/available-signals.js';
import {
  allNodes,
  ancestorsOf,
  isFunction,
  memberName,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';
import type { Model } from '../model.js';
import { referenceTo } from '../operations/api-calls.js';
import { originsOf } from '../signals/origins.js';
import { isAnnotatedAsSignal } from '../signals/signal-annotations.js';

/**
 * The signal of the Request that a `fetch(request, init)` or `new Request(request, init)` is given: a `signal` in the
 * second argument takes its place.
 *
 * @param within the function that the call is a part of
 * @returns undefined where the first argument is not known to be a Request that the function received, and where the
 *   function reads that signal
 */
export function findRequestSignal(
  model: Model,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  within: FunctionNode,
): AvailableSignal | undefined {
  const [first] = call.arguments;
  const name = first && unwrapped(first);
  if (name?.type !== 'Identifier' || !takesRequest(model, call)) return undefined;
  const [origin, ...others] = originsOf(model, name);
  if (origin?.kind !== 'parameter' || origin.path.length > 0 || others.length > 0) return undefined;
  const isRequest = isAnnotatedAsRequest(model, origin) || isTestedAt(call, name.name);
  if (!isRequest || readsSignal(model, within, name)) return undefined;
  return {
    text: `${name.name}.signal`,
    path: [name.name, 'signal'],
    ownership: 'received',
    source: origin.name,
    mayBeMissing: false,
  };
}

/** The platform's own; what is called the same in a package may keep the signal of the Request. */
function takesRequest(model: Model, call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const reference = referenceTo(model, call.callee);
  const name = call.type === 'NewExpression' ? 'Request' : 'fetch';
  return reference?.module === undefined && reference?.path === name;
}

/** `request: Request`, and no union with what has no signal. */
function isAnnotatedAsRequest(model: Model, origin: Parameters<typeof isAnnotatedAsSignal>[1]): boolean {
  const type = origin.name.typeAnnotation?.typeAnnotation;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    type.typeName.name === 'Request' &&
    isAnnotatedAsSignal(model, { ...origin, path: ['signal'] })
  );
}

/** Does the node stand in the branch of `name instanceof Request`? */
function isTestedAt(node: TSESTree.Node, name: string): boolean {
  let inner = node;
  for (const outer of ancestorsOf(node)) {
    if (isFunction(outer)) return false;
    const isBranch = outer.type === 'IfStatement' || outer.type === 'ConditionalExpression';
    if (isBranch && outer.consequent === inner && saysRequest(outer.test, name)) return true;
    inner = outer;
  }
  return false;
}

function saysRequest(test: TSESTree.Node, name: string): boolean {
  const inner = unwrapped(test);
  if (inner.type === 'LogicalExpression')
    return inner.operator === '&&' && [inner.left, inner.right].some((side) => saysRequest(side, name));
  if (inner.type !== 'BinaryExpression' || inner.operator !== 'instanceof') return false;
  const { left, right } = inner;
  return (
    left.type === 'Identifier' &&
    left.name === name &&
    right.type === 'Identifier' &&
    right.name === 'Request'
  );
}

/** By its name, or in a pattern. */
function readsSignal(model: Model, within: FunctionNode, name: TSESTree.Identifier): boolean {
  const variable = findVariable(model, name);
  return [...allNodes(within, model.sourceCode.visitorKeys)].some((node) => {
    const object = node.type === 'MemberExpression' ? node.object : undefined;
    const taken =
      node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' ? node.init : undefined;
    const read = object ?? taken;
    if (read?.type !== 'Identifier' || findVariable(model, read) !== variable) return false;
    return node.type !== 'MemberExpression' || (memberName(node) ?? 'signal') === 'signal';
  });
}
