import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  abortListenersOf,
  comesTooLate,
  isRelay,
  modelOf,
  unwrapped,
  type AbortListener,
  type Model,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { runWhereAborted, throwWhereAborted } from '../../fix/check-state.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports an `abort` listener on a received signal whose state nobody looks at: it never runs for a signal that is
 * aborted already. Silent when the file looks at the signal anywhere or hands it to a call that may; when the signal is
 * owned, or was just made for the callback that it was given to; for relays, which no-lossy-abort-relay reports.
 */
export default createRule({
  name: 'no-late-abort-listener',
  docs: {
    description: 'disallow abort listeners on a received signal that may be aborted already',
    guidance: ['abort-listeners'],
    mentions: ['abort'],
    recommended: 'error',
  },
  messages: {
    late: 'Where `{{signal}}` is aborted already, this listener never runs, so what it is to stop goes on.',
    run: 'Run the listener at once where `{{signal}}` is aborted already.',
    throwIfAborted: "Throw `{{signal}}`'s abort reason first.",
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      Program() {
        for (const listener of abortListenersOf(model)) {
          if (isRelay(model, listener) || !comesTooLate(model, listener)) continue;
          report({
            node: placeOf(listener),
            messageId: 'late',
            data: { signal: listenedName(model, listener) },
            suggest: suggestChecks(model, listener),
            related: receivedHere(listener.signal.source),
          });
        }
      },
    };
  },
});

/** `signal.addEventListener`, `signal.onabort` */
function placeOf({ node }: AbortListener): TSESTree.Node {
  return node.type === 'CallExpression' ? unwrapped(node.callee) : node.left;
}

function suggestChecks(
  model: Model,
  listener: AbortListener,
): TSESLint.SuggestionReportDescriptor<'run' | 'throwIfAborted'>[] {
  const data = { signal: listenedName(model, listener) };
  const run = runWhereAborted(model, listener);
  const first = throwWhereAborted(model, listener);
  return [
    ...(run ? [{ messageId: 'run' as const, data, fix: run }] : []),
    ...(first ? [{ messageId: 'throwIfAborted' as const, data, fix: first }] : []),
  ];
}
