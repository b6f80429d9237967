import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  isFunction,
  isMissingPossible,
  isVisibleAt,
  rootName,
  type AbortHandler,
  type Model,
  type Signal,
} from '../analysis/index.js';
import { insertFirst } from './insert-statement.js';

/** The suggestions that let an abort through before anything else of a handler runs, worded for rules. */
export const guardMessages = {
  rethrow: 'Rethrow the error when `{{signal}}` is aborted.',
  throwIfAborted: "Throw `{{signal}}`'s abort reason first.",
};

/**
 * Both ways to let an abort out of a handler at its start: the error as it was caught, where it has a name, or the
 * signal's reason.
 *
 * @returns no suggestion where the handler cannot name the signal
 */
export function suggestGuards(
  model: Model,
  abortHandler: AbortHandler,
): TSESLint.SuggestionReportDescriptor<keyof typeof guardMessages>[] {
  const { handler, signal } = abortHandler;
  const name = signalText(model, signal);
  const read = signalRead(model, abortHandler);
  if (name === undefined || read === undefined) return [];
  const error = errorName(handler);
  const suggestion = (messageId: keyof typeof guardMessages, statement: string) => ({
    messageId,
    data: { signal: name },
    fix: (fixer: TSESLint.RuleFixer) => startHandlerWith(fixer, model, handler, statement),
  });
  return [
    ...(error === undefined ? [] : [suggestion('rethrow', `if (${read}aborted) throw ${error};`)]),
    suggestion('throwIfAborted', `${read}throwIfAborted();`),
  ];
}

/** @returns how a handler begins to read a member of its signal: `signal.` or `signal?.`; undefined where it cannot name it */
export function signalRead(model: Model, { handler, signal }: AbortHandler): string | undefined {
  const root = rootName(signal.node);
  if (signalText(model, signal) === undefined || (root && !isVisibleAt(model, root, handler)))
    return undefined;
  return writtenSignal(model, signal) + (isMissingPossible(model, signal) ? '?.' : '.');
}

/** @returns what messages call the signal; undefined where it was made in place and has no name */
export function signalText(model: Model, signal: Signal): string | undefined {
  return accessPath(signal.node) ? writtenSignal(model, signal).replaceAll('?.', '.') : undefined;
}

/** @returns the signal as code reads it, with `?.` where its holder may be missing */
export function writtenSignal(model: Model, signal: Signal): string {
  const { member, index, ...options } = signal;
  const text = model.sourceCode.getText(signal.node);
  if (index !== undefined) return `${text}[${index}]?.${member ?? ''}`;
  return member === undefined ? text : `${text}${isMissingPossible(model, options) ? '?.' : '.'}${member}`;
}

/** @returns the name that holds the caught error; undefined where the handler does not bind it */
export function errorName(handler: TSESTree.Node): string | undefined {
  const parameter =
    handler.type === 'CatchClause' ? handler.param : isFunction(handler) ? handler.params[0] : null;
  return parameter?.type === 'Identifier' ? parameter.name : undefined;
}

/** Makes a statement the first that a handler runs; an expression body becomes a block. */
function startHandlerWith(
  fixer: TSESLint.RuleFixer,
  model: Model,
  handler: TSESTree.Node,
  statement: string,
): TSESLint.RuleFix[] {
  const { sourceCode } = model;
  const body = handler.type === 'CatchClause' || isFunction(handler) ? handler.body : undefined;
  if (!body) return [];
  if (body.type === 'BlockStatement') return insertFirst(fixer, sourceCode, body, statement);
  const arrow = sourceCode.getTokenBefore(body, (token) => token.value === '=>');
  if (!arrow) return [];
  const value = sourceCode.text.slice(arrow.range[1], handler.range[1]).trim();
  return [fixer.replaceTextRange([arrow.range[1], handler.range[1]], ` { ${statement} return ${value}; }`)];
}
