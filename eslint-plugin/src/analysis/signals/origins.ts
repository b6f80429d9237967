import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { enclosingClass, isFunction, memberName, unwrapped, type FunctionNode } from '../code/syntax.js';
import { copiedParts } from '../code/copied-parts.js';
import { fieldValues } from '../code/field-values.js';
import { findVariable, patternPath, writtenValues } from '../code/variables.js';

/** Where a value comes from, and the members that lead from there to it. */
export type Origin =
  | { kind: 'parameter'; name: TSESTree.Identifier; owner: FunctionNode; path: string[] }
  | { kind: 'new'; node: TSESTree.NewExpression; path: string[] }
  | { kind: 'call'; node: TSESTree.CallExpression; path: string[] }
  | { kind: 'import'; module: string; imported: string; path: string[] }
  | { kind: 'global'; name: string; path: string[] }
  | { kind: 'missing' }
  | { kind: 'unknown' };

const unknown: Origin = { kind: 'unknown' };
const missing: Origin = { kind: 'missing' };
const deepest = 12;

/** The way by which a value has been followed so far. */
interface Trail {
  depth: number;
  /** The variables and fields on it, each with the members that lead from there to the value. */
  seen: readonly { holder: object; members: string }[];
}

const start: Trail = { depth: 0, seen: [] };

/**
 * Follows a value back through variables, destructuring, members, fields and alternatives.
 *
 * @returns every place it may come from; `missing` stands for `undefined` and `null`
 */
export function originsOf(model: Model, node: TSESTree.Node, path: string[] = []): readonly Origin[] {
  return path.length === 0 ? originsOfWhole(model, node) : originsAlong(model, node, path, start);
}

const originsOfWhole = memoized((model, node: TSESTree.Node) => originsAlong(model, node, [], start));

function originsAlong(model: Model, node: TSESTree.Node, path: string[], trail: Trail): Origin[] {
  if (trail.depth > deepest) return [unknown];
  const follow = (next: TSESTree.Node, nextPath = path): Origin[] =>
    originsAlong(model, next, nextPath, { ...trail, depth: trail.depth + 1 });
  const inner = unwrapped(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name === 'undefined' ? [missing] : originsOfName(model, inner, path, trail);
    case 'Literal':
      return [inner.value === null ? missing : unknown];
    case 'AwaitExpression':
      return follow(inner.argument);
    case 'LogicalExpression':
      return inner.operator === '&&' ? follow(inner.right) : [...follow(inner.left), ...follow(inner.right)];
    case 'ConditionalExpression':
      return [...follow(inner.consequent), ...follow(inner.alternate)];
    case 'AssignmentExpression':
      return follow(inner.right);
    case 'NewExpression':
      return [{ kind: 'new', node: inner, path }];
    case 'CallExpression': {
      const parts = path.length > 0 ? copiedParts(inner) : undefined;
      return parts ? originsInParts(parts, path, follow) : [{ kind: 'call', node: inner, path }];
    }
    case 'ObjectExpression':
      return originsInParts(copiedParts(inner) ?? [], path, follow);
    case 'MemberExpression': {
      const name = memberName(inner);
      if (name === undefined) return [unknown];
      const object = unwrapped(inner.object);
      return object.type === 'ThisExpression'
        ? originsOfField(model, inner, [name, ...path], trail)
        : follow(object, [name, ...path]);
    }
    default:
      return [unknown];
  }
}

function originsOfName(model: Model, name: TSESTree.Identifier, path: string[], trail: Trail): Origin[] {
  const variable = findVariable(model, name);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return [globalOrigin(name.name, path)];
  const written = through(variable, path, trail, (further) =>
    writtenValues(model, variable).flatMap(({ value, path: into }) =>
      originsAlong(model, value, [...into, ...path], further),
    ),
  );
  if (definition.type === 'Parameter') return [...originsOfParameter(definition, path), ...written];
  if (definition.type === 'ImportBinding') return [importOrigin(definition.node, definition.parent, path)];
  return written.length > 0 ? written : [unknown];
}

/** A variable that is made from itself, `options = options ?? {}`, has no other origin by that; a part of itself is unknown. */
function through(
  holder: object,
  path: readonly string[],
  { depth, seen }: Trail,
  follow: (further: Trail) => Origin[],
): Origin[] {
  const members = path.join('.');
  const before = seen.find((each) => each.holder === holder);
  if (before) return before.members === members ? [] : [unknown];
  return follow({ depth: depth + 1, seen: [...seen, { holder, members }] });
}

/** The names of the global object. */
export const globalObjects = new Set(['globalThis', 'global', 'window', 'self']);

/** `globalThis.fetch` is `fetch`. */
function globalOrigin(name: string, path: string[]): Origin {
  const [member, ...rest] = path;
  return member !== undefined && globalObjects.has(name)
    ? { kind: 'global', name: member, path: rest }
    : { kind: 'global', name, path };
}

function originsOfParameter(
  definition: { name: TSESTree.Node; node: TSESTree.Node },
  path: string[],
): Origin[] {
  const owner = definition.node;
  if (!isFunction(owner) || definition.name.type !== 'Identifier') return [unknown];
  const name = definition.name;
  for (const parameter of owner.params) {
    const [into] = patternPath(parameter, name);
    if (into) return [{ kind: 'parameter', name, owner, path: [...into, ...path] }];
  }
  return [unknown];
}

function importOrigin(
  specifier: TSESTree.Node,
  declaration: TSESTree.Node | null | undefined,
  path: string[],
): Origin {
  if (declaration?.type !== 'ImportDeclaration') return unknown;
  const module = declaration.source.value.replace(/^node:/, '');
  if (specifier.type === 'ImportNamespaceSpecifier') {
    const [imported, ...rest] = path;
    return imported === undefined ? unknown : { kind: 'import', module, imported, path: rest };
  }
  const imported =
    specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
      ? specifier.imported.name
      : 'default';
  return { kind: 'import', module, imported, path };
}

/** The last property of that name decides, unless an object that is copied after it has one too. */
function originsInParts(
  parts: readonly TSESTree.Node[],
  [first, ...rest]: string[],
  follow: (node: TSESTree.Node, path: string[]) => Origin[],
): Origin[] {
  if (first === undefined) return [unknown];
  const copied: Origin[] = [];
  for (const part of parts.toReversed()) {
    if (part.type === 'SpreadElement') return [...copied, unknown];
    if (part.type !== 'Property') copied.push(...follow(part, [first, ...rest]));
    else if (part.computed && memberName(part) === undefined) return [...copied, unknown];
    else if (memberName(part) === first) return [...copied, ...follow(part.value, rest)];
  }
  return copied.length > 0 ? copied : [unknown];
}

function originsOfField(
  model: Model,
  node: TSESTree.Node,
  [field, ...rest]: string[],
  trail: Trail,
): Origin[] {
  const owner = enclosingClass(node);
  const values = owner && field !== undefined ? fieldValues(model, owner, field) : [];
  const origins = through(values, rest, trail, (further) =>
    values.flatMap((value) =>
      value.type === 'Identifier' && value.parent.type === 'TSParameterProperty'
        ? parameterProperty(value, rest)
        : originsAlong(model, value, rest, further),
    ),
  );
  return origins.length > 0 ? origins : [unknown];
}

function parameterProperty(name: TSESTree.Identifier, path: string[]): Origin[] {
  const owner = name.parent.parent;
  return isFunction(owner) ? [{ kind: 'parameter', name, owner, path }] : [unknown];
}
