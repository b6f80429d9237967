import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { outermost, type Model } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type Source = Readonly<TSESLint.SourceCode>;

const exiting = ['console.error(error);', 'process.exit(1);'];

/** What a handler does that only prints the failure. */
export const printing: readonly string[] = ['console.error(error);'];

/** @returns the parameter of a function that gets what was thrown, which strict TypeScript wants to be called unknown */
export function caughtError({ isTypeScript }: Model): string {
  return isTypeScript ? '(error: unknown)' : '(error)';
}

/** Adds `.catch(...)` to a call whose promise is dropped: it prints the failure and, if nothing else is said, exits with 1. */
export function catchPromise(
  fixer: TSESLint.RuleFixer,
  model: Model,
  call: TSESTree.CallExpression,
  lines: readonly string[] = exiting,
): TSESLint.RuleFix {
  const { sourceCode } = model;
  const line = newlineOf(sourceCode) + indentationAt(sourceCode, call.loc.start.line);
  const step = stepOf(sourceCode);
  const body = lines.map((each) => line + step + each).join('');
  return fixer.insertTextAfter(outermost(call), `.catch(${caughtError(model)} => {${body}${line}})`);
}

/**
 * Puts the statements of a block into a `try` whose `catch` prints the failure and, if nothing else is said, exits with 1.
 *
 * @returns undefined where a text over several lines stands in the block, which may not be indented
 */
export function wrapInTry(
  sourceCode: Source,
  block: TSESTree.BlockStatement,
  lines: readonly string[] = exiting,
): string | undefined {
  const [first] = block.body;
  const text = sourceCode.getText(block);
  if (!first || /`[^`]*\n[^`]*`/.test(text)) return undefined;
  const newline = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, block.loc.start.line);
  const step = stepOf(sourceCode);
  const inner =
    first.loc.start.line > block.loc.start.line
      ? indentationAt(sourceCode, first.loc.start.line)
      : outer + step;
  const body = text
    .slice(1, -1)
    .trim()
    .split(newline)
    .map((each, index) => (each === '' ? each : (index === 0 ? inner + step : step) + each))
    .join(newline);
  const handler = lines.map((each) => newline + inner + step + each).join('');
  return `{${newline}${inner}try {${newline}${body}${newline}${inner}} catch (error) {${handler}${newline}${inner}}${newline}${outer}}`;
}

function stepOf(sourceCode: Source): string {
  return sourceCode.lines.some((line) => line.startsWith('\t')) ? '\t' : '  ';
}
