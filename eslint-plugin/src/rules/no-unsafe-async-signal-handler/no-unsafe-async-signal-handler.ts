import type { TSESLint } from '@typescript-eslint/utils';
import {
  endingListeners,
  findUnsafeHandler,
  modelOf,
  type Model,
  unwrapped,
  type SharedListener,
  type UnsafeHandler,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { catchPromise, wrapInTry } from '../../fix/catch-failures.js';

/**
 * Reports an asynchronous handler of SIGINT or SIGTERM whose rejection nobody handles, or that of a promise which it drops, or
 * that each further signal starts again. Silent when everything that it awaits is caught, when it tests or takes off anything before it first
 * waits, when it is registered by `once`, and for what other files do.
 */
export default createRule({
  name: 'no-unsafe-async-signal-handler',
  docs: {
    description: 'disallow signal handlers that a failure or a second signal breaks off in the middle',
    guidance: ['second-signal'],
    mentions: ['SIGINT', 'SIGTERM'],
    recommended: 'warn',
  },
  messages: {
    unhandled:
      'Nobody handles a rejection of this signal handler, so a cleanup that fails kills the process before the rest of it has run.',
    reentered:
      'Every further signal starts this handler again while the first is still cleaning up, so the cleanup runs twice at a time.',
    catch: 'Catch the failure, print it and exit.',
    catchOnce: 'Catch the failure, and let a second signal end the process.',
    once: 'Listen once, so that a second signal ends the process.',
  },
  create(context, report) {
    const model = modelOf(context);
    const { sourceCode } = context;

    return {
      'Program:exit'() {
        for (const shared of endingListeners(model)) {
          const unsafe = findUnsafeHandler(model, shared);
          const start = sourceCode.getFirstToken(shared.listeners[0].argument);
          if (!unsafe || !start) continue;
          report({
            loc: start.loc,
            messageId: unsafe.isUnhandled ? 'unhandled' : 'reentered',
            suggest: unsafe.isUnhandled
              ? suggestCatch(model, shared, unsafe)
              : [{ messageId: 'once', fix: (fixer) => listenOnce(fixer, shared) }],
            related: unsafe.call ? [{ node: unsafe.call, message: 'This promise is dropped.' }] : [],
          });
        }
      },
    };
  },
});

function suggestCatch(
  model: Model,
  shared: SharedListener,
  { work, call, isReentered }: UnsafeHandler,
): TSESLint.ReportSuggestionArray<'catch' | 'catchOnce'> {
  const { body } = work;
  const wrapped =
    work.async && body.type === 'BlockStatement' ? wrapInTry(model.sourceCode, body) : undefined;
  if (!call && wrapped === undefined) return [];
  return [
    {
      messageId: isReentered ? 'catchOnce' : 'catch',
      fix: (fixer) => [
        call ? catchPromise(fixer, model, call) : fixer.replaceText(body, wrapped ?? ''),
        ...(isReentered ? listenOnce(fixer, shared) : []),
      ],
    },
  ];
}

const onceNames = new Map([
  ['on', 'once'],
  ['addListener', 'once'],
  ['prependListener', 'prependOnceListener'],
]);

function listenOnce(fixer: TSESLint.RuleFixer, { listeners }: SharedListener): TSESLint.RuleFix[] {
  return listeners.flatMap(({ call }) => {
    const callee = unwrapped(call.callee);
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
    const name = onceNames.get(callee.property.name);
    return name === undefined ? [] : [fixer.replaceText(callee.property, name)];
  });
}
