import { isParenthesized } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { eventNamesOf, isTestFile, modelOf, processMethod, unwrapped } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports `process.emit('SIGINT')` in a test: it only calls the listeners. Silent in other files, which may hand a signal
 * on in this way, and for other events.
 */
export default createRule({
  name: 'no-emulated-process-signal',
  docs: {
    description: 'disallow tests that emit a signal on `process` instead of delivering one',
    guidance: ['real-signals'],
    mentions: ['emit'],
    recommended: 'warn',
  },
  messages: {
    emulated:
      '`process.emit` only calls the listeners of {{name}}, so this test passes even where a delivered signal kills the program.',
    deliver:
      'Deliver the signal to this process by `process.kill`; it arrives later, so the test has to wait for it.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      CallExpression(call) {
        const [event] = call.arguments;
        const callee = unwrapped(call.callee);
        if (!event || callee.type !== 'MemberExpression') return;
        if (processMethod(model, call) !== 'emit' || !isTestFile(model, context.filename)) return;
        const { events, isSignal } = eventNamesOf(model, event);
        if (!isSignal) return;
        report({
          node: callee,
          messageId: 'emulated',
          data: { name: events.map(({ name }) => name).join(' and ') || 'the signal' },
          suggest: suggestDelivery(context.sourceCode, call, callee),
        });
      },
    };
  },
});

function suggestDelivery(
  sourceCode: Readonly<TSESLint.SourceCode>,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): TSESLint.ReportSuggestionArray<'deliver'> {
  const [event] = call.arguments;
  const closing = sourceCode.getLastToken(call);
  if (!event || !closing || call.parent.type !== 'ExpressionStatement') return [];
  if (sourceCode.getCommentsInside(call).length > 0) return [];
  const name = unwrapped(event);
  if (isParenthesized(event as never, sourceCode as never)) return [];
  if (name.type !== 'Literal' && name.type !== 'Identifier') return [];
  const process = sourceCode.getText(callee.object);
  return [
    {
      messageId: 'deliver',
      fix: (fixer) => [
        fixer.replaceText(callee.property, 'kill'),
        fixer.replaceTextRange(
          [event.range[0], closing.range[0]],
          `${process}.pid, ${sourceCode.getText(name)}`,
        ),
      ],
    },
  ];
}
