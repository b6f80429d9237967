import type { TSESTree } from '@typescript-eslint/utils';
import { findSignalOffer, type SignalOffer } from '../catalogue/index.js';
import { memberName, outermost, type FunctionNode } from '../code/syntax.js';
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
  const expression = outermost(callback);
  const { parent } = expression;
  if (parent?.type === 'CallExpression') return offersOf(model, parent, expression, undefined);
  if (parent?.type !== 'Property' || parent.value !== expression) return [];
  const holder = outermost(parent.parent);
  const call = holder.parent;
  return call?.type === 'CallExpression' ? offersOf(model, call, holder, memberName(parent)) : [];
});

function offersOf(
  model: Model,
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
  property: string | undefined,
): ProvidedSignal[] {
  const reference = referenceOf(model, call);
  const offer = reference && findSignalOffer(reference.module, reference.path);
  if (!offer || offer.property !== property || call.arguments[offer.argument] !== argument) return [];
  if (!hasInput(call, offer)) return [];
  const { parameter, member, mayBeMissing } = offer;
  return [{ parameter, member, mayBeMissing: mayBeMissing === true }];
}

function hasInput(call: TSESTree.CallExpression, { argument, withInput }: SignalOffer): boolean {
  if (withInput === undefined) return true;
  const before = call.arguments[argument - 1];
  return (
    before?.type === 'ObjectExpression' &&
    before.properties.some((each) => each.type === 'Property' && memberName(each) === withInput)
  );
}
