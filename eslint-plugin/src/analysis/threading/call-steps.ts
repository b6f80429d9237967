import type { TSESTree } from '@typescript-eslint/utils';
import { findAvailableSignal, type AvailableSignal } from '../available/available-signals.js';
import { functionsWorkingAt } from '../code/enclosing-work.js';
import type { FunctionNode } from '../code/syntax.js';
import { findUnforwardedSignals, type AgreedSlots } from '../forwarding/unforwarded-signals.js';
import type { Model } from '../model.js';

/** How a call comes to a signal: there is one in its reach, or the function whose work it is has to ask its callers for one. */
export type CallStep = { kind: 'pass' } | { kind: 'ask'; owner: FunctionNode };

/**
 * Asks how a call that takes a signal, or is going to, comes to one.
 *
 * @returns undefined where it has one, should have none, or is nobody's work, as at the top level of a module
 */
export function findCallStep(
  model: Model,
  call: TSESTree.CallExpression,
  agreed: AgreedSlots,
): CallStep | undefined {
  const owner = functionsWorkingAt(model, call).at(-1);
  if (!owner) return undefined;
  const available = findAvailableSignal(model, call);
  const lacks = findUnforwardedSignals(model, [call], () => available ?? signalAskedFor(owner), agreed);
  if (lacks.length === 0) return undefined;
  return available ? { kind: 'pass' } : { kind: 'ask', owner };
}

function signalAskedFor(source: FunctionNode): AvailableSignal {
  return { text: 'signal', path: ['signal'], ownership: 'received', source, mayBeMissing: true };
}
