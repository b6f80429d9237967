import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';
import { offeredMembers } from './offered-members.js';
import { optionsObject } from './options-objects.js';
import { originsOf, type Origin } from './origins.js';
import { isAnnotatedAsSignal } from './signal-annotations.js';
import { isMadeSignal } from './signal-factories.js';
import { findSignal, signalFrom, type Signal } from './signals.js';
import { unwrapped } from '../code/syntax.js';

/** @returns the signals that a call is handed: as an argument, or as a member of an options object */
export const signalsHandedTo = memoized(
  (model, call: TSESTree.CallExpression | TSESTree.NewExpression): Signal[] =>
    call.arguments.flatMap((argument) => signalsIn(model, argument)),
);

function signalsIn(model: Model, argument: TSESTree.Node, depth = 0): Signal[] {
  const inner = unwrapped(argument);
  const options = depth === 0 ? optionsObject(model, inner) : inner;
  if (options?.type === 'ObjectExpression' && depth < 2) {
    return options.properties.flatMap((property) =>
      property.type === 'Property' ? signalsIn(model, property.value, depth + 1) : [],
    );
  }
  const signal = findSignal(model, inner);
  if (signal) return [signal];
  return inner.type === 'Identifier' && depth === 0 ? signalsInOptions(model, inner) : [];
}

/** Options that were put together in a variable: `const init = { signal }; fetch(url, init)`. */
function signalsInOptions(model: Model, options: TSESTree.Identifier): Signal[] {
  return ['signal', 'abortSignal'].flatMap((member) => {
    const origins = originsOf(model, options, [member]).filter((origin) => origin.kind !== 'missing');
    const [origin] = origins;
    if (!origin || origins.length > 1) return [];
    const isKnown =
      isMadeSignal(origin) ||
      (origin.kind === 'parameter' && isKnownParameter(model, options, origin, member));
    return isKnown ? [{ ...signalFrom(model, options, origins), member }] : [];
  });
}

/** An options parameter carries a signal for certain only where the file shows that it has one. */
function isKnownParameter(
  model: Model,
  options: TSESTree.Identifier,
  origin: Origin & { kind: 'parameter' },
  member: string,
): boolean {
  if (isAnnotatedAsSignal(model, origin)) return true;
  const isWhole = origin.path.length === 1;
  return offeredMembers(model, options, isWhole ? origin.name : undefined).includes(member);
}
