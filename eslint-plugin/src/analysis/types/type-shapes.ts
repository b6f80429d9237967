import type { Answer } from '../code/answer.js';
import type { Checker, Type, TypeSymbol } from './checker.js';

/** The bits of `ts.TypeFlags` that are the same in every TypeScript which typescript-eslint supports. */
const anyOrUnknown = 1 | 2;

const signalMembers = ['signal', 'abortSignal'];

/** Longer names, as `cancelSignal`, are looked at where an object has none of the plain ones. */
const isLongName = /^_?[a-z]+_?signal$/i;

export function isOpaque(type: Type): boolean {
  return (type.flags & anyOrUnknown) !== 0;
}

/** @returns the members of a union; a type that is none, by itself */
export function alternativesOf(type: Type): readonly Type[] {
  return type.isUnion() ? type.types : [type];
}

/** By structure, because polyfills, Azure's AbortSignalLike and subclasses are signals too. */
export function isSignalType(checker: Checker, type: Type): Answer {
  if (isOpaque(type)) return 'unknown';
  if (type.isUnion()) {
    const answers = type.types.map((member) => isSignalType(checker, member));
    if (answers.every((answer) => answer === 'yes')) return 'yes';
    return answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
  }
  const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
  if (constraint && constraint !== type) return isSignalType(checker, checker.getNonNullableType(constraint));
  return type.getProperty('aborted') && type.getProperty('addEventListener') ? 'yes' : 'no';
}

/** By structure, too; a request has a signal and can be aborted as well, but is no controller. */
export function isControllerType(checker: Checker, type: Type): Answer {
  if (isOpaque(type) || type.isUnion()) return 'unknown';
  const members = type.getProperties();
  const signal = type.getProperty('signal');
  if (members.length > 4 || !type.getProperty('abort') || !signal) return 'no';
  return isSignalType(checker, presentTypeOf(checker, signal));
}

export function isPromiseType(type: Type): Answer {
  if (isOpaque(type)) return 'unknown';
  if (type.isUnion())
    return type.types.every((member) => isPromiseType(member) === 'yes') ? 'yes' : 'unknown';
  return type.getProperty('then') && type.getProperty('catch') ? 'yes' : 'no';
}

/** @returns what a type may be waited for as; a union with something that is there at once counts */
export function asyncKindOf(type: Type): 'promise' | 'iterable' | 'other' {
  const types = alternativesOf(type);
  if (types.some((member) => isPromiseType(member) === 'yes')) return 'promise';
  return types.some((member) => isAsyncIterable(member)) ? 'iterable' : 'other';
}

/**
 * A generator or the like, whose work goes on with each turn. A stream is iterable too, but runs by itself; whether it
 * needs a signal, the catalogue says. The checker names the member `[Symbol.asyncIterator]` with this prefix.
 */
function isAsyncIterable(type: Type): boolean {
  const isStream = type.getProperty('pipe') ?? type.getProperty('pipeTo');
  return !isStream && type.getProperties().some(({ name }) => name.startsWith('__@asyncIterator'));
}

const membersOfTypes = new WeakMap<Type, readonly string[]>();

/** @returns the names of an object's members that are signals; a function or an array is no options object */
export function signalMembersOf(checker: Checker, type: Type): readonly string[] {
  const known = membersOfTypes.get(type);
  if (known) return known;
  const members = findSignalMembers(checker, type);
  membersOfTypes.set(type, members);
  return members;
}

function findSignalMembers(checker: Checker, type: Type): string[] {
  if (isOpaque(type) || type.getCallSignatures().length > 0) return [];
  const plain = signalMembers.filter((member) => isSignalMember(checker, type.getProperty(member)));
  if (plain.length > 0) return plain;
  const longer = type
    .getProperties()
    .filter((property) => isLongName.test(property.name) && isSignalMember(checker, property));
  return longer.length === 1 ? longer.map(({ name }) => name) : [];
}

function isSignalMember(checker: Checker, property: TypeSymbol | undefined): boolean {
  return property !== undefined && isSignalType(checker, presentTypeOf(checker, property)) === 'yes';
}

function presentTypeOf(checker: Checker, symbol: TypeSymbol): Type {
  return checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
}

/** Is a value of this type a signal, or an object that has one, or may it have one? */
export function carriesSignal(checker: Checker, declared: Type): Answer {
  if (isOpaque(declared)) return 'unknown';
  const type = checker.getNonNullableType(declared);
  if (type.isUnion()) {
    const answers = type.types.map((member) => carriesSignal(checker, member));
    return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? 'unknown') : 'unknown';
  }
  const constraint = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : type;
  if (!constraint || isOpaque(constraint)) return 'unknown';
  if (isSignalType(checker, constraint) === 'yes' || signalMembersOf(checker, constraint).length > 0)
    return 'yes';
  return isOpenTo(checker, constraint) ? 'unknown' : 'no';
}

/** May a value have a signal that its type does not show: `{}`, `object`, an index signature, a member that is `any`? */
function isOpenTo(checker: Checker, type: Type): boolean {
  const index = type.getStringIndexType();
  if (index) return isSignalType(checker, index) !== 'no';
  return (
    type.getApparentProperties().length === 0 || signalMembers.some((member) => type.getProperty(member))
  );
}
