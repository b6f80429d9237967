import type * as ts from 'typescript';
import type { Checker, Signature, Type, TypeSymbol } from './checker.js';
import { alternativesOf, isOpaque, isSignalType, signalMembersOf } from './type-shapes.js';
import type { ProvidedSignal } from './types.js';

/**
 * Finds the signals that the place of a function hands to it.
 *
 * @param node the function, an arrow function or a method of an object literal included
 * @returns nothing where the place has no type, or may take functions of several kinds
 */
export function findProvidedSignals(checker: Checker, node: ts.Node): ProvidedSignal[] {
  const type = mayBeProvided(checker, node) ? contextualTypeOf(checker, node) : undefined;
  if (!type) return [];
  const present = checker.getNonNullableType(type);
  const signatures = alternativesOf(present).flatMap((each) => each.getCallSignatures());
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

/**
 * May the place hand a signal over? For the context of an argument, TypeScript resolves the call; what the callee declares is
 * there without that, and says for most that they do not.
 */
function mayBeProvided(checker: Checker, node: ts.Node): boolean {
  const { parent } = node;
  const index =
    'arguments' in parent ? (parent as ts.CallExpression).arguments.indexOf(node as ts.Expression) : -1;
  if (index < 0) return true;
  const callee = checker.getTypeAtLocation((parent as ts.CallExpression).expression);
  const signatures = checker.getNonNullableType(callee).getCallSignatures();
  return signatures.length === 0 || signatures.some((signature) => mayProvide(checker, signature, index));
}

function mayProvide(checker: Checker, signature: Signature, index: number): boolean {
  const parameter = signature.getParameters()[index];
  if (!parameter || checker.isRestParameter(signature, index)) return true;
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
  return alternativesOf(type).some((each) => {
    const signatures = each.getCallSignatures();
    return signatures.length === 0
      ? each.isTypeParameter()
      : signatures.some((one) => one.getParameters().some((handed) => mayHoldSignal(checker, handed)));
  });
}

/** What depends on type arguments may turn out to be anything. */
function mayHoldSignal(checker: Checker, parameter: TypeSymbol): boolean {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
  if (isOpaque(type)) return false;
  const isOpen = type.isTypeParameter() || type.getApparentProperties().length === 0;
  return isOpen || isSignalType(checker, type) === 'yes' || signalMembersOf(checker, type).length > 0;
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
