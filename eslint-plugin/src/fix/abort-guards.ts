import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { accessPath, isFunction, isMissingPossible, type Model, type Signal } from '../analysis/index.js';
import { insertFirst } from './insert-first.js';

/** @returns how the handler can name the signal; undefined where it was made in place and has no name */
export function signalText(model: Model, signal: Signal): string | undefined {
  return accessPath(signal.node) ? model.sourceCode.getText(signal.node).replaceAll('?.', '.') : undefined;
}

/** @returns `signal.throwIfAborted();`, with `?.` where the signal may be missing */
export function throwIfAborted(model: Model, signal: Signal): string {
  return `${readOf(model, signal)}throwIfAborted();`;
}

/** @returns `if (signal.aborted) throw error;`, with `?.` where the signal may be missing */
export function rethrowIfAborted(model: Model, signal: Signal, error: string): string {
  return `if (${readOf(model, signal)}aborted) throw ${error};`;
}

function readOf(model: Model, signal: Signal): string {
  const text = model.sourceCode.getText(signal.node);
  return isMissingPossible(model, signal) ? `${text}?.` : `${text}.`;
}

/**
 * Makes a statement the first that a handler runs.
 *
 * @param handler a `catch` clause, or a function whose expression body becomes a block
 */
export function startHandlerWith(
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
  const last = sourceCode.getLastToken(handler);
  const value = sourceCode.text.slice(arrow.range[1], last?.range[1] ?? body.range[1]).trim();
  return [fixer.replaceTextRange([arrow.range[1], handler.range[1]], ` { ${statement} return ${value}; }`)];
}

/** @returns the name that holds the caught error; undefined where the handler does not bind it */
export function errorName(handler: TSESTree.Node): string | undefined {
  const parameter =
    handler.type === 'CatchClause' ? handler.param : isFunction(handler) ? handler.params[0] : null;
  return parameter?.type === 'Identifier' ? parameter.name : undefined;
}
