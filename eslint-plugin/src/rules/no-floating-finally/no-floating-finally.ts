import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  findFloatingPromise,
  findLeftPromise,
  modelOf,
  type Model,
  unwrapped,
  type FloatingPromise,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { catchPromise, printing } from '../../fix/catch-failures.js';
import { ignoreFailure, ignoreFailureBefore, rejectToo } from '../../fix/ignore-failures.js';

/**
 * Reports promises that only the clean-up makes, and whose rejection nobody handles: the one of `promise.finally(...)` as a
 * statement, the dropped end of a reader or iterator on the way out, a `then` without a second function that resolves a promise made
 * by hand, and a promise that `abortable(promise, signal)` leaves. Silent where the promise is handled, or is known never to be rejected.
 */
export default createRule({
  name: 'no-floating-finally',
  docs: {
    description: 'disallow promises of cleanup whose rejection nobody handles',
    guidance: ['cleanup-is-shielded'],
    mentions: ['finally', '.then', '.return', '.throw', 'cancel', 'abort'],
    recommended: 'warn',
  },
  messages: {
    finally:
      '`finally` makes a second promise that nobody handles, so an abort that rejects the first one ends the process, even where that one is handled.',
    then: 'The failure of this promise never reaches the promise made by hand, so an abort ends the process, and whoever waits goes on waiting.',
    dropped:
      'Nobody handles the promise of `{{method}}()`, which is rejected where its source has failed, so an abort ends the process.',
    masking:
      'Where `cancel()` fails, its error replaces the one that the code above throws, and nobody learns why it failed.',
    left: 'Nobody handles `{{promise}}` where the signal is aborted already, so where it is rejected too, the process ends.',
    ignore: 'Ignore the failure of this promise.',
    reject: 'Reject the promise made by hand as well.',
    print: 'Catch the failure and print it.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    function reportLeft(statement: TSESTree.IfStatement | TSESTree.ExpressionStatement): void {
      const left = findLeftPromise(model, statement);
      if (!left) return;
      const { promise, isPromise } = left;
      const fix = (fixer: TSESLint.RuleFixer) => ignoreFailureBefore(fixer, sourceCode, statement, promise);
      report({
        node: statement.type === 'IfStatement' ? statement.test : statement,
        messageId: 'left',
        data: { promise: promise.name },
        suggest: isPromise ? [{ messageId: 'ignore', fix }] : [],
        related: [{ node: promise, message: 'The promise comes from here.' }],
      });
    }

    return {
      ExpressionStatement(statement: TSESTree.ExpressionStatement) {
        const found = findFloatingPromise(model, statement);
        if (!found) {
          reportLeft(statement);
          return;
        }
        report({
          node: placeOf(found),
          messageId: found.kind,
          data: { method: sourceCode.getText(placeOf(found)) },
          suggest: [suggestionFor(model, found)],
        });
      },
      IfStatement: reportLeft,
    };
  },
});

/** The name of the method, which stands in the last line of a long chain. */
function placeOf({ call }: FloatingPromise): TSESTree.Node {
  const callee = unwrapped(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** Where nobody else has the promise, its failure is to be seen. */
function suggestionFor(
  model: Model,
  found: FloatingPromise,
): TSESLint.SuggestionReportDescriptor<'ignore' | 'print' | 'reject'> {
  if (found.kind === 'then') return { messageId: 'reject', fix: (fixer) => rejectToo(fixer, found) };
  return found.kind === 'finally' && !found.isShared
    ? { messageId: 'print', fix: (fixer) => catchPromise(fixer, model, found.call, printing) }
    : { messageId: 'ignore', fix: (fixer) => ignoreFailure(fixer, found.call) };
}
