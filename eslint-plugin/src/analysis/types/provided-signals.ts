import type * as ts from 'typescript';
import type { Checker, Type } from './checker.js';
import { isSignalType, signalMembersOf } from './type-shapes.js';
import type { ProvidedSignal } from './types.js';

/**
 * Finds the signals that the place of a function hands to it.
 *
 * @param node the function, an arrow function or a method of an object literal included
 * @returns nothing where the place has no type, or may take functions of several kinds
 */
export function findProvidedSignals(checker: Checker, node: ts.Node): ProvidedSignal[] {
  const type = contextualTypeOf(checker, node);
  if (!type) return [];
  const present = checker.getNonNullableType(type);
  const signatures = (present.isUnion() ? present.types : [present]).flatMap((each) =>
    each.getCallSignatures(),
  );
  const [signature] = signatures;
  if (!signature || signatures.length > 1) return [];
  return signature.getParameters().flatMap((parameter, index) => {
    const declared = checker.getTypeOfSymbol(parameter);
    const handed = checker.getNonNullableType(declared);
    const mayBeMissing = handed !== declared;
    if (isSignalType(checker, handed) === 'yes') return [{ parameter: index, mayBeMissing }];
    if (handed.isUnion() || mayBeMissing || isWhole(handed)) return [];
    return signalMembersOf(checker, handed).map((member) => ({
      parameter: index,
      member,
      mayBeMissing: isMissingPossible(checker, handed, member),
    }));
  });
}

/** The checker knows the context of expressions; that of a method is the member of the object's. */
function contextualTypeOf(checker: Checker, node: ts.Node): Type | undefined {
  const { name } = node as Partial<ts.MethodDeclaration>;
  const object = node.parent;
  if (!('properties' in object) || !name) return checker.getContextualType(node as ts.Expression);
  const type = checker.getContextualType(object as ts.ObjectLiteralExpression);
  const property = type && checker.getNonNullableType(type).getProperty(name.getText());
  return property && checker.getTypeOfSymbol(property);
}

/** A request brings a signal along, and a controller is there to be aborted: neither is handed over for its signal. */
function isWhole(type: Type): boolean {
  return ['headers', 'abort', 'currentTarget'].some((member) => type.getProperty(member) !== undefined);
}

function isMissingPossible(checker: Checker, type: Type, member: string): boolean {
  const property = type.getProperty(member);
  if (!property) return true;
  const declared = checker.getTypeOfSymbol(property);
  return checker.getNonNullableType(declared) !== declared;
}
