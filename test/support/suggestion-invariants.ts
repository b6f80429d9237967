import type { Linter } from 'eslint';
import ts from 'typescript';
import { expect } from 'vitest';
import { applied, type Checked } from './rule-tester.js';

/**
 * What holds for every suggestion: its result parses, type-checks as well as before, keeps every comment, has no
 * finding of ours where it changed the code, and is not offered again at the same place.
 */
export function checkSuggestion(
  code: string,
  message: Linter.LintMessage,
  suggestion: Linter.LintSuggestion,
  { messages, relint, program }: Checked,
): void {
  const label = `after "${suggestion.desc}"`;
  const fixed = applied(code, suggestion.fix);
  expect(fixed, `${label}: the text changes`).not.toBe(code);
  const after = relint(fixed);
  expect(
    after.filter(({ fatal }) => fatal),
    `${label}: it parses`,
  ).toEqual([]);
  expect(commentsOf(fixed), `${label}: comments stay`).toEqual(expect.arrayContaining(commentsOf(code)));
  const complaints = new Set(program.diagnosticsOf(code));
  expect(
    program.diagnosticsOf(fixed).filter((complaint) => !complaints.has(complaint)),
    `${label}: it type-checks as well as before`,
  ).toEqual([]);
  expect(
    after.filter((each) => isAtChange(each, fixed, suggestion)),
    `${label}: nothing of ours in its place`,
  ).toEqual([]);
  const ofRule = after.filter(({ ruleId }) => ruleId === message.ruleId);
  expect(ofRule.length, `${label}: the finding is gone`).toBeLessThan(messages.length);
}

function isAtChange(message: Linter.LintMessage, fixed: string, { fix }: Linter.LintSuggestion): boolean {
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
