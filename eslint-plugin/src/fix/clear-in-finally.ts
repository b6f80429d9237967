import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findWorkAfterTimer, type Model } from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { indentationAt, newlineOf } from './insert-statement.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Puts the work behind a timer into a `try` whose `finally` clears the timer.
 *
 * @returns undefined where the work outlasts its block, or where the text cannot be moved by a step as it stands
 */
export function clearInFinally(model: Model, timer: TSESTree.CallExpression): Fix | undefined {
  const work = findWorkAfterTimer(model, timer);
  const id = work?.id ?? findFreeName(model.sourceCode, ['timer', 'abortTimer']);
  if (!work || id === undefined) return undefined;
  const wrap = wrapInFinally(model, work, `clearTimeout(${id});`);
  return (
    wrap &&
    ((fixer) => [
      ...(work.id === undefined ? [fixer.insertTextBefore(work.statement, `const ${id} = `)] : []),
      ...wrap(fixer),
    ])
  );
}

/**
 * Puts statements into a `try` whose `finally` does one thing, and takes it away where they do it on a line of its own.
 *
 * @param work the statement that the `try` follows, and what goes into it
 * @returns undefined where the text cannot be moved by a step as it stands
 */
export function wrapInFinally(
  { sourceCode }: Model,
  { statement, rest }: { statement: TSESTree.Statement; rest: readonly TSESTree.Statement[] },
  cleanup: string,
): Fix | undefined {
  const [first, last] = [rest[0], rest.at(-1)];
  if (!first || !last) return undefined;
  const line = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, statement.loc.start.line);
  const step = sourceCode.lines.some((each) => each.startsWith('\t')) ? '\t' : '  ';
  const range: TSESTree.Range = [statement.range[1], last.range[1]];
  if (hasTextOverLines(sourceCode, range) || first.loc.start.line === statement.loc.end.line)
    return undefined;
  const earlier = new RegExp(
    `\\r?\\n[ \\t]*${cleanup.slice(0, -1).replaceAll(/[$().?]/g, '\\$&')};?(?=\\r?\\n|$)`,
    'g',
  );
  const kept = sourceCode.text.slice(...range).replaceAll(earlier, '');
  const moved = kept.replaceAll(/\n(?=[^\r\n])/g, `\n${step}`);
  const end = `${line}${outer}} finally {${line}${outer}${step}${cleanup}${line}${outer}}`;
  return (fixer) => [fixer.replaceTextRange(range, `${line}${outer}try {${moved}${end}`)];
}

/** @returns whether there is text in the range whose own lines a step to the right would change */
export function hasTextOverLines(sourceCode: Readonly<TSESLint.SourceCode>, range: TSESTree.Range): boolean {
  const isInRange = (each: { range: TSESTree.Range }): boolean =>
    each.range[0] >= range[0] && each.range[1] <= range[1];
  return sourceCode.ast.tokens.some(
    (token) => token.type === 'Template' && isInRange(token) && token.loc.start.line !== token.loc.end.line,
  );
}
