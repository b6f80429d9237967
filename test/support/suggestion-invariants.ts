import type { Linter } from 'eslint';
import ts from 'typescript';
import { expect } from 'vitest';
import { applied } from './applied.js';

/** A text that was linted: what was found, and how to lint another text in the same way. */
export interface Linted {
  messages: readonly Linter.LintMessage[];
  relint: (code: string) => Linter.LintMessage[];
}

/** The same with what TypeScript says of a text. */
export interface Checked extends Linted {
  program: { diagnosticsOf(code: string): string[] };
}

/**
 * What holds for every suggestion: its result parses, type-checks as well as before, keeps every comment, has no
 * new finding of ours where it changed the code, and is not offered again at the same place.
 */
export function checkSuggestion(
  code: string,
  message: Linter.LintMessage,
  suggestion: Linter.LintSuggestion,
  checked: Checked,
): void {
  const label = `after "${suggestion.desc}"`;
  expect(complaintsAbout(code, message, suggestion, checked), label).toEqual([]);
  const { program } = checked;
  const complaints = new Set(program.diagnosticsOf(code));
  expect(
    program.diagnosticsOf(applied(code, suggestion.fix)).filter((complaint) => !complaints.has(complaint)),
    `${label}: it type-checks as well as before`,
  ).toEqual([]);
}

/**
 * The part of {@link checkSuggestion} that takes no types.
 *
 * @returns what does not hold, in words
 */
export function complaintsAbout(
  code: string,
  message: Linter.LintMessage,
  suggestion: Linter.LintSuggestion,
  { messages, relint }: Linted,
): string[] {
  const fixed = applied(code, suggestion.fix);
  if (fixed === code) return ['the text does not change'];
  const after = relint(fixed);
  const fatal = after.find((each) => each.fatal);
  if (fatal) return [`it does not parse: ${fatal.message}`];
  const kept = commentsOf(fixed);
  const lost = commentsOf(code).filter((comment) => !kept.includes(comment));
  const atChange = after.filter((each) => isAtChange(each, fixed, suggestion));
  const known = new Set(atChange.length > 0 ? relint(code).map(saying) : []);
  const left = atChange.filter((each) => !known.has(saying(each)));
  const ofRule = (list: readonly Linter.LintMessage[]): number =>
    list.filter(({ ruleId }) => ruleId === message.ruleId).length;
  return [
    ...lost.map((comment) => `it loses ${comment}`),
    ...left.map((each) => `it brings ${saying(each)}`),
    ...(ofRule(after) < ofRule(messages) ? [] : ['the finding is still there']),
  ];
}

function saying({ ruleId, message }: Linter.LintMessage): string {
  return `${ruleId ?? ''}: ${message}`;
}

/** Does a finding of the fixed text lie where the suggestion changed it? */
export function isAtChange(
  message: Linter.LintMessage,
  fixed: string,
  { fix }: Linter.LintSuggestion,
): boolean {
  const start = offsetOf(fixed, message.line, message.column);
  const end = offsetOf(fixed, message.endLine ?? message.line, message.endColumn ?? message.column);
  return start < fix.range[0] + fix.text.length && end > fix.range[0];
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((length, each) => length + each.length + 1, 0) + column - 1;
}

function commentsOf(code: string): string[] {
  const comments: string[] = [];
  const source = ts.createSourceFile('case.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(code, node.getFullStart()) ?? []) {
      comments.push(code.slice(range.pos, range.end));
    }
    for (const range of ts.getTrailingCommentRanges(code, node.getEnd()) ?? []) {
      comments.push(code.slice(range.pos, range.end));
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...new Set(comments)];
}
