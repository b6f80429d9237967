import type { TSESTree } from '@typescript-eslint/utils';
import { findUncheckedLoop, modelOf, type Loop } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { checkInLoop } from '../../fix/check-abort.js';

/**
 * Reports a loop that waits in its turns, in a function that received a signal, where nothing in the loop takes or tests
 * that signal. Silent when anything that is awaited takes it; when a flag ends the loop; when a call in the loop lacks
 * the signal, which another rule says; for lists with one wait in each turn; and in cleanup.
 */
export default createRule({
  name: 'require-abort-check-in-loop',
  docs: {
    description: 'require that a loop which waits looks at the abort signal of its function',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort'],
  },
  messages: {
    turn: 'Nothing in this loop takes or tests `{{signal}}`, so it goes on turn by turn after the abort.',
    source:
      'The source of this loop was not given `{{signal}}`, so the loop reads on to its end after the abort.',
    check: "Throw `{{signal}}`'s abort reason at the start of each turn.",
  },
  create(context, report) {
    const model = modelOf(context);

    function check(loop: Loop): void {
      const found = findUncheckedLoop(model, loop);
      if (!found) return;
      const { signal, kind, mayThrow } = found;
      const fix = mayThrow ? checkInLoop(model, loop, signal) : undefined;
      const data = { signal: signal.text.replaceAll('?.', '.') };
      report({
        loc: context.sourceCode.getFirstToken(loop)?.loc ?? loop.loc,
        messageId: kind,
        data,
        suggest: fix ? [{ messageId: 'check', data, fix }] : [],
        related: receivedHere(signal.source),
      });
    }

    return {
      ForStatement: check,
      ForOfStatement: check,
      ForInStatement: check,
      WhileStatement: check,
      DoWhileStatement: check,
    } satisfies Record<string, (loop: TSESTree.ForStatement & Loop) => void>;
  },
});
