import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { isInside, type FunctionNode } from './syntax.js';

/** A parameter, or a member of one. */
interface ParameterValue {
  name: TSESTree.Identifier;
  owner: FunctionNode;
  path: readonly string[];
}

/** The annotation that covers a parameter's name: the members of the path lead from what it says to the value. */
export function annotationOf({ owner, name }: ParameterValue): TSESTree.TypeNode | undefined {
  const parameter = owner.params.find((candidate) => isInside(name, candidate));
  const property = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const pattern = property?.type === 'AssignmentPattern' ? property.left : property;
  return pattern && 'typeAnnotation' in pattern ? pattern.typeAnnotation?.typeAnnotation : undefined;
}

type TypeDeclaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** @returns the interface or alias of this name at the top of the file, or of a namespace in it */
export function findTypeDeclaration(model: Model, name: string): TypeDeclaration | undefined {
  return typeDeclarations(model).get(name);
}

/** Where several have the same name, the first. */
const typeDeclarations = memoized(
  (model): ReadonlyMap<string, TypeDeclaration> =>
    new Map(
      declaredTypes(model.sourceCode.ast.body)
        .toReversed()
        .map((declaration) => [declaration.id.name, declaration]),
    ),
);

function declaredTypes(statements: readonly TSESTree.Statement[]): TypeDeclaration[] {
  return statements.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    switch (declaration?.type) {
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return [declaration];
      case 'TSModuleDeclaration':
        return declaredTypes(declaration.body?.body ?? []);
      default:
        return [];
    }
  });
}

/**
 * The name that an annotation gives to a value, or `typeof` to what it is like, and the members that lead from there to it.
 * Interfaces and aliases of the same file are followed.
 */
export function findTypeName(
  model: Model,
  type: TSESTree.TypeNode,
  path: readonly string[],
  depth = 0,
): TypeName | undefined {
  if (depth > 5) return undefined;
  const [first, ...rest] = path;
  switch (type.type) {
    case 'TSUnionType': {
      const [only, ...others] = type.types.filter((each) => !/^TS(?:Undefined|Null)Keyword$/.test(each.type));
      return only && others.length === 0 ? findTypeName(model, only, path, depth + 1) : undefined;
    }
    case 'TSTypeQuery':
      return type.exprName.type === 'Identifier' ? { name: type.exprName, isQuery: true, path } : undefined;
    case 'TSTypeLiteral':
      return typeNameOfMember(model, type.members, [first, rest], depth);
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return undefined;
      const declaration = findTypeDeclaration(model, type.typeName.name);
      if (!declaration) return { name: type.typeName, isQuery: false, path };
      return declaration.type === 'TSInterfaceDeclaration'
        ? typeNameOfMember(model, declaration.body.body, [first, rest], depth)
        : findTypeName(model, declaration.typeAnnotation, path, depth + 1);
    }
    default:
      return undefined;
  }
}

interface TypeName {
  name: TSESTree.Identifier;
  isQuery: boolean;
  path: readonly string[];
}

function typeNameOfMember(
  model: Model,
  members: readonly TSESTree.TypeElement[],
  [first, rest]: [string | undefined, readonly string[]],
  depth: number,
): TypeName | undefined {
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
    if (member.key.name === first && member.typeAnnotation)
      return findTypeName(model, member.typeAnnotation.typeAnnotation, rest, depth + 1);
  }
  return undefined;
}
