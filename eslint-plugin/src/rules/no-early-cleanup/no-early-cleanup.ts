import type { TSESTree } from '@typescript-eslint/utils';
import { findEarlyCleanup, modelOf, type EarlyCleanup } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { awaitReturned } from '../../fix/await-returned.js';

/**
 * Reports a promise that is returned unawaited from a `try` whose `finally` releases something that the promise still needs (a
 * timer, a controller, a listener, a lock, a connection), or behind a `using`. Silent when the promise is awaited, when it is not
 * certainly one that is pending, when the release belongs to earlier work in the `try`, and when `finally` only logs or measures.
 */
export default createRule({
  name: 'no-early-cleanup',
  docs: {
    description:
      'disallow returning a promise from a `try` whose `finally` takes away what the promise needs',
    guidance: ['cleanup-is-shielded'],
    mentions: ['finally', 'using'],
    recommended: 'error',
  },
  messages: {
    timer:
      '`finally` runs `{{cleanup}}` as soon as this promise is returned, so the time limit ends before the work does.',
    abort:
      '`finally` runs `{{cleanup}}` as soon as this promise is returned, so the work is aborted before it can end.',
    released:
      '`finally` runs `{{cleanup}}` as soon as this promise is returned, so the work goes on without what it still needs.',
    disposed:
      '`using` disposes of `{{cleanup}}` as soon as this promise is returned, so the work goes on without what it still needs.',
    await: 'Await the promise, so that the cleanup comes after it.',
    awaitAsync: 'Make the function `async` and await the promise, so that the cleanup comes after it.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    function reportCleanup(node: TSESTree.ReturnStatement, early: EarlyCleanup): void {
      const wait = awaitReturned(model, early);
      const keyword = sourceCode.getFirstToken(node);
      report({
        loc: keyword?.loc ?? node.loc,
        messageId: messageFor(early),
        data: { cleanup: describe(early.cleanup) },
        suggest: wait ? [{ messageId: wait.makesAsync ? 'awaitAsync' : 'await', fix: wait.fix }] : [],
        related: [{ node: early.cleanup, message: 'The cleanup stands here.' }],
      });
    }

    function describe(cleanup: TSESTree.Node): string {
      if (cleanup.type !== 'VariableDeclaration') {
        const [line = '', ...others] = sourceCode.getText(cleanup).split('\n');
        return others.length === 0 ? line : `${line} ...`;
      }
      return cleanup.declarations.map(({ id }) => sourceCode.getText(id)).join(', ');
    }

    return {
      ReturnStatement(node: TSESTree.ReturnStatement) {
        const early = findEarlyCleanup(model, node);
        if (early) reportCleanup(node, early);
      },
    };
  },
});

function messageFor({ kind }: EarlyCleanup): 'timer' | 'abort' | 'released' | 'disposed' {
  if (kind === 'using') return 'disposed';
  return kind === 'timer' || kind === 'abort' ? kind : 'released';
}
