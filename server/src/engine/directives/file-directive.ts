import type { AST, SourceCode } from 'eslint';
import type { TextEdit } from '../finding.js';
import { appendToDirective } from './append-to-directive.js';
import { nameInComment, type DirectiveStyle } from './directive-style.js';
import { commentsOf, directivesOf, isAbout, type PlacedComment } from './directive.js';
import { newlineOf } from './newline.js';

/**
 * Silences a rule for a file: in the directive at its top, or by a new one behind all that has to come first: a hashbang, the licence,
 * the comments that tools look for at the top, `'use strict'` and the like.
 *
 * @returns undefined where a comment further down lets the rule speak again, or the rule is silent already
 */
export function fileDirective(source: SourceCode, rule: string, style: DirectiveStyle): TextEdit | undefined {
  const name = nameInComment(rule, style);
  const directives = directivesOf(source, style.tool);
  // A rule's name in ESLint's comments is another than ours, but the question is the same.
  const asked = style.tool === 'eslint' ? name : rule;
  if (directives.some((directive) => directive.kind === 'enable' && isAbout(directive, asked)))
    return undefined;
  const prologue = prologueOf(source);
  const code = source.ast.tokens.find(({ range }) => range[0] >= (prologue?.range[1] ?? 0));
  const top = code?.range[0] ?? source.text.length;
  const known = directives.find(({ kind, comment }) => kind === 'disable' && comment.range[1] <= top);
  if (known) return appendToDirective(known, name);
  return insertBehind(source, prologue ?? headOf(source, top), `/* ${style.tool}-disable ${name} */`);
}

/** @returns the last of the directives that the file begins with, such as `'use client'` */
function prologueOf({ ast }: SourceCode): { range: AST.Range; loc: AST.SourceLocation } | undefined {
  const last = ast.body.findLast((statement) => isDirective(statement));
  return last?.range && last.loc ? { range: last.range, loc: last.loc } : undefined;
}

/** typescript-eslint gives every statement of an expression this property, with a value or without. */
function isDirective(statement: object): boolean {
  return 'directive' in statement && statement.directive !== undefined;
}

/** What tools and readers look for in the first comments of a file. */
const belongsToTop =
  /^!|^\/\s*<|licen[cs]e|copyright|@(?:preserve|file|fileoverview|overview|author|module|packageDocumentation|ts-(?:no)?check|jest-|vitest-|jsx|flow|noflow|format|prettier)|^\s*(?:eslint-env|globals?|exported)\b/i;

/** @returns the last of the comments before the code that have to stay at the top; the lines of one text are one comment */
function headOf(source: SourceCode, top: number): PlacedComment | undefined {
  const before = commentsOf(source).filter(({ range }) => range[1] <= top);
  const last = before.findLastIndex(({ type, value }) => type === 'Shebang' || belongsToTop.test(value));
  const rest = last < 0 ? [] : before.slice(last);
  const end = rest.findIndex(({ type, loc }, index) => {
    const next = rest[index + 1];
    return type !== 'Line' || next?.type !== 'Line' || next.loc.start.line > loc.end.line + 1;
  });
  return rest[end];
}

/** On a line of its own, unless more code follows on the same line. */
function insertBehind(
  source: SourceCode,
  anchor: { range: AST.Range; loc: AST.SourceLocation } | undefined,
  comment: string,
): TextEdit {
  const newline = newlineOf(source.text);
  if (!anchor) return { start: 0, end: 0, text: comment + newline };
  const { line, column } = anchor.loc.end;
  const end = anchor.range[1];
  const behind = (source.lines[line - 1] ?? '').slice(column);
  const remark = commentsOf(source).find(({ range, loc }) => range[0] >= end && loc.start.line === line);
  if (behind.trim() === '')
    return { start: end + behind.length, end: end + behind.length, text: newline + comment };
  if (remark?.loc.end.line === line && behind.trim() === source.text.slice(...remark.range))
    return { start: remark.range[1], end: remark.range[1], text: newline + comment };
  return { start: end, end, text: ` ${comment}` };
}
