import { isParenthesized } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Model, UnforwardedSignal } from '../analysis/index.js';
import { addArgument } from './add-argument.js';
import { extendObject } from './extend-object.js';

/** A call that lacks a signal, where it takes one, and the signal as it is written. */
type Passable = Pick<UnforwardedSignal, 'call' | 'slot' | 'place' | 'acceptsUndefined'> & {
  signal: Pick<UnforwardedSignal['signal'], 'text' | 'mayBeMissing'>;
};

/**
 * Gives a call the signal that it lacks: as an argument, as a property of its options, or as new options.
 *
 * @returns undefined where the code needs more than that, because the signal may be missing and the call insists on one
 */
export function passSignal(
  model: Model,
  missing: Passable,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { call, slot, place, signal } = missing;
  const { sourceCode } = model;
  const { option, within } = slot;
  const isRefused = signal.mayBeMissing && !missing.acceptsUndefined;
  if (option === undefined && isRefused) return undefined;
  const member =
    option === undefined
      ? ''
      : isRefused
        ? conditional(option, signal.text)
        : propertyOf(option, signal.text);
  const isInner = place.kind === 'extend' && place.isInner === true;
  const property = within === undefined || isInner ? member : `${within}: { ${member} }`;
  const argument = option === undefined ? signal.text : `{ ${property} }`;
  return (fixer) => {
    switch (place.kind) {
      case 'append':
        return addArgument(fixer, sourceCode, call, { index: place.index, text: argument });
      case 'before':
        return [fixer.insertTextBefore(firstTokenOf(sourceCode, place.argument), `${argument}, `)];
      case 'extend':
        return extendObject(fixer, sourceCode, place.object, property);
      case 'spread':
        return [
          fixer.replaceText(place.argument, `{ ...${spreadText(sourceCode, place.argument)}, ${property} }`),
        ];
      case 'replace':
        return [fixer.replaceText(place.argument, argument)];
      case 'replace-string':
        return [
          fixer.replaceText(
            place.argument,
            `{ ${place.option}: ${sourceCode.getText(place.argument)}, ${property} }`,
          ),
        ];
    }
  };
}

function propertyOf(option: string, signal: string): string {
  return option === signal ? option : `${option}: ${signal}`;
}

/** Leaves the member out where the signal is missing. */
function conditional(option: string, signal: string): string {
  return `...(${signal} && { ${propertyOf(option, signal)} })`;
}

function spreadText(sourceCode: Readonly<TSESLint.SourceCode>, argument: TSESTree.Node): string {
  const text = sourceCode.getText(argument);
  return argument.type === 'Identifier' ? text : `(${text})`;
}

/** The brackets around an argument belong to it. */
function firstTokenOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  argument: TSESTree.Node,
): TSESTree.Token | TSESTree.Node {
  // The library is written against ESLint's own types; the nodes and the source are the same objects.
  const isBracketed = isParenthesized(argument as never, sourceCode as never);
  const bracket = isBracketed ? sourceCode.getTokenBefore(argument) : undefined;
  return bracket ?? argument;
}
