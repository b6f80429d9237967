import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findSpentSignal,
  modelOf,
  outermost,
  type Model,
  type SpentSignal,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { signalText } from '../../fix/abort-guards.js';
import { dropSignal, dropStatement, replaceSignal } from '../../fix/free-from-signal.js';

type MessageId = 'handed' | 'checked' | 'drop' | 'fresh' | 'dropCheck';

const freshSignal = 'AbortSignal.timeout(5_000)';

/**
 * Reports cleanup that is handed the signal of the work it cleans up after, or one derived from it: after an abort it
 * fails at once. Also `signal.throwIfAborted()` in a `finally` block. Silent for a fresh signal, on a path where the
 * signal is known not to be aborted, for listeners, and for an own controller that nobody aborts.
 */
export default createRule({
  name: 'no-aborted-signal-in-cleanup',
  docs: {
    description: 'disallow handing cleanup a signal that may be aborted by then',
    guidance: ['cleanup-is-shielded'],
    mentions: ['signal', 'abort'],
    recommended: 'error',
  },
  messages: {
    handed:
      '`{{signal}}` may be aborted by the time this cleanup runs; then `{{callee}}` fails at once, and its error replaces the first one.',
    checked:
      '`{{signal}}` may be aborted by the time this cleanup runs; then this throws, and the rest of the cleanup is skipped.',
    drop: 'Do not pass `{{signal}}`.',
    fresh: `Limit the cleanup by a signal of its own, \`${freshSignal}\`.`,
    dropCheck: 'Remove the check.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      CallExpression(call: TSESTree.CallExpression) {
        const spent = findSpentSignal(model, call);
        if (!spent) return;
        const { signal, use } = spent;
        const data = {
          signal: signalText(model, signal) ?? 'the signal',
          callee: calledName(call) ?? 'the call',
        };
        report({
          node: use === 'check' ? call : outermost(signal.node),
          messageId: use === 'check' ? 'checked' : 'handed',
          data,
          suggest: suggestionsFor(model, spent, data),
          related: receivedHere(signal.source),
        });
      },
    };
  },
});

function suggestionsFor(
  { sourceCode }: Model,
  { call, signal, use }: SpentSignal,
  data: Record<string, string>,
): TSESLint.SuggestionReportDescriptor<MessageId>[] {
  const suggestion = (
    messageId: MessageId,
    fix: TSESLint.ReportFixFunction | undefined,
  ): TSESLint.SuggestionReportDescriptor<MessageId>[] => (fix ? [{ messageId, data, fix }] : []);
  if (use === 'check') return suggestion('dropCheck', dropStatement(sourceCode, call));
  return [
    ...suggestion('drop', dropSignal(sourceCode, signal)),
    ...suggestion('fresh', replaceSignal(sourceCode, signal, freshSignal)),
  ];
}
