import type { TSESTree } from '@typescript-eslint/utils';
import { spreadsSignal } from './spread-signals.js';
import type { Model } from '../model.js';
import { optionsObject } from '../signals/options-objects.js';
import { originsOf } from '../signals/origins.js';
import { isController } from '../signals/signal-factories.js';
import { findSignal, type Signal } from '../signals/signals.js';
import { memberName, unwrapped } from '../code/syntax.js';
import type { SignalSlot } from '../types/types.js';

interface Misplaced {
  call: TSESTree.CallExpression;
  /** What stands in the wrong place, or is not the signal. */
  node: TSESTree.Node;
  /** The member of the options that the call reads. */
  option: string;
  /** Where the options belong. */
  index: number;
}

/** A signal that is handed to a call in a way in which the call does not see it. */
export type MisplacedSignal =
  | (Misplaced & { kind: 'bare' })
  | (Misplaced & { kind: 'misnamed'; property: TSESTree.Property })
  | (Misplaced & { kind: 'early'; options: TSESTree.ObjectExpression; signal: Signal })
  | (Misplaced & { kind: 'overwritable'; property: TSESTree.Property; spread: TSESTree.SpreadElement })
  | { kind: 'controller'; call: TSESTree.CallExpression; node: TSESTree.Node };

/** Names under which libraries take a signal; which of them, each says for itself. */
const optionNames = new Set(['signal', 'abortSignal', 'cancelSignal']);

/** What the functions below share. */
export interface Question {
  model: Model;
  call: TSESTree.CallExpression;
  slot: SignalSlot;
  /** True where the catalogue knows the call: then there is no other place for a signal in it. */
  isKnown: boolean;
}

/** Finds what is wrong with the signal in the options of a call that reads it from the member `option`. */
export function misplacedOption(question: Question, option: string): MisplacedSignal[] {
  const { call } = question;
  const places = placesOf(question);
  for (const index of places) {
    const given = call.arguments[index];
    const options = given && optionsObject(question.model, given);
    if (!options) continue;
    const found = misplacedMember(question, { options, index }, option);
    if (found) return [found];
    // A spread may bring the signal along; whatever is named for it is taken for it.
    if (
      options.properties.some((property) => property.type === 'SpreadElement' || isSignalProperty(property))
    )
      return [];
  }
  const found = findBare(question, option, places) ?? findEarly(question, option, places);
  return found ? [found] : [];
}

/** The indices at which the options may stand. */
function placesOf({ call, slot: { argument, orArgument } }: Question): number[] {
  if (argument === 'last') return [call.arguments.length - 1];
  return orArgument === undefined ? [argument] : [argument, orArgument];
}

function misplacedMember(
  question: Question,
  { options, index }: { options: TSESTree.ObjectExpression; index: number },
  option: string,
): MisplacedSignal | undefined {
  const { model, call, slot, isKnown } = question;
  const names = [option, slot.orOption ?? option];
  const named = options.properties.filter((property) => isSignalProperty(property));
  const right = named.find((property) => names.includes(memberName(property) ?? ''));
  if (right) {
    if (isOwnController(model, right.value)) return { kind: 'controller', call, node: right.value };
    const spread = findOverwriting(model, options, right);
    return spread && { kind: 'overwritable', call, node: right.key, option, index, property: right, spread };
  }
  const [wrong] = named;
  if (!wrong || !isKnown || options.properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  if (!findSignal(model, wrong.value)) return undefined;
  return { kind: 'misnamed', call, node: wrong.key, option, index, property: wrong };
}

/**
 * A later spread that has a signal of its own, or `signal: undefined`. A signal that the code made for itself may well
 * be the default of such a spread; a received one is not.
 */
function findOverwriting(
  model: Model,
  options: TSESTree.ObjectExpression,
  property: TSESTree.Property,
): TSESTree.SpreadElement | undefined {
  const spread = spreadAfter(options, property);
  if (!spread || findSignal(model, property.value)?.ownership !== 'received') return undefined;
  return spreadsSignal(model, spread.argument, property) ? spread : undefined;
}

/** A spread that may overwrite the property. */
export function spreadAfter(
  { properties }: TSESTree.ObjectExpression,
  property: TSESTree.Property,
): TSESTree.SpreadElement | undefined {
  return properties.slice(properties.indexOf(property) + 1).find((each) => each.type === 'SpreadElement');
}

/** A signal may stand in other places for another reason: as the source of events, as an argument of a callback. */
function findBare(
  { model, call, isKnown, slot }: Question,
  option: string,
  places: readonly number[],
): MisplacedSignal | undefined {
  const isDelay = isKnown && 'role' in slot && slot.role === 'delay';
  const before = isDelay && typeof slot.argument === 'number' ? [slot.argument - 1] : [];
  for (const given of [...places, ...before]) {
    const node = call.arguments[given];
    if (!node || unwrapped(node).type === 'ObjectExpression' || !findSignal(model, node)) continue;
    return { kind: 'bare', call, node, option, index: before.includes(given) ? given + 1 : given };
  }
  return undefined;
}

/** Options that stand before their place, where the call takes something else: a value, a body, a schema. */
function findEarly(
  { model, call, isKnown, slot }: Question,
  option: string,
  places: readonly number[],
): MisplacedSignal | undefined {
  const index = places[0] ?? 0;
  if (!isKnown || slot.argument === 'last' || call.arguments[index]) return undefined;
  for (const argument of call.arguments) {
    const options = optionsObject(model, argument);
    const property = options?.properties.find((each) => isSignalProperty(each));
    const signal = property && findSignal(model, property.value);
    if (options && signal) return { kind: 'early', call, node: property.key, option, index, options, signal };
  }
  return undefined;
}

/** Is a property given under a name that libraries take a signal under? */
export function isSignalProperty(property: TSESTree.Node): property is TSESTree.Property {
  return property.type === 'Property' && optionNames.has(memberName(property) ?? '');
}

/** Is it a controller that the code made, and not its signal? */
export function isOwnController(model: Model, node: TSESTree.Node): boolean {
  const origins = originsOf(model, node).filter(({ kind }) => kind !== 'missing');
  return origins.length > 0 && origins.every((origin) => origin.kind === 'new' && isController(origin));
}
