import type { TSESLint } from '@typescript-eslint/utils';
import type { Model, UnusedOffer } from '../analysis/index.js';
import { passSignal } from './pass-signal.js';

/**
 * Lets a callback take the signal that it is offered, and hands it to every call that lacks it.
 *
 * @returns undefined where the callback cannot take it without more changes than that
 */
export function takeSignal(
  model: Model,
  offer: UnusedOffer,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const passes = offer.missing.map((each) => passSignal(model, each));
  if (!offer.taking || passes.some((pass) => !pass)) return undefined;
  return (fixer) => [...bindSignal(fixer, model, offer), ...passes.flatMap((pass) => pass?.(fixer) ?? [])];
}

function bindSignal(
  fixer: TSESLint.RuleFixer,
  { sourceCode }: Model,
  { callback, taking }: UnusedOffer,
): TSESLint.RuleFix[] {
  if (!taking || taking.kind === 'none') return [];
  const { text } = taking;
  if (taking.kind === 'extend') {
    const last = taking.pattern.properties.at(-1);
    return [
      last ? fixer.insertTextAfter(last, `, ${text}`) : fixer.replaceText(taking.pattern, `{ ${text} }`),
    ];
  }
  const last = callback.params.at(-1);
  if (!last) {
    const bracket = sourceCode.getFirstToken(callback, ({ value }) => value === '(');
    return bracket ? [fixer.insertTextAfter(bracket, text)] : [];
  }
  const before = sourceCode.getTokenBefore(last);
  const isBracketed = before?.value === '(' || before?.value === ',';
  const isInside = isBracketed && before.range[0] >= callback.range[0];
  return isInside
    ? [fixer.insertTextAfter(last, `, ${text}`)]
    : [fixer.insertTextBefore(last, '('), fixer.insertTextAfter(last, `, ${text})`)];
}
