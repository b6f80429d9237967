import type { TSESTree } from '@typescript-eslint/utils';
import type { Answer } from '../code/answer.js';
import type { FunctionNode } from '../code/syntax.js';
import type { CancellableApi } from '../catalogue/index.js';

/** Where a call takes its signal: the argument itself, or a member of that argument. Entries of the catalogue are slots too. */
export type SignalSlot = Pick<
  CancellableApi,
  'argument' | 'orArgument' | 'option' | 'orOption' | 'stringOption' | 'beforeCallback' | 'within'
>;

/** A slot as the types know it. */
export interface TypedSlot extends SignalSlot {
  /** What the call gives: only a promise or an async iterable goes on after the call. */
  result: 'promise' | 'iterable' | 'other';
  /** False where `undefined` may not stand in for a signal that is missing, as with `exactOptionalPropertyTypes`. */
  acceptsUndefined: boolean;
}

/** A member of a parameter that is a signal, such as `signal` of `options`. */
export interface OfferedSignal {
  member: string;
}

/** What a value is, as far as that decides whether it can be told for an error: `text` is a string. */
export type ValueKind = 'error' | 'text' | 'other' | 'unknown';
/** A signal that the place of a function hands to it: a parameter, or a member of one. */
export interface ProvidedSignal {
  parameter: number;
  member?: string;
  mayBeMissing: boolean;
}

/**
 * The one door to type information. Each question is asked for many nodes at once, so that a checker in
 * another process can answer with one message; the answers stand in the order of the nodes.
 */
export interface TypeService {
  /** Is the expression an AbortSignal (or one that may be missing)? `any` is unknown. */
  readonly areSignals: (expressions: readonly TSESTree.Node[]) => readonly Answer[];
  /** Is the expression an AbortController (or one that may be missing)? */
  readonly areControllers: (expressions: readonly TSESTree.Node[]) => readonly Answer[];
  /** Does the call return a promise? */
  readonly returnPromises: (calls: readonly TSESTree.CallExpression[]) => readonly Answer[];
  /**
   * Where does the call, or another overload that accepts the same arguments and returns the same, take a signal?
   * An argument that is left out has to be satisfied by the signal alone.
   */
  readonly signalSlots: (
    calls: readonly TSESTree.CallExpression[],
  ) => readonly (TypedSlot | 'none' | 'unknown')[];
  /** Which members of these variables are signals? */
  readonly offeredSignals: (names: readonly TSESTree.Identifier[]) => readonly (readonly OfferedSignal[])[];
  /** Is the expression a signal, or an object with a member that is one or may be one? `any` is unknown. */
  readonly carrySignals: (expressions: readonly TSESTree.Node[]) => readonly Answer[];
  /** Is the value an Error, a string, or something else? What may be undefined, or of several kinds, is unknown. */
  readonly valueKinds: (expressions: readonly TSESTree.Node[]) => readonly ValueKind[];
  /** Which signals does the place of each function (an argument, a member of one, an annotated variable) hand to it? */
  readonly providedSignals: (functions: readonly FunctionNode[]) => readonly (readonly ProvidedSignal[])[];
}

/** The type service of a file that was parsed without types: it knows nothing. */
export const noTypes: TypeService = {
  areSignals: (expressions) => expressions.map(() => 'unknown'),
  areControllers: (expressions) => expressions.map(() => 'unknown'),
  returnPromises: (calls) => calls.map(() => 'unknown'),
  signalSlots: (calls) => calls.map(() => 'unknown'),
  offeredSignals: (names) => names.map(() => []),
  carrySignals: (expressions) => expressions.map(() => 'unknown'),
  valueKinds: (expressions) => expressions.map(() => 'unknown'),
  providedSignals: (functions) => functions.map(() => []),
};
