import type { TSESLint } from '@typescript-eslint/utils';
import {
  findEarlyRemovals,
  findMismatchedRemovals,
  findStandingHandlers,
  findSuccessfulExits,
  isExecutableFile,
  isLibraryFile,
  isTestFile,
  modelOf,
  processRemovals,
  type EarlyRemoval,
  type MismatchedRemoval,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { indentationAt, newlineOf } from '../../fix/insert-statement.js';

/**
 * Reports signal handlers that take more than is theirs: registered by a constructor and never taken off; registered at
 * import, or exiting with success, in a package that others import; all listeners removed at once; taken off before the
 * cleanup has ended, or off a signal that they were never added to. Silent in tests; the first two in files that are run.
 */
export default createRule({
  name: 'no-signal-handler-in-library',
  docs: {
    description: 'disallow signal handlers that a program cannot get rid of or rely on',
    guidance: ['handlers-abort'],
    mentions: ['SIGINT', 'SIGTERM'],
  },
  messages: {
    perInstance:
      'Every instance adds one more listener of the process that nothing takes off, so they pile up and keep the instance alive.',
    atImport:
      'Importing this module takes the exit on a signal away from the program, which cannot take the listener off.',
    success:
      'A program that a signal ends has not succeeded: exit code 0 hides the signal, and the exit cuts off the listeners of the program.',
    removesAll:
      '`removeAllListeners` takes off the listeners of everybody else too, so their cleanup never runs.',
    removedEarly:
      'The listener is taken off before the cleanup behind it has ended, so a second signal kills the process in the middle of it.',
    removedElsewhere:
      'This listener was never added to {{signal}}, so nothing is taken off, and it stays where it was added.',
    removeThere: 'Take it off {{added}}.',
    removeLater: 'Take the listener off when the cleanup has ended.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode, filename } = context;

    function checkPackage(): void {
      const isLibrary = isLibraryFile(model, filename);
      for (const { listener, place } of findStandingHandlers(model)) {
        if (place === 'module' && !isLibrary) continue;
        const messageId = place === 'module' ? 'atImport' : 'perInstance';
        report({ node: listener.call.callee, messageId });
      }
      if (!isLibrary) return;
      for (const exit of findSuccessfulExits(model)) report({ node: exit, messageId: 'success' });
    }

    function reportMismatched({ event, name, added }: MismatchedRemoval): void {
      const [only, ...others] = added;
      const text = only ? sourceCode.getText(only) : '';
      report({
        node: event,
        messageId: 'removedElsewhere',
        data: { signal: name },
        suggest:
          others.length === 0
            ? [
                {
                  messageId: 'removeThere',
                  data: { added: text },
                  fix: (fixer) => fixer.replaceText(event, text),
                },
              ]
            : [],
        related: added.map((node) => ({ node, message: 'The listener is added here.' })),
      });
    }

    return {
      'Program:exit'() {
        if (isTestFile(model, filename)) return;
        if (!isExecutableFile(model, filename)) checkPackage();
        for (const removal of processRemovals(model)) {
          if (removal.method !== 'removeAllListeners' || !removal.isSignal) continue;
          report({ node: removal.call.callee, messageId: 'removesAll' });
        }
        for (const mismatched of findMismatchedRemovals(model)) reportMismatched(mismatched);
        for (const early of findEarlyRemovals(model)) {
          report({
            node: early.removal,
            messageId: 'removedEarly',
            suggest: suggestLater(sourceCode, early),
            related: [{ node: early.cleanup, message: 'This is not protected any more.' }],
          });
        }
      },
    };
  },
});

function suggestLater(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { removal, cleanup }: EarlyRemoval,
): TSESLint.ReportSuggestionArray<'removeLater'> {
  const next = sourceCode.getTokenAfter(removal, { includeComments: true });
  if (!next || next.type === 'Line' || next.type === 'Block') return [];
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, cleanup.loc.start.line);
  return [
    {
      messageId: 'removeLater',
      fix: (fixer) => [
        fixer.removeRange([removal.range[0], next.range[0]]),
        fixer.insertTextAfter(cleanup, line + sourceCode.getText(removal)),
      ],
    },
  ];
}
