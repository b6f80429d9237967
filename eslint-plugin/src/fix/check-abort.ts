import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Loop, Model, UncheckedLoop } from '../analysis/index.js';
import { indentationAt, insertFirst, newlineOf } from './insert-statement.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
type Signal = Pick<UncheckedLoop['signal'], 'text' | 'mayBeMissing'>;

/** @returns the edit that lets each turn of a loop throw the abort reason first; undefined where its body is no block */
export function checkInLoop(model: Model, { body }: Loop, signal: Signal): Fix | undefined {
  if (body.type !== 'BlockStatement') return undefined;
  return (fixer) => insertFirst(fixer, model.sourceCode, body, throwing(signal));
}

/** Lets the code throw the abort reason right after a statement. */
export function checkAfter(model: Model, statement: TSESTree.Statement, signal: Signal): Fix {
  const { sourceCode } = model;
  const indentation = indentationAt(sourceCode, statement.loc.start.line);
  return (fixer) => [
    fixer.insertTextAfter(statement, `${newlineOf(sourceCode)}${indentation}${throwing(signal)}`),
  ];
}

function throwing({ text, mayBeMissing }: Signal): string {
  return `${text}${mayBeMissing ? '?.' : '.'}throwIfAborted();`;
}
