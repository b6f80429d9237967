import type { TSESTree } from '@typescript-eslint/utils';
import { findApi } from '../operations/api-calls.js';
import {
  isOwnController,
  isSignalProperty,
  misplacedOption,
  spreadAfter,
  type MisplacedSignal,
  type Question,
} from './misplaced-options.js';
import type { Model } from '../model.js';
import { signalFactory, sourcesOf } from '../signals/signal-factories.js';
import { findSignal } from '../signals/signals.js';
import { calledName, unwrapped } from '../code/syntax.js';
import type { SignalSlot } from '../types/types.js';

/** A listener is removed by the signal of its options; a signal in their place is read as options without one. */
const listenerSlot: SignalSlot = { argument: 2, option: 'signal' };

/**
 * Finds the calls that are handed a signal which they ignore.
 *
 * @param calls calls of one file; the types are asked once, for those that hold a signal and that the catalogue does not know
 */
export function findMisplacedSignals(
  model: Model,
  calls: readonly TSESTree.CallExpression[],
): MisplacedSignal[] {
  const found = calls.flatMap((call) => findCombinedController(model, call));
  const unknown: TSESTree.CallExpression[] = [];
  for (const call of calls) {
    if (!call.arguments.some((argument) => mayHoldSignal(argument))) continue;
    const slot = calledName(call) === 'addEventListener' ? listenerSlot : findApi(model, call);
    if (slot) found.push(...misplacedIn({ model, call, slot, isKnown: true }));
    else if (call.arguments.some((argument) => isDoubtful(model, argument))) unknown.push(call);
  }
  const slots = model.types.signalSlots(unknown);
  return unknown.reduce<MisplacedSignal[]>((all, call, index) => {
    const slot = slots[index];
    if (typeof slot !== 'object') return all;
    return [...all, ...misplacedIn({ model, call, slot, isKnown: false })];
  }, found);
}

/** Cheap: by its shape alone. */
function mayHoldSignal(argument: TSESTree.Node): boolean {
  const inner = unwrapped(argument);
  if (inner.type === 'ObjectExpression')
    return inner.properties.some((property) => isSignalProperty(property));
  return inner.type === 'Identifier' || inner.type === 'MemberExpression' || inner.type === 'CallExpression';
}

/** Could the argument be misplaced in some call? Few are, so that the types, which are dear, are asked about few calls. */
function isDoubtful(model: Model, argument: TSESTree.Node): boolean {
  const inner = unwrapped(argument);
  if (inner.type !== 'ObjectExpression')
    return isOwnController(model, inner) || findSignal(model, inner) !== undefined;
  return inner.properties.some(
    (property) =>
      isSignalProperty(property) &&
      (isOwnController(model, property.value) || spreadAfter(inner, property) !== undefined),
  );
}

/** `AbortSignal.any([controller])` throws. */
function findCombinedController(model: Model, call: TSESTree.CallExpression): MisplacedSignal[] {
  if (signalFactory(call) !== 'any') return [];
  return sourcesOf(call)
    .filter((source) => isOwnController(model, source))
    .map((node) => ({ kind: 'controller', call, node }));
}

function misplacedIn(question: Question): MisplacedSignal[] {
  const { call, slot } = question;
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return [];
  if (slot.within !== undefined) return [];
  return slot.option === undefined ? controllerArgument(question) : misplacedOption(question, slot.option);
}

function controllerArgument({ model, call, slot }: Question): MisplacedSignal[] {
  const given = slot.argument === 'last' ? undefined : call.arguments[slot.argument];
  return given && isOwnController(model, given) ? [{ kind: 'controller', call, node: given }] : [];
}
