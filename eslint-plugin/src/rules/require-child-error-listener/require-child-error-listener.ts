import { findDeafChild, modelOf } from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { signalText } from '../../fix/abort-guards.js';
import { indentationAt, newlineOf } from '../../fix/insert-statement.js';

/**
 * Reports a child process that is started with a signal and gets no listener of its `error` event. Silent when it is
 * given a callback, when it is returned, stored or handed on, as to `once(child, ...)`, and when it gets a listener of
 * an event whose name is not known.
 */
export default createRule({
  name: 'require-child-error-listener',
  docs: {
    description: 'require an `error` listener on a child process that is started with a signal',
    guidance: ['abort-listeners'],
    mentions: ['child_process'],
    recommended: 'error',
  },
  messages: {
    deaf: 'An abort of `{{signal}}` makes this child process emit `error`, to which nobody listens, so it ends the whole program.',
    listen: 'Listen to `error`, and let the abort pass.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    return {
      CallExpression(call) {
        const signal = findDeafChild(model, call);
        if (!signal) return;
        const name = signalText(model, signal);
        const line = newlineOf(sourceCode) + indentationAt(sourceCode, call.loc.end.line);
        const step = line.includes('\t') ? '\t' : '  ';
        const body = `if (error.name !== 'AbortError') throw error;`;
        report({
          node: call.callee,
          messageId: 'deaf',
          data: { signal: name ?? 'the signal' },
          suggest: [
            {
              messageId: 'listen',
              fix: (fixer) =>
                fixer.insertTextAfter(call, `.on('error', (error) => {${line}${step}${body}${line}})`),
            },
          ],
          related: receivedHere(signal.source),
        });
      },
    };
  },
});
