import type { TSESLint } from '@typescript-eslint/utils';
import {
  findRejectionAssertion,
  findUnassertedAbort,
  isTestFile,
  modelOf,
  type Model,
  type UnassertedAbort,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports a test that aborts a controller and asserts nothing at all. Silent when anything in the test, or in a function
 * of the file that it calls, is called like an assertion or throws, when the test is given a context or a callback,
 * when its name says that nothing is to happen, and for an abort in teardown.
 */
export default createRule({
  name: 'require-abort-assertion',
  docs: {
    description: 'require a test that aborts to assert what the abort does',
    guidance: ['cleanup-is-verified'],
    mentions: ['abort'],
  },
  messages: {
    unasserted:
      'This test aborts and asserts neither the rejection nor the cleanup, so it passes where the abort does nothing.',
    rejects: 'Assert that the promise is rejected.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call) {
        const found = findUnassertedAbort(model, call);
        if (!found || !isTestFile(model, context.filename)) return;
        report({ node: call.callee, messageId: 'unasserted', suggest: suggestRejection(model, found) });
      },
    };
  },
});

function suggestRejection(
  model: Model,
  { awaited }: UnassertedAbort,
): TSESLint.ReportSuggestionArray<'rejects'> {
  const assertion = findRejectionAssertion(model);
  if (!awaited || !assertion) return [];
  const { kind, name } = assertion;
  const [before, after] = kind === 'expect' ? [`${name}(`, ').rejects.toThrow()'] : [`${name}.rejects(`, ')'];
  return [
    {
      messageId: 'rejects',
      fix: (fixer) => [
        fixer.insertTextBefore(awaited.argument, before),
        fixer.insertTextAfter(awaited.argument, after),
      ],
    },
  ];
}
