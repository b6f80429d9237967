import type { TSESLint } from '@typescript-eslint/utils';
import type { FunctionNode, Model, UnusedOffer } from '../analysis/index.js';
import { appendElements } from './append-elements.js';
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
  return appendParameter(fixer, sourceCode, callback, text);
}

/** Adds a parameter behind the last one, on a line of its own where that has one; an arrow function's single name gets its brackets. */
export function appendParameter(
  fixer: TSESLint.RuleFixer,
  sourceCode: Readonly<TSESLint.SourceCode>,
  owner: FunctionNode,
  text: string,
): TSESLint.RuleFix[] {
  const last = owner.params.at(-1);
  if (!last) {
    const bracket = owner.typeParameters
      ? sourceCode.getTokenAfter(owner.typeParameters)
      : sourceCode.getFirstToken(owner, ({ value }) => value === '(');
    return bracket ? [fixer.insertTextAfter(bracket, text)] : [];
  }
  const before = sourceCode.getTokenBefore(last);
  const isBracketed = before?.value === '(' || before?.value === ',';
  const closing = sourceCode.getTokenAfter(last, ({ value }) => value === ')');
  return isBracketed && closing && before.range[0] >= owner.range[0]
    ? appendElements(fixer, sourceCode, { last, closing }, [text])
    : [fixer.insertTextBefore(last, '('), fixer.insertTextAfter(last, `, ${text})`)];
}
