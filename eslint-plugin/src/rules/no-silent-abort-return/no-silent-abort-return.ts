import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findSilentReturn, modelOf, type Model, type SilentReturn } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { signalText } from '../../fix/abort-guards.js';

/**
 * Reports `if (signal.aborted) return;` in an async function that received the signal and gives a value on other paths.
 * Silent in functions that give none, generators, callbacks whose result nobody reads, and handlers; for owners.
 */
export default createRule({
  name: 'no-silent-abort-return',
  docs: {
    description:
      'disallow returning nothing from a function that is to give a value when its signal is aborted',
    guidance: ['aborts-pass-through'],
    recommended: 'warn',
    mentions: ['aborted'],
  },
  messages: {
    silent:
      'Nothing is returned when `{{signal}}` is aborted, so the caller goes on with `undefined` as the result.',
    throw: "Throw `{{signal}}`'s abort reason instead.",
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      IfStatement(branch: TSESTree.IfStatement) {
        const found = findSilentReturn(model, branch);
        if (!found) return;
        const signal = signalText(model, found.signal) ?? 'the signal';
        const fix = throwInstead(model, branch, found);
        report({
          node: found.leaving,
          messageId: 'silent',
          data: { signal },
          suggest: fix ? [{ messageId: 'throw', data: { signal }, fix }] : [],
          related: receivedHere(found.signal.source),
        });
      },
    };
  },
});

/** A handler around the branch would take what is thrown, so there it is not offered. */
function throwInstead(
  { sourceCode }: Model,
  branch: TSESTree.IfStatement,
  { test, leaving, isInTry }: SilentReturn,
): TSESLint.ReportFixFunction | undefined {
  if (isInTry) return undefined;
  const signal = sourceCode.getText(test.object);
  const { consequent } = branch;
  const isAlone =
    consequent === leaving || (consequent.type === 'BlockStatement' && consequent.body.length === 1);
  if (!isAlone || branch.alternate || sourceCode.getCommentsInside(branch).length > 0) {
    return (fixer) => fixer.replaceText(leaving, `throw ${signal}.reason;`);
  }
  return (fixer) => fixer.replaceText(branch, `${signal}${test.optional ? '?.' : '.'}throwIfAborted();`);
}
