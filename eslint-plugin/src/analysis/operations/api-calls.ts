import type { TSESTree } from '@typescript-eslint/utils';
import { findApiByPath, findPromisifiedApi, type CancellableApi } from '../catalogue/index.js';
import { annotationOf, findTypeName } from '../code/annotations.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { calledName, constantText } from '../code/syntax.js';
import { originsOf, type Origin } from '../signals/origins.js';

/**
 * The entry of the catalogue that a call means.
 *
 * @returns undefined where the callee is unknown, or may be several things
 */
export const findApi = memoized((model, call: TSESTree.CallExpression): CancellableApi | undefined => {
  const promisified = promisifiedReference(model, call);
  if (promisified) return findPromisifiedApi(promisified.module, promisified.path);
  const reference = referenceOf(model, call) ?? commandReference(model, call);
  return reference && findApiByPath(reference.module, reference.path);
});

/** What `util.promisify` was given, where it made the function that is called: `const run = promisify(exec)`. */
function promisifiedReference(model: Model, call: TSESTree.CallExpression): ApiReference | undefined {
  const [origin, ...others] = originsOf(model, call.callee);
  if (origin?.kind !== 'call' || origin.path.length > 0 || others.length > 0) return undefined;
  const [original] = origin.node.arguments;
  if (!original || calledName(origin.node) !== 'promisify') return undefined;
  const maker = referenceOf(model, origin.node);
  const isOfNode = maker?.module === 'util' && /^(?:default\.)?promisify$/.test(maker.path);
  return isOfNode ? referenceTo(model, original) : undefined;
}

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
    case 'parameter':
      return annotated(model, origin);
    default:
      return undefined;
  }
}

/** `client: Client` is an instance of the class that the file imports, and `load: typeof fetch` is called like the global. */
function annotated(model: Model, origin: Origin & { kind: 'parameter' }): ApiReference | undefined {
  const annotation = annotationOf(origin);
  const type = annotation && findTypeName(model, annotation, origin.path);
  if (!type) return undefined;
  if (type.isQuery) {
    const [named, ...others] = originsOf(model, type.name, [...type.path]);
    return named?.kind === 'global' && others.length === 0 ? referenceFromOrigin(model, named) : undefined;
  }
  const [imported, ...others] = originsOf(model, type.name);
  if (imported?.kind !== 'import' || others.length > 0 || imported.path.length > 0) return undefined;
  return { module: imported.module, path: `${imported.imported}#${type.path.join('.')}` };
}

/** `require('module').a.b` stands for the same as an import. */
function required(origin: Origin & { kind: 'new' | 'call' }): ApiReference | undefined {
  const { callee, arguments: given } = interopCall(origin.node);
  const [module] = given;
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined;
  const name = constantText(module);
  if (name === undefined) return undefined;
  const path = origin.path.length > 0 ? origin.path.join('.') : 'default';
  return { module: name.replace(/^node:/, ''), path };
}

/** `__importDefault(require('module'))`, as compilers write a default import. */
function interopCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): TSESTree.CallExpression | TSESTree.NewExpression {
  const [inner] = node.arguments;
  const name = node.type === 'CallExpression' ? calledName(node) : undefined;
  return inner?.type === 'CallExpression' && interopNames.has(name ?? '') ? inner : node;
}

const interopNames = new Set(
  '__importDefault __importStar __toESM _interopRequireDefault _interopRequireWildcard'.split(' '),
);

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
