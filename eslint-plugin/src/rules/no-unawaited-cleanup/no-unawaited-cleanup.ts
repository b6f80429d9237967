import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  canAwaitAt,
  findUnawaitedCleanup,
  isAsyncDisposable,
  modelOf,
  unwrapped,
  type Repair,
  type UnawaitedCleanup,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { awaitPromise, canAwaitPromise } from '../../fix/await-promise.js';

/**
 * Reports a call in a cleanup region of an async function that releases something and returns a promise, where that
 * promise is dropped: a statement, `void`, `forEach`, `map`. Also `using` for what can only be disposed
 * asynchronously. Silent when the promise is awaited, returned, kept or handled, when the call is not known to return
 * one, and when the function cannot wait. Abort listeners are left to no-async-abort-listener.
 */
export default createRule({
  name: 'no-unawaited-cleanup',
  docs: {
    description: 'disallow cleanup that is started and not waited for',
    guidance: ['cleanup-is-shielded'],
    mentions: [
      'signal',
      'abort',
      'finally',
      'dispose',
      'teardown',
      'onTest',
      'after(',
      'afterAll',
      'afterEach',
      'SIGINT',
      'SIGTERM',
      'SIGHUP',
      'SIGQUIT',
      'SIGBREAK',
      'SIGUSR',
    ],
    recommended: 'error',
  },
  messages: {
    floating:
      'The promise of `{{name}}()` is dropped, so the function ends before this cleanup does and cannot see it fail.',
    iterated:
      '`{{list}}` drops the promises of `{{name}}()`, so the function ends before this cleanup does and cannot see it fail.',
    awaitedArray:
      '`await` does not wait for the promises in an array, so the function ends before `{{name}}()` does and cannot see it fail.',
    usingAsync:
      '`using` calls `[Symbol.dispose]`, which this object does not have, so this line throws a TypeError and its `[Symbol.asyncDispose]` never runs.',
    await: 'Await the cleanup.',
    awaitAll: 'Await all of it with `Promise.allSettled`.',
    awaitUsing: 'Dispose of it with `await using`.',
  },
  create(context, report) {
    const model = modelOf(context);
    const found = new Map<TSESTree.Node, UnawaitedCleanup & { call: TSESTree.CallExpression }>();

    return {
      CallExpression(call: TSESTree.CallExpression) {
        const cleanup = findUnawaitedCleanup(model, call);
        if (!cleanup) return;
        const known = found.get(cleanup.root);
        if (known) known.repairs.push(...cleanup.repairs);
        else found.set(cleanup.root, { ...cleanup, call });
      },
      VariableDeclaration(node: TSESTree.VariableDeclaration) {
        const value = node.declarations[0].init;
        if (node.kind !== 'using' || !value || !isAsyncDisposable(model, value)) return;
        const canAwait = canAwaitAt(model, node);
        report({
          loc: context.sourceCode.getFirstToken(node)?.loc ?? node.loc,
          messageId: 'usingAsync',
          suggest: canAwait
            ? [{ messageId: 'awaitUsing', fix: (fixer) => fixer.insertTextBefore(node, 'await ') }]
            : [],
        });
      },
      'Program:exit'() {
        for (const { call, how, root, repairs, operation } of found.values()) {
          report({
            node: nameNode(call),
            messageId: how === 'awaited-array' ? 'awaitedArray' : how,
            data: { name: calledName(call) ?? '', list: listName(root) },
            suggest: suggestionsFor(repairs),
            related: operation ? [{ node: operation.call, message: 'Its abort leads here.' }] : [],
          });
        }
      },
    };

    function suggestionsFor(
      repairs: readonly Repair[],
    ): TSESLint.ReportSuggestionArray<'await' | 'awaitAll'> {
      const edits = [...new Map(repairs.map((repair) => [repair.node, repair])).values()];
      if (!canAwaitPromise(model, edits)) return [];
      const isList = edits.some(({ kind }) => kind === 'collect');
      return [
        {
          messageId: isList ? 'awaitAll' : 'await',
          fix: (fixer) => awaitPromise(fixer, model, edits),
        },
      ];
    }
  },
});

function nameNode(call: TSESTree.CallExpression): TSESTree.Node {
  const callee = unwrapped(call.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

function listName(root: TSESTree.Node): string {
  return root.type === 'CallExpression' ? (calledName(root) ?? '') : '';
}
