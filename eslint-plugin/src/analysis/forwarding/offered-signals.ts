import type { TSESTree } from '@typescript-eslint/utils';
import { findSignalOffer, type SignalOffer } from '../catalogue/index.js';
import { placesHanded, type HandedPlace } from '../code/handed-places.js';
import { memberName, type FunctionNode } from '../code/syntax.js';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { referenceOf } from '../operations/api-calls.js';
import type { ProvidedSignal } from '../types/types.js';

/**
 * The signal that a package of the catalogue hands to a function, which needs no types to be seen.
 *
 * @returns nothing where the place of the function is none that the catalogue knows
 */
export const findListedOffers = memoized((model, callback: FunctionNode): ProvidedSignal[] => {
  const [place, ...others] = placesHanded(model, callback);
  return place && others.length === 0 ? offersAt(model, place) : [];
});

function offersAt(model: Model, { call, index, member: property }: HandedPlace): ProvidedSignal[] {
  const reference = call.type === 'CallExpression' ? referenceOf(model, call) : undefined;
  const offer = reference && findSignalOffer(reference.module, reference.path);
  if (!offer || offer.property !== property || offer.argument !== index) return [];
  if (!hasInput(call.arguments, offer)) return [];
  const { parameter, member, mayBeMissing } = offer;
  return [{ parameter, member, mayBeMissing: mayBeMissing === true }];
}

function hasInput(given: readonly TSESTree.Node[], { argument, withInput }: SignalOffer): boolean {
  if (withInput === undefined) return true;
  const before = given[argument - 1];
  return (
    before?.type === 'ObjectExpression' &&
    before.properties.some((each) => each.type === 'Property' && memberName(each) === withInput)
  );
}
