import type { TSESLint } from '@typescript-eslint/utils';
import type { Model, UnobservedPromise, UnobservedWait } from '../analysis/index.js';
import { clearingTimer, findPlainTimer } from './clearing-timer.js';
import { importedTimer } from './imported-timer.js';
import { indentationAt, insertFirst, newlineOf } from './insert-statement.js';
import { isTaken, scopeBySettling } from './settled-scope.js';

/** The suggestions that make a promise settle on an abort, worded for rules. */
export const observationMessages = {
  useTimer: 'Wait with `{{timer}}`, which takes `{{signal}}`.',
  clearOnAbort: 'Clear the timer and reject when `{{signal}}` is aborted.',
  rejectOnAbort: 'Reject when `{{signal}}` is aborted, and stop listening when the promise has settled.',
};

type Suggestion = TSESLint.SuggestionReportDescriptor<keyof typeof observationMessages>;

/**
 * Ways to make a promise that was made by hand observe the signal: the timer of Node that takes one, where the file has it;
 * a listener that clears the timer; or a listener that rejects.
 */
export function suggestObservation(model: Model, promise: UnobservedPromise): Suggestion[] {
  const { signal, isNamedBefore } = promise;
  const data = { signal: signal.text.replaceAll('?.', '.') };
  if (!isNamedBefore) return [];
  const timer = findPlainTimer(model, promise);
  if (!timer) {
    const fix = rejectOnAbort(model, promise);
    return fix ? [{ messageId: 'rejectOnAbort', data, fix }] : [];
  }
  const imported = importedTimer(model, promise.node);
  const wait = optionsWith(signal);
  return [
    ...(imported === undefined
      ? []
      : [
          {
            messageId: 'useTimer' as const,
            data: { ...data, timer: imported },
            fix: (fixer: TSESLint.RuleFixer) =>
              fixer.replaceText(promise.node, `${imported}(${timer.delay}, undefined, ${wait})`),
          },
        ]),
    ...(isTaken(model, promise.executor, ['onAbort', 'timer'])
      ? []
      : [
          {
            messageId: 'clearOnAbort' as const,
            data,
            fix: (fixer: TSESLint.RuleFixer) =>
              fixer.replaceText(promise.node, clearingTimer(model, promise, timer)),
          },
        ]),
  ];
}

/** Waits with the timer of Node in place of a helper that takes no signal, where the file has that timer. */
export function suggestTimer(model: Model, { call, signal, milliseconds }: UnobservedWait): Suggestion[] {
  const { sourceCode } = model;
  const timer = importedTimer(model, call);
  if (timer === undefined || !milliseconds || sourceCode.getCommentsInside(call).length > 0) return [];
  const text = `${timer}(${sourceCode.getText(milliseconds)}, undefined, ${optionsWith(signal)})`;
  return [
    {
      messageId: 'useTimer',
      data: { signal: signal.text.replaceAll('?.', '.'), timer },
      fix: (fixer) => fixer.replaceText(call, text),
    },
  ];
}

function optionsWith(signal: UnobservedWait['signal']): string {
  return signal.text === 'signal' ? '{ signal }' : `{ signal: ${signal.text} }`;
}

/** A listener around whatever the executor does; a controller of its own removes it when the promise has settled. */
function rejectOnAbort(
  model: Model,
  { node, executor, signal }: UnobservedPromise,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { sourceCode } = model;
  const scope = scopeBySettling(model, node);
  const { body, params } = executor;
  const [resolve, reject] = params;
  const opening = sourceCode.getFirstToken(executor, (token) => token.value === '(');
  const isBracketed = opening !== null && resolve !== undefined && opening.range[1] <= resolve.range[0];
  if (!scope || body.type !== 'BlockStatement' || resolve?.type !== 'Identifier') return undefined;
  if (!reject && (!isBracketed || isTaken(model, executor, ['reject']))) return undefined;
  const rejectName = reject?.type === 'Identifier' ? reject.name : 'reject';
  const newline = newlineOf(sourceCode);
  const inner = indentationAt(sourceCode, body.body[0]?.loc.start.line ?? node.loc.start.line);
  const read = signal.text + (signal.mayBeMissing ? '?.' : '.');
  const reason = `${read}reason`;
  const start = [
    `${read}throwIfAborted();`,
    `${read}addEventListener('abort', () => { ${rejectName}(${reason}); }, { signal: settled.signal });`,
  ].join(newline + inner);
  return (fixer) => [
    ...scope(fixer),
    ...(reject ? [] : [fixer.insertTextAfter(resolve, ', reject')]),
    ...insertFirst(fixer, sourceCode, body, start),
  ];
}
