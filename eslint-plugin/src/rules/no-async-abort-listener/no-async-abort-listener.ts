import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  abortListenersOf,
  modelOf,
  unhandledPromisesOf,
  unwrapped,
  type AbortListener,
  type Model,
  type UnhandledPromise,
} from '../../analysis/index.js';
import { createRule, receivedHere } from '../../create-rule.js';
import { catchPromise, printing, wrapInTry } from '../../fix/catch-failures.js';
import { listenedName } from '../../fix/signal-reads.js';

/**
 * Reports an `abort` listener that is async and waits outside of a `try`, and one that starts promises which nobody handles:
 * their rejection ends the process. Silent when a `catch` handles it, also in the called function of the same file, and for
 * calls that may not give a promise.
 */
export default createRule({
  name: 'no-async-abort-listener',
  docs: {
    description: 'disallow abort listeners whose promises nobody handles',
    guidance: ['abort-listeners'],
    mentions: ['abort'],
    recommended: 'warn',
  },
  messages: {
    own: 'Nobody handles the rejection of this async listener, so where it fails, the abort of `{{signal}}` ends the process.',
    started:
      'Nobody handles the rejection of this promise, so where it fails, the abort of `{{signal}}` ends the process.',
    catch: 'Catch the failure and print it.',
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      Program() {
        const reported = new Set<TSESTree.Node>();
        for (const listener of abortListenersOf(model)) {
          for (const promise of unhandledPromisesOf(model, listener)) {
            const node = promise.kind === 'own' ? placeOf(listener) : promise.call;
            if (reported.has(node)) continue;
            reported.add(node);
            const fix = catchFailure(model, promise);
            report({
              node,
              messageId: promise.kind,
              data: { signal: listenedName(model, listener) },
              suggest: fix ? [{ messageId: 'catch', fix }] : [],
              related: receivedHere(listener.signal.source),
            });
          }
        }
      },
    };
  },
});

/** `signal.addEventListener`, `signal.onabort` */
function placeOf({ node }: AbortListener): TSESTree.Node {
  return node.type === 'CallExpression' ? unwrapped(node.callee) : node.left;
}

function catchFailure(
  model: Model,
  promise: UnhandledPromise,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  if (promise.kind === 'started') return (fixer) => catchPromise(fixer, model, promise.call, printing);
  const { body } = promise.function;
  if (body.type !== 'BlockStatement') return undefined;
  const text = wrapInTry(model.sourceCode, body, printing);
  return text === undefined ? undefined : (fixer) => fixer.replaceText(body, text);
}
