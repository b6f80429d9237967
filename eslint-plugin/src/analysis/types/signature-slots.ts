import type * as ts from 'typescript';
import type { Checker, Signature, Type, TypeSymbol } from './checker.js';
import { alternativesOf, asyncKindOf, isOpaque, isSignalType, signalMembersOf } from './type-shapes.js';
import type { TypedSlot } from './types.js';

/** What the functions below share. */
interface Question {
  checker: Checker;
  call: ts.CallExpression;
}

type Place = Pick<TypedSlot, 'argument' | 'option' | 'acceptsUndefined'>;

/**
 * Finds where a call takes a signal: in the signature that it resolves to, or in another overload that accepts the
 * same arguments and returns the same type.
 *
 * @returns `unknown` where the callee is `any`
 */
export function findSlotOf(checker: Checker, call: ts.CallExpression): TypedSlot | 'none' | 'unknown' {
  const calleeType = checker.getTypeAtLocation(call.expression);
  if (isOpaque(calleeType)) return 'unknown';
  if (!mayTakeSignal(checker, calleeType)) return 'none';
  const question = { checker, call };
  return slotWithoutResolving(question, calleeType) ?? slotOfResolved(question, calleeType);
}

/** Where there is one signature, the call resolves to it; type arguments change neither its place nor that it is waited for. */
function slotWithoutResolving(question: Question, callee: Type): TypedSlot | undefined {
  const [only, ...others] = signaturesOf(question.checker, callee);
  const place = only && others.length === 0 ? placeIn(question, only) : undefined;
  const result = place && only ? asyncKindOf(only.getReturnType()) : 'other';
  return place && result !== 'other' ? { ...place, result } : undefined;
}

function slotOfResolved(question: Question, callee: Type): TypedSlot | 'none' | 'unknown' {
  const resolved = question.checker.getResolvedSignature(question.call);
  if (!resolved) return 'unknown';
  const place = placeIn(question, resolved) ?? placeInOverload(question, callee, resolved);
  return place ? { ...place, result: asyncKindOf(resolved.getReturnType()) } : 'none';
}

function signaturesOf(checker: Checker, callee: Type): readonly Signature[] {
  return checker.getNonNullableType(callee).getCallSignatures();
}

const takers = new WeakMap<Type, boolean>();

/** Does any signature have a place for a signal? Resolving a call looks at all its arguments, and most have none. */
function mayTakeSignal(checker: Checker, callee: Type): boolean {
  const known = takers.get(callee);
  if (known !== undefined) return known;
  const mayTake = signaturesOf(checker, callee).some((signature) => hasPlace(checker, signature));
  takers.set(callee, mayTake);
  return mayTake;
}

function hasPlace(checker: Checker, signature: Signature): boolean {
  return signature.getParameters().some((parameter) => {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
    return (
      isSignalType(checker, type) === 'yes' ||
      alternativesOf(type).some((each) => signalMembersOf(checker, each).length > 0)
    );
  });
}

function placeInOverload(question: Question, callee: Type, resolved: Signature): Place | undefined {
  const { checker } = question;
  const returned = checker.typeToString(resolved.getReturnType());
  for (const overload of signaturesOf(checker, callee)) {
    if (checker.typeToString(overload.getReturnType()) !== returned || !accepts(question, overload)) continue;
    const place = placeIn(question, overload);
    if (place) return place;
  }
  return undefined;
}

function placeIn(question: Question, signature: Signature): Place | undefined {
  const { checker } = question;
  for (const [argument, parameter] of signature.getParameters().entries()) {
    if (checker.isRestParameter(signature, argument)) return undefined;
    const declared = checker.getTypeOfSymbol(parameter);
    const present = checker.getNonNullableType(declared);
    if (isSignalType(checker, present) === 'yes')
      return {
        argument,
        acceptsUndefined: present !== declared || checker.isOptionalParameter(signature, argument),
      };
    const place = placeInOptions(question, present, argument);
    if (place) return place;
  }
  return undefined;
}

/** Among alternatives, such as an encoding or options, the one that fits what stands there decides. */
function placeInOptions(question: Question, type: Type, argument: number): Place | undefined {
  const { checker, call } = question;
  const given = call.arguments[argument];
  const alternatives = alternativesOf(type);
  for (const alternative of alternatives) {
    const [option] = signalMembersOf(checker, alternative);
    const property = option === undefined ? undefined : alternative.getProperty(option);
    if (option === undefined || !property) continue;
    const fits = given
      ? alternatives.length === 1 || checker.isTypeAssignableTo(checker.getTypeAtLocation(given), alternative)
      : alternative.getProperties().every((each) => each === property || checker.isOptionalProperty(each));
    if (fits) return { argument, option, acceptsUndefined: acceptsUndefined(question, property) };
  }
  return undefined;
}

/** With exact optional members, only a type that names `undefined` accepts it. */
function acceptsUndefined({ checker }: Question, property: TypeSymbol): boolean {
  const type = checker.getTypeOfSymbol(property);
  if (!checker.isExact && checker.isOptionalProperty(property)) return true;
  return type.isUnion() && type.types.includes(checker.getIntrinsicType('undefined'));
}

function accepts({ checker, call }: Question, overload: Signature): boolean {
  const parameters = overload.getParameters();
  return (
    parameters.length > call.arguments.length &&
    call.arguments.every((argument, index) => {
      const parameter = parameters[index];
      return (
        parameter !== undefined &&
        checker.isTypeAssignableTo(checker.getTypeAtLocation(argument), checker.getTypeOfSymbol(parameter))
      );
    })
  );
}
