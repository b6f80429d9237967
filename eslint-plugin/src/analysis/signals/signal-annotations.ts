import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { annotationOf, findTypeDeclaration } from '../code/annotations.js';
import { isInheritedSignal } from './inherited-signals.js';
import type { Origin } from './origins.js';
import { ancestorsOf, isFunction, isInside, memberName } from '../code/syntax.js';

/** Types of the platform's own options that have a `signal` member. */
const optionsWithSignal = new Set(['RequestInit', 'Request', 'Abortable', 'AbortOptions']);

/**
 * Does the file itself, by a type annotation or JSDoc, say that a parameter, or this member of it, is an
 * AbortSignal? Interfaces and aliases of the same file are followed; imported ones need type information, unless the catalogue
 * knows the class that the method overrides.
 */
export function isAnnotatedAsSignal(model: Model, origin: Origin & { kind: 'parameter' }): boolean {
  const isSaid = annotationOf(origin)
    ? isWrittenAsSignal(model, origin)
    : isDocumentedAsSignal(model, origin);
  return isSaid || isInheritedSignal(model, origin);
}

/** Does the parameter's own type annotation name `AbortSignal`? Whatever the parameter is called, it is a signal then. */
export function isWrittenAsSignal(model: Model, origin: Origin & { kind: 'parameter' }): boolean {
  const annotation = annotationOf(origin);
  return annotation !== undefined && saysSignal(model, annotation, origin.path);
}

/**
 * Does the file itself say that a parameter, or this member of it, is always there: by annotations without a question mark
 * or a union, on all the way to it?
 */
export function isAnnotatedAsRequired(model: Model, origin: Origin & { kind: 'parameter' }): boolean {
  const annotation = annotationOf(origin);
  return annotation !== undefined && !origin.name.optional && isRequired(model, annotation, origin.path);
}

function isRequired(model: Model, type: TSESTree.TypeNode, path: readonly string[], depth = 0): boolean {
  if (path.length === 0) return type.type === 'TSTypeReference';
  if (type.type === 'TSTypeLiteral') return isRequiredMember(model, type.members, path, depth);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier' || depth > 5) return false;
  const declaration = findTypeDeclaration(model, type.typeName.name);
  return declaration?.type === 'TSInterfaceDeclaration'
    ? isRequiredMember(model, declaration.body.body, path, depth)
    : declaration !== undefined && isRequired(model, declaration.typeAnnotation, path, depth + 1);
}

function isRequiredMember(
  model: Model,
  members: readonly TSESTree.TypeElement[],
  [first, ...rest]: readonly string[],
  depth: number,
): boolean {
  return members.some(
    (member) =>
      member.type === 'TSPropertySignature' &&
      !member.optional &&
      member.key.type === 'Identifier' &&
      member.key.name === first &&
      member.typeAnnotation !== undefined &&
      isRequired(model, member.typeAnnotation.typeAnnotation, rest, depth + 1),
  );
}

/** Does this type, or its member along the path, stand for an AbortSignal? */
function saysSignal(model: Model, type: TSESTree.TypeNode, path: readonly string[], depth = 0): boolean {
  if (depth > 5) return false;
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.some((member) => saysSignal(model, member, path, depth + 1));
    case 'TSTypeLiteral':
      return membersSaySignal(model, type.members, path, depth);
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return false;
      const { name } = type.typeName;
      if (path.length === 0) return name === 'AbortSignal' && !hasOwnSignalType(model);
      if (path.length === 1 && path[0] === 'signal' && isPlatformOptions(model, name)) return true;
      if (path.length === 1 && path[0] === 'signal' && name === 'AbortController') return true;
      const declaration = findTypeDeclaration(model, name);
      if (declaration?.type === 'TSInterfaceDeclaration') {
        return membersSaySignal(model, declaration.body.body, path, depth);
      }
      return declaration !== undefined && saysSignal(model, declaration.typeAnnotation, path, depth + 1);
    }
    default:
      return false;
  }
}

function membersSaySignal(
  model: Model,
  members: readonly TSESTree.TypeElement[],
  [first, ...rest]: readonly string[],
  depth: number,
): boolean {
  return members.some(
    (member) =>
      member.type === 'TSPropertySignature' &&
      member.key.type === 'Identifier' &&
      member.key.name === first &&
      member.typeAnnotation !== undefined &&
      saysSignal(model, member.typeAnnotation.typeAnnotation, rest, depth + 1),
  );
}

/**
 * Does the project declare an AbortSignal of its own, in the file or in one that it imports? Then its types or its uses have to show
 * what it can do: older ones have no events. Those of packages stand in for the platform's.
 */
const hasOwnSignalType = memoized(
  (model): boolean =>
    findTypeDeclaration(model, 'AbortSignal') !== undefined ||
    findImport(model, 'AbortSignal')?.source.value.startsWith('.') === true,
);

/** A `Request` that the file imports is some message of its own. */
function isPlatformOptions(model: Model, name: string): boolean {
  if (!optionsWithSignal.has(name)) return false;
  return name !== 'Request' || !findImport(model, name);
}

function findImport(model: Model, name: string): TSESTree.ImportDeclaration | undefined {
  return model.sourceCode.ast.body.find(
    (statement): statement is TSESTree.ImportDeclaration =>
      statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === name),
  );
}

const documentedParameter = /@param\s+\{[^}]*\bAbortSignal\b[^}]*\}\s+\[?([\w.]+)/g;

/** Most files document no signal at all, so that nothing has to be looked up around their functions. */
const documentsSignals = memoized((model) =>
  model.sourceCode.getAllComments().some(({ value }) => value.search(documentedParameter) >= 0),
);

function isDocumentedAsSignal(model: Model, origin: Origin & { kind: 'parameter' }): boolean {
  if (!documentsSignals(model)) return false;
  const parameter = origin.owner.params.find((candidate) => isInside(origin.name, candidate));
  const name = parameter === origin.name ? [origin.name.name, ...origin.path].join('.') : origin.path.at(-1);
  return commentsOf(model, origin.owner).some((comment) =>
    [...comment.value.matchAll(documentedParameter)].some(
      ([, documented = '']) => name !== undefined && (documented === name || documented.endsWith(`.${name}`)),
    ),
  );
}

/** The comments before a function, or before the statement or member that it is the value of. */
function commentsOf(model: Model, owner: TSESTree.Node): TSESTree.Comment[] {
  for (const node of [owner, ...ancestorsOf(owner)]) {
    const comments = model.sourceCode.getCommentsBefore(node);
    if (comments.length > 0) return comments;
    if (node !== owner && (isFunction(node) || node.type.endsWith('Statement'))) return [];
    if (node.type === 'MethodDefinition' && memberName(node) !== undefined) return [];
  }
  return [];
}
