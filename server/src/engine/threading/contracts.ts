import ts from 'typescript';
import { nodeAt } from './reference-kind.js';

/** The declaration that a name belongs to, and the function in it. */
export interface NamedFunction {
  declaration: ts.NamedDeclaration;
  function: ts.SignatureDeclaration;
}

/** @returns the function whose name stands at an offset */
export function findNamedFunction(source: ts.SourceFile, name: number): NamedFunction | undefined {
  const declaration = nodeAt(source, name, name + 1).parent;
  if (ts.isFunctionLike(declaration)) return { declaration, function: declaration };
  const isHolder =
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration);
  const value = isHolder ? declaration.initializer : undefined;
  return isHolder && value && ts.isFunctionLike(value) ? { declaration, function: value } : undefined;
}

/**
 * Does something else say what the function takes: an interface or a class above, further declarations, or the place where an object
 * literal stands?
 */
export function isBoundByContract(checker: ts.TypeChecker, { declaration }: NamedFunction): boolean {
  const name = declaration.name;
  const symbol = name && checker.getSymbolAtLocation(name);
  if (!symbol || symbol.declarations?.length !== 1) return true;
  const { parent } = declaration;
  if (ts.isObjectLiteralExpression(parent)) return checker.getContextualType(parent) !== undefined;
  if (!ts.isClassLike(parent) || ts.isPrivateIdentifier(name)) return false;
  return (parent.heritageClauses ?? [])
    .flatMap(({ types }) => types)
    .map((each) => typeAbove(checker, each, isStatic(declaration)))
    .some((type) => (type.flags & ts.TypeFlags.Any) !== 0 || type.getProperty(symbol.name) !== undefined);
}

/** What a class takes over of one that it extends, or promises: of the class itself for static members, else of its instances. */
function typeAbove(
  checker: ts.TypeChecker,
  above: ts.ExpressionWithTypeArguments,
  ofClass: boolean,
): ts.Type {
  return checker.getTypeAtLocation(ofClass ? above.expression : above);
}

function isStatic(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
}

/** @returns the name of the constant that holds the object literal which a method stands in */
export function findHolderName({ declaration: { parent } }: NamedFunction): ts.Node | undefined {
  if (!ts.isObjectLiteralExpression(parent)) return undefined;
  return ts.isVariableDeclaration(parent.parent) ? parent.parent.name : undefined;
}

/** @returns how many parameters a function has; the type of `this` is none */
export function countParameters({ function: { parameters } }: NamedFunction): number {
  return parameters.filter(({ name }) => !ts.isIdentifier(name) || name.text !== 'this').length;
}
