import type { TSESLint } from '@typescript-eslint/utils';
import {
  isMissingPossible,
  isVisibleAt,
  rootName,
  type Model,
  type PoorRejection,
  type Signal,
} from '../analysis/index.js';
import { signalText, writtenSignal } from './abort-guards.js';

/**
 * The signal's reason in place of what a promise is rejected with, or of what is thrown.
 *
 * @returns no suggestion where the signal has no name there, or where a comment would be lost
 */
export function suggestReason(
  model: Model,
  found: PoorRejection,
): TSESLint.SuggestionReportDescriptor<'reason'>[] {
  const { sourceCode } = model;
  const { signal, rejection, node } = found;
  const name = signal && signalText(model, signal);
  const root = signal && rootName(signal.node);
  if (!signal || name === undefined || sourceCode.getCommentsInside(node).length > 0) return [];
  if (root && !isVisibleAt(model, root, node)) return [];
  const reason = `${found.listener ? inListener(model, signal) : name}.reason`;
  const fix = (fixer: TSESLint.RuleFixer): TSESLint.RuleFix => {
    if (node === found.listener) {
      return fixer.replaceText(node, `() => { ${sourceCode.getText(node)}(${reason}); }`);
    }
    if (node !== rejection) return fixer.replaceText(node, reason);
    return fixer.insertTextBeforeRange([node.range[1] - 1, node.range[1]], reason);
  };
  return isRemovedByName(model, found) ? [] : [{ messageId: 'reason', data: { signal: name }, fix }];
}

/** A listener is a closure: the test that the signal is there does not reach into it. */
function inListener(model: Model, signal: Signal): string {
  return writtenSignal(model, signal) + (isMissingPossible(model, signal) ? '?' : '');
}

const removals = /removeEventListener\(\s*['"]abort['"]\s*,\s*(?<listener>[\w.$#]+)/g;

/** A listener that is also taken off by its name cannot be replaced by an arrow in one place. */
function isRemovedByName({ sourceCode }: Model, { node, listener }: PoorRejection): boolean {
  if (node !== listener) return false;
  const name = sourceCode.getText(node);
  return [...sourceCode.text.matchAll(removals)].some(({ groups }) => groups?.listener === name);
}
