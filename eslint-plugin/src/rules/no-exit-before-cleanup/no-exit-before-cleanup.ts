import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  calledName,
  findSkippedCleanup,
  findUnfinishedExits,
  isFunction,
  modelOf,
  type Model,
  processListeners,
  type FunctionNode,
  type ProcessListener,
  type StartedWork,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { exitInCallback, exitWhenSettled, findMovableExit } from '../../fix/exit-after.js';

/**
 * Reports a `process.exit()` in a process-signal handler, or in a function that the handler calls, that cuts off
 * cleanup which was started and is not waited for, or a `finally` whose cleanup takes time. Silent when the exit comes
 * after an `await`, in a callback or in `.then`, and before the cleanup, as on a second signal.
 */
export default createRule({
  name: 'no-exit-before-cleanup',
  docs: {
    description: 'disallow leaving a signal handler by `process.exit()` while cleanup is under way',
    guidance: ['handlers-abort'],
    mentions: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'SIGKILL', 'SIGSTOP', 'SIGUSR'],
    recommended: 'error',
  },
  messages: {
    unfinished:
      '`{{exit}}` ends the process while `{{name}}()` is still under way, so what is left of this cleanup never runs.',
    skipped: '`{{exit}}` ends the process at once and runs no `finally`, so the cleanup there never happens.',
    whenSettled: 'Exit when the promise of `{{name}}()` is settled.',
    inCallback: 'Exit in the callback of `{{name}}()`.',
  },
  create(context, report) {
    const model = modelOf(context);
    const reported = new Set<TSESTree.Node>();

    function check(listener: ProcessListener, handler: FunctionNode): void {
      for (const { exit, started } of findUnfinishedExits(model, handler)) {
        if (reported.has(exit)) continue;
        reported.add(exit);
        report({
          node: exit,
          messageId: 'unfinished',
          data: { exit: context.sourceCode.getText(exit), name: nameOf(started) },
          suggest: suggestionsFor(model, exit, started),
          related: [{ node: started.call, message: 'This is still under way.' }],
        });
      }
      const skipped = findSkippedCleanup(model, handler, listener);
      if (!skipped || reported.has(skipped.exit)) return;
      const { exit, finalizer } = skipped;
      reported.add(exit);
      report({
        node: exit,
        messageId: 'skipped',
        data: { exit: context.sourceCode.getText(exit) },
        related: [{ node: finalizer, message: 'This cleanup does not run.' }],
      });
    }

    return {
      'Program:exit'() {
        for (const listener of processListeners(model)) {
          if (listener.handler && listener.isSignal) check(listener, listener.handler);
        }
      },
    };
  },
});

function suggestionsFor(
  model: Model,
  exit: TSESTree.CallExpression,
  started: StartedWork,
): TSESLint.ReportSuggestionArray<'whenSettled' | 'inCallback'> {
  const movable = findMovableExit(exit, started);
  const data = { name: nameOf(started) };
  if (!movable || started.tells === 'nested') return [];
  if (started.tells === 'promise') {
    const fix = (fixer: TSESLint.RuleFixer) => exitWhenSettled(fixer, model, movable, started);
    return [{ messageId: 'whenSettled', data, fix }];
  }
  const callback = started.call.arguments.at(-1);
  if (callback && !(isFunction(callback) && callback.body.type === 'BlockStatement')) return [];
  const fix = (fixer: TSESLint.RuleFixer) => exitInCallback(fixer, model.sourceCode, movable, started);
  return [{ messageId: 'inCallback', data, fix }];
}

function nameOf({ call }: StartedWork): string {
  return calledName(call) ?? 'the cleanup';
}
