import type { TSESLint } from '@typescript-eslint/utils';
import { outermost, type ReplacedSignal } from '../analysis/index.js';

/** Hands a call both signals, so that either of them ends it. */
export function addReceivedSignal(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { own, received }: Pick<ReplacedSignal, 'own' | 'received'>,
): (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix {
  const node = outermost(own.node);
  const text = sourceCode.getText(node);
  const combined = `AbortSignal.any([${received.text}, ${text}])`;
  const expression = received.mayBeMissing ? `${received.text} ? ${combined} : ${text}` : combined;
  const { parent } = node;
  return (fixer) =>
    parent?.type === 'Property' && parent.shorthand
      ? fixer.insertTextAfter(parent, `: ${expression}`)
      : fixer.replaceText(node, expression);
}
