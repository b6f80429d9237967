import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isWorkerFile, modelOf, processListeners, type ProcessListener } from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';

const uncatchable = new Set(['SIGKILL', 'SIGSTOP']);

/**
 * Reports a listener of SIGKILL or SIGSTOP, which no process can catch, and a listener of any signal in the file of a
 * worker thread. Silent where a worker's file also runs in the main thread.
 */
export default createRule({
  name: 'no-unsupported-process-signal',
  docs: {
    description: 'disallow listeners of signals that never arrive',
    guidance: ['platforms'],
    mentions: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'SIGKILL', 'SIGSTOP', 'SIGUSR'],
    recommended: 'error',
  },
  messages: {
    uncatchable: 'No process can catch {{name}}: Node throws EINVAL here, and nothing behind this line runs.',
    worker: 'Signals arrive in the main thread only, so this listener in a worker thread never runs.',
    remove: 'Remove {{name}} from the list.',
    replace: 'Listen to SIGTERM, which asks a process to end.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;
    const reported = new Set<TSESTree.Node>();

    return {
      'Program:exit'() {
        const listeners = processListeners(model);
        const isTermCaught = listeners.some(({ events }) => events.some(({ name }) => name === 'SIGTERM'));
        for (const listener of listeners) {
          for (const { name, node } of listener.events) {
            if (!uncatchable.has(name) || reported.has(node)) continue;
            reported.add(node);
            report({
              node,
              messageId: 'uncatchable',
              data: { name },
              suggest: suggestionsFor(sourceCode, node, { name, isTermCaught }),
            });
          }
          if (isDeafWorker(listener)) report({ node: listener.call.callee, messageId: 'worker' });
        }
      },
    };

    function isDeafWorker({ isSignal, events }: ProcessListener): boolean {
      return isSignal && events.length > 0 && isWorkerFile(model);
    }
  },
});

function suggestionsFor(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
  { name, isTermCaught }: { name: string; isTermCaught: boolean },
): TSESLint.ReportSuggestionArray<'remove' | 'replace'> {
  if (node.type !== 'Literal') return [];
  const quote = node.raw.at(0) ?? "'";
  if (!isTermCaught) {
    return [{ messageId: 'replace', fix: (fixer) => fixer.replaceText(node, `${quote}SIGTERM${quote}`) }];
  }
  const [before, after] = [sourceCode.getTokenBefore(node), sourceCode.getTokenAfter(node)];
  if (node.parent.type !== 'ArrayExpression' || node.parent.elements.length < 2 || !before || !after)
    return [];
  if (sourceCode.getCommentsBefore(after).length + sourceCode.getCommentsBefore(node).length > 0) return [];
  const range: [number, number] =
    before.value === ','
      ? [before.range[0], node.range[1]]
      : [node.range[0], followingStart(sourceCode, after)];
  return [{ messageId: 'remove', data: { name }, fix: (fixer) => fixer.removeRange(range) }];
}

function followingStart(sourceCode: Readonly<TSESLint.SourceCode>, comma: TSESTree.Token): number {
  return sourceCode.getTokenAfter(comma, { includeComments: true })?.range[0] ?? comma.range[1];
}
