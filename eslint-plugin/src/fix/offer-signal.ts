import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Model, UncancellableFunction } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';
import { passSignal } from './pass-signal.js';
import { appendParameter } from './take-signal.js';

/**
 * Gives a function options with a signal, and hands it to every call that lacks one.
 *
 * @returns undefined where the parameters leave no room, or where a call insists on a signal
 */
export function offerSignal(
  model: Model,
  { function: owner, way, missing }: UncancellableFunction,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const passes = missing.map((each) => passSignal(model, each));
  if (!way || passes.some((pass) => !pass)) return undefined;
  const { sourceCode } = model;
  return (fixer) => [
    ...(way.kind === 'append'
      ? appendParameter(fixer, sourceCode, owner, 'options: { signal?: AbortSignal } = {}')
      : [addMember(fixer, sourceCode, way.type)]),
    ...passes.flatMap((pass) => pass?.(fixer) ?? []),
  ];
}

/** Adds the signal to a type, as its first member, behind the bracket: so it does not matter how the others are set apart. */
export function addMember(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  type: TSESTree.TSTypeLiteral,
): TSESLint.RuleFix {
  const [first] = type.members;
  if (!first) return fixer.replaceText(type, '{ signal?: AbortSignal }');
  const { line } = first.loc.start;
  const space = line === type.loc.start.line ? ' ' : newlineOf(sourceCode) + indentationAt(sourceCode, line);
  return fixer.insertTextAfterRange([type.range[0], type.range[0] + 1], `${space}signal?: AbortSignal;`);
}
