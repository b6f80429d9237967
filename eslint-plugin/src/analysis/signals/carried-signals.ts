import type { TSESTree } from '@typescript-eslint/utils';
import type { Model } from '../model.js';
import { globalObjects, originsOf } from './origins.js';
import { copiedParts } from '../code/copied-parts.js';
import { signalFrom, type Signal } from './signals.js';
import { nodesOf } from '../code/file-nodes.js';
import { nameOfFunction } from '../code/local-functions.js';
import {
  accessPath,
  calledName,
  enclosingFunction,
  isInside,
  memberName,
  ownLevelNodes,
  unwrapped,
  type FunctionNode,
} from '../code/syntax.js';
import { findVariable } from '../code/variables.js';

/** Functions that take what the platform's `fetch` takes, by their names: `fetch`, `fetchImpl`, `nodeFetch`. */
const fetchName =
  /^(?:_?fetch(?:Impl|Client|Fn|Function)?|(?:node|cross|base|original|native|custom|inner|undici|global)_?Fetch)$/;

/**
 * The signal that a call of `fetch` is handed unseen: in options which the function received and gives on whole, spread,
 * or among all of its arguments. Whoever calls the function may put a signal there, and nobody else reads it.
 *
 * @returns undefined where the options do not come from a parameter for certain, where the code puts a signal of its own
 *   there, or where all callers are known to give none
 */
export function findCarriedSignal(model: Model, call: TSESTree.CallExpression): Signal | undefined {
  if (!isFetch(call)) return undefined;
  const [first, init] = call.arguments;
  if (first?.type === 'SpreadElement') return signalOfArguments(model, call, first.argument);
  return init && init.type !== 'SpreadElement' ? signalOfOptions(model, call, init) : undefined;
}

function isFetch({ callee }: TSESTree.CallExpression): boolean {
  const path = accessPath(callee);
  if (!path || !fetchName.test(path.at(-1) ?? '')) return false;
  return path.length === 1 || (path.length === 2 && globalObjects.has(path[0] ?? ''));
}

/** `(...args) => fetch(...args)` */
function signalOfArguments(
  model: Model,
  call: TSESTree.CallExpression,
  list: TSESTree.Expression,
): Signal | undefined {
  const owner = enclosingFunction(call);
  const rest = owner?.params.at(-1);
  if (!owner || rest?.type !== 'RestElement' || rest.argument.type !== 'Identifier') return undefined;
  if (owner.params.length > 1 || list.type !== 'Identifier' || list.name !== rest.argument.name)
    return undefined;
  if (findVariable(model, list)?.defs[0]?.name !== rest.argument) return undefined;
  return {
    node: list,
    index: 1,
    member: 'signal',
    ownership: 'received',
    source: rest.argument,
    identity: `${rest.argument.range[0]}:1.signal`,
  };
}

function signalOfOptions(
  model: Model,
  call: TSESTree.CallExpression,
  init: TSESTree.Expression,
): Signal | undefined {
  const owner = enclosingFunction(call);
  const origins = owner ? originsOf(model, init, ['signal']) : [];
  const received = origins.filter((origin) => origin.kind === 'parameter' && origin.owner === owner);
  const [origin] = received;
  if (!owner || origin?.kind !== 'parameter' || origins.some(({ kind }) => kind === 'new' || kind === 'call'))
    return undefined;
  const node = carriersIn(init).find((part) =>
    originsOf(model, part, ['signal']).some((each) => each.kind === 'parameter' && each.owner === owner),
  );
  if (!node || origin.path.at(-1) !== 'signal' || isSignalSet(model, owner, node)) return undefined;
  return isCalledWithout(model, owner, origin.name)
    ? undefined
    : { ...signalFrom(model, node, received), member: 'signal' };
}

/** The named parts of the options, the one that has the last word first. */
function carriersIn(options: TSESTree.Node): TSESTree.Node[] {
  const inner = unwrapped(options);
  if (accessPath(inner)) return [inner];
  return (copiedParts(inner) ?? [])
    .toReversed()
    .flatMap((part) => (part.type === 'Property' ? [] : carriersIn(part)));
}

/** Does the function put a signal into the options by itself: `init.signal = controller.signal`? */
function isSignalSet({ sourceCode }: Model, owner: FunctionNode, options: TSESTree.Node): boolean {
  const path = accessPath(options)?.join('.');
  for (const node of ownLevelNodes(owner, sourceCode.visitorKeys)) {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue;
    if (memberName(node.left) === 'signal' && accessPath(node.left.object)?.join('.') === path) return true;
  }
  return false;
}

/** Do all calls of the function in its file, of which there are some, write out options without a signal? */
function isCalledWithout(model: Model, owner: FunctionNode, parameter: TSESTree.Identifier): boolean {
  const name = nameOfFunction(owner);
  const index = owner.params.findIndex((each) => isInside(parameter, each));
  if (name === undefined || isExported(owner)) return false;
  const calls = nodesOf(model).filter(
    (node) => node.type === 'CallExpression' && calledName(node)?.replace(/^#/, '') === name,
  );
  return (
    calls.length > 0 &&
    calls.every((call) => call.type === 'CallExpression' && holdsNoSignal(call.arguments[index]))
  );
}

function isExported({ parent }: FunctionNode): boolean {
  return parent.type === 'ExportNamedDeclaration' || parent.type === 'ExportDefaultDeclaration';
}

function holdsNoSignal(options: TSESTree.Node | undefined): boolean {
  if (!options) return true;
  return (
    options.type === 'ObjectExpression' &&
    options.properties.every((each) => each.type === 'Property' && memberName(each) !== 'signal')
  );
}
