import type { TSESTree } from '@typescript-eslint/utils';
import type { Answer } from './answer.js';

/** Where a call takes its signal: the argument itself, or a member of that argument. */
export interface SignalSlot {
  argument: number | 'last';
  /** The options member that is the signal; absent where the argument itself is the signal. */
  option?: string;
}

/** A member of a parameter that is a signal, such as `signal` of `options`. */
export interface OfferedSignal {
  member: string;
}

/**
 * The one door to type information. Each question is asked for many nodes at once, so that a checker in
 * another process can answer with one message; the answers stand in the order of the nodes.
 */
export interface TypeService {
  /** Is the expression an AbortSignal (or one that may be missing)? `any` is unknown. */
  areSignals(expressions: readonly TSESTree.Node[]): readonly Answer[];
  /** Does the call return a promise? */
  returnPromises(calls: readonly TSESTree.CallExpression[]): readonly Answer[];
  /** Where does the call, or another overload that accepts the same arguments, take a signal? */
  signalSlots(calls: readonly TSESTree.CallExpression[]): readonly (SignalSlot | 'none' | 'unknown')[];
  /** Which members of these parameters are signals? */
  offeredSignals(parameters: readonly TSESTree.Identifier[]): readonly (readonly OfferedSignal[])[];
}

/** The type service of a file that was parsed without types: it knows nothing. */
export const noTypes: TypeService = {
  areSignals: (expressions) => expressions.map(() => 'unknown'),
  returnPromises: (calls) => calls.map(() => 'unknown'),
  signalSlots: (calls) => calls.map(() => 'unknown'),
  offeredSignals: (parameters) => parameters.map(() => []),
};
