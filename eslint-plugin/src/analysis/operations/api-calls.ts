import type { TSESTree } from '@typescript-eslint/utils';
import { findApiByPath, type CancellableApi } from '../catalogue/index.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { calledName } from '../code/syntax.js';
import { originsOf, type Origin } from '../signals/origins.js';

/**
 * The entry of the catalogue that a call means.
 *
 * @returns undefined where the callee is unknown, or may be several things
 */
export const findApi = memoized((model, call: TSESTree.CallExpression): CancellableApi | undefined => {
  const reference = referenceOf(model, call) ?? commandReference(model, call);
  return reference && findApiByPath(reference.module, reference.path);
});

/**
 * Whatever client sends it, a command of the AWS SDK tells which service it is for: `client.send(new GetObjectCommand(...))`
 * is taken for a `send` of the command's module.
 */
function commandReference(model: Model, call: TSESTree.CallExpression): ApiReference | undefined {
  const [command] = call.arguments;
  if (!command || calledName(call) !== 'send') return undefined;
  const [origin, ...others] = originsOf(model, command);
  const made = origin?.kind === 'new' && others.length === 0 ? referenceFromOrigin(model, origin) : undefined;
  return made?.path.endsWith('Command#') ? { ...made, path: `${made.path}send` } : undefined;
}

interface ApiReference {
  module: string | undefined;
  path: string;
}

/**
 * The call in the catalogue's path language.
 *
 * @returns its module (undefined for a global) and path, with `#` after each call or `new` on the way
 */
export const referenceOf = memoized(
  (model, call: TSESTree.CallExpression | TSESTree.NewExpression): ApiReference | undefined =>
    referenceTo(model, call.callee),
);

/** What an expression names, in the same language. */
export function referenceTo(model: Model, node: TSESTree.Node): ApiReference | undefined {
  const [origin, ...others] = originsOf(model, node);
  return origin && others.length === 0 ? referenceFromOrigin(model, origin) : undefined;
}

function referenceFromOrigin(model: Model, origin: Origin, depth = 0): ApiReference | undefined {
  switch (origin.kind) {
    case 'import':
      return { module: origin.module, path: [origin.imported, ...origin.path].join('.') };
    case 'global':
      return { module: undefined, path: [origin.name, ...origin.path].join('.') };
    case 'new':
    case 'call':
      return required(origin) ?? instance(model, origin, depth);
    default:
      return undefined;
  }
}

/** `require('module').a.b` stands for the same as an import. */
function required(origin: Origin & { kind: 'new' | 'call' }): ApiReference | undefined {
  const { callee, arguments: given } = origin.node;
  const [module] = given;
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined;
  if (module?.type !== 'Literal' || typeof module.value !== 'string') return undefined;
  const path = origin.path.length > 0 ? origin.path.join('.') : 'default';
  return { module: module.value.replace(/^node:/, ''), path };
}

/** Makers of makers; a value that is made from itself (`list = list.next()`) has no end. */
const deepest = 6;

function instance(
  model: Model,
  origin: Origin & { kind: 'new' | 'call' },
  depth: number,
): ApiReference | undefined {
  if (depth === deepest) return undefined;
  const makers = originsOf(model, origin.node.callee);
  const [maker] = makers;
  const made = maker && makers.length === 1 ? referenceFromOrigin(model, maker, depth + 1) : undefined;
  return made && { module: made.module, path: `${made.path}#${origin.path.join('.')}` };
}
