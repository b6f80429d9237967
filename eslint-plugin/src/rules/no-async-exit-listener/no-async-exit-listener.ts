import type { TSESLint } from '@typescript-eslint/utils';
import {
  calledName,
  findLostWork,
  modelOf,
  processListeners,
  unwrapped,
  type LostWork,
  type Model,
  type ProcessListener,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

/**
 * Reports what an `exit` listener of the process leaves to the event loop: what it awaits, timers, files and requests.
 * Silent for what is done when the listener returns, for `beforeExit`, and for calls that nothing shows to take time.
 */
export default createRule({
  name: 'no-async-exit-listener',
  docs: {
    description: 'disallow asynchronous work in `exit` listeners of the process',
    guidance: ['handlers-abort'],
    mentions: ['exit'],
    recommended: 'error',
  },
  messages: {
    await:
      'Node ends the process when its `exit` listeners have returned, so nothing behind this `await` runs.',
    timer: 'Node ends the process when its `exit` listeners have returned, so this timer never fires.',
    started:
      'Node ends the process when its `exit` listeners have returned, so `{{name}}()` does not come to its end.',
    beforeExit:
      'Listen to `beforeExit`, once: it waits, but does not come after a signal or `process.exit()`.',
  },
  create(context, report) {
    const model = modelOf(context);

    return {
      'Program:exit'() {
        for (const listener of processListeners(model)) {
          if (!listener.handler || !listener.events.some(({ name }) => name === 'exit')) continue;
          const lost = findLostWork(model, listener.handler);
          if (!lost || (lost.kind === 'timer' && isShared(model, listener))) continue;
          report({
            loc: startOf(context.sourceCode, lost),
            messageId: lost.kind,
            data: { name: lost.node.type === 'CallExpression' ? (calledName(lost.node) ?? 'this') : '' },
            suggest: suggestBeforeExit(listener),
            related: [{ node: listener.call.callee, message: 'This is the `exit` listener.' }],
          });
        }
      },
    };
  },
});

/** A timer of a handler that signals run too is meant for those. */
function isShared(model: Model, { handler, call }: ProcessListener): boolean {
  return processListeners(model).some((other) => other.handler === handler && other.call !== call);
}

function startOf(sourceCode: Readonly<TSESLint.SourceCode>, { node }: LostWork): TSESLint.AST.Token['loc'] {
  if (node.type === 'CallExpression') return node.callee.loc;
  return sourceCode.getFirstToken(node)?.loc ?? node.loc;
}

/** `beforeExit` comes again when the work has ended, so that a listener has to go first. */
function suggestBeforeExit({
  call,
  argument,
  events,
}: ProcessListener): TSESLint.ReportSuggestionArray<'beforeExit'> {
  const callee = unwrapped(call.callee);
  const [event] = events;
  if (callee.type !== 'MemberExpression' || !event || event.node !== call.arguments[0]) return [];
  if (event.node.type !== 'Literal' || argument.type === 'SpreadElement') return [];
  const { property } = callee;
  const quote = event.node.raw.at(0) ?? "'";
  return [
    {
      messageId: 'beforeExit',
      fix: (fixer) => [
        fixer.replaceText(property, 'once'),
        fixer.replaceText(event.node, `${quote}beforeExit${quote}`),
      ],
    },
  ];
}
