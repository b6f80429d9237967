import type { TSESTree } from '@typescript-eslint/utils';
import { findUncheckedAwait, modelOf } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { checkAfter } from '../../fix/check-abort.js';

/**
 * Reports an await of something that was not given the signal which its function received, where the code goes on to
 * write state, to yield or to send something without a look at the signal. Silent when what is awaited can end with the
 * signal; when another rule says what it lacks; in loops that are reported as a whole; in handlers and in cleanup.
 */
export default createRule({
  name: 'require-abort-check-after-await',
  docs: {
    description:
      'require a look at the abort signal between an await that ignores it and what follows from it',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort'],
  },
  messages: {
    write: 'An abort during this await goes unseen, and the result is written after the work was cancelled.',
    yield: 'An abort during this await goes unseen, and a value is yielded after the work was cancelled.',
    step: 'An abort during this await goes unseen, and the next step begins after the work was cancelled.',
    check: "Throw `{{signal}}`'s abort reason after it.",
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      AwaitExpression(node: TSESTree.AwaitExpression) {
        const found = findUncheckedAwait(model, node);
        if (!found) return;
        const { signal, effect, statement } = found;
        const data = { signal: signal.text.replaceAll('?.', '.') };
        report({
          loc: context.sourceCode.getFirstToken(node)?.loc ?? node.loc,
          messageId: effect.kind,
          data,
          suggest: statement ? [{ messageId: 'check', data, fix: checkAfter(model, statement, signal) }] : [],
          related: [
            ...receivedHere(signal.source),
            { node: effect.node, message: 'This happens all the same.' },
          ],
        });
      },
    };
  },
});
