import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findWorkAfterTimer, type Model } from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Puts the work behind a timer into a `try` whose `finally` clears the timer.
 *
 * @returns undefined where the work outlasts its block, or where the text cannot be moved by a step as it stands
 */
export function clearInFinally(
  model: Model,
  timer: TSESTree.CallExpression,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { sourceCode } = model;
  const work = findWorkAfterTimer(model, timer);
  const first = work?.rest[0];
  const last = work?.rest.at(-1);
  const id = work?.id ?? findFreeName(sourceCode, ['timer', 'abortTimer']);
  if (!work || !first || !last || id === undefined) return undefined;
  const line = newlineOf(sourceCode);
  const outer = indentationAt(sourceCode, work.statement.loc.start.line);
  const step = sourceCode.lines.some((each) => each.startsWith('\t')) ? '\t' : '  ';
  const range: TSESTree.Range = [work.statement.range[1], last.range[1]];
  if (hasTextOverLines(sourceCode, range) || first.loc.start.line === work.statement.loc.end.line)
    return undefined;
  const earlierClear = new RegExp(
    `\\r?\\n[ \\t]*clearTimeout\\(${id.replaceAll('$', '\\$')}\\);?(?=\\r?\\n|$)`,
    'g',
  );
  const kept = sourceCode.text.slice(...range).replaceAll(earlierClear, '');
  const moved = kept.replaceAll(/\n(?=[^\r\n])/g, `\n${step}`);
  const end = `${line}${outer}} finally {${line}${outer}${step}clearTimeout(${id});${line}${outer}}`;
  return (fixer) => [
    ...(work.id === undefined ? [fixer.insertTextBefore(work.statement, `const ${id} = `)] : []),
    fixer.replaceTextRange(range, `${line}${outer}try {${moved}${end}`),
  ];
}

/** @returns whether there is text in the range whose own lines a step to the right would change */
export function hasTextOverLines(sourceCode: Readonly<TSESLint.SourceCode>, range: TSESTree.Range): boolean {
  const isInRange = (each: { range: TSESTree.Range }): boolean =>
    each.range[0] >= range[0] && each.range[1] <= range[1];
  return sourceCode.ast.tokens.some(
    (token) => token.type === 'Template' && isInRange(token) && token.loc.start.line !== token.loc.end.line,
  );
}
