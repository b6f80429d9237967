import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { AST, SourceCode } from 'eslint';

/** A comment with its place; ESLint's own type leaves open whether there is one. */
export interface PlacedComment {
  type: string;
  value: string;
  range: AST.Range;
  loc: AST.SourceLocation;
}

/** Whose comment it is: ours, or one that ESLint and we both follow. */
export type DirectiveTool = 'cancellation' | 'eslint';

/** A comment that silences rules, or lets them speak again. */
export interface Directive {
  tool: DirectiveTool;
  /** What is said of the rules, and of which code: from here on, this line, or the next. */
  kind: (typeof kinds)[number];
  /** The names as they are written; where there are none, all rules are meant. */
  names: readonly string[];
  comment: PlacedComment;
}

const kinds = ['disable', 'enable', 'disable-line', 'disable-next-line'] as const;

const commentParser = new ConfigCommentParser();

/** @returns the comments of a file in their order */
export function commentsOf(source: SourceCode): PlacedComment[] {
  return source
    .getAllComments()
    .flatMap(({ type, value, range, loc }) => (range && loc ? [{ type, value, range, loc }] : []));
}

/** @returns the directives of a file in their order, those of one tool */
export function directivesOf(source: SourceCode, tool: DirectiveTool): Directive[] {
  if (!source.text.includes(`${tool}-`)) return [];
  return commentsOf(source).flatMap((comment) => readDirective(comment, tool) ?? []);
}

/** Reads a comment as ESLint reads its own: text behind ` -- ` is a reason. */
function readDirective(comment: PlacedComment, tool: DirectiveTool): Directive | undefined {
  const { label, value } = commentParser.parseDirective(comment.value) ?? {};
  const kind = kinds.find((each) => label === `${tool}-${each}`);
  if (kind === undefined) return undefined;
  const isSingleLine = comment.loc.start.line === comment.loc.end.line;
  // ESLint takes line comments for single lines only, and refuses to be told of a line in several.
  if (tool === 'eslint' && comment.type === 'Line' && !kind.endsWith('line')) return undefined;
  if (kind === 'disable-line' && !isSingleLine) return undefined;
  return { tool, kind, names: Object.keys(commentParser.parseListConfig(value ?? '')), comment };
}

/** @returns the line, counted from 1, that a directive for a single line is about */
export function lineOf({ kind, comment }: Directive): number | undefined {
  if (kind === 'disable-line') return comment.loc.start.line;
  return kind === 'disable-next-line' ? comment.loc.end.line + 1 : undefined;
}

/** @returns true where one of our directives is about a rule, which it may name by its full id or by what stands behind the slash */
export function isAbout({ names }: Directive, rule: string): boolean {
  return names.length === 0 || names.some((name) => name === rule || `cancellation/${name}` === rule);
}
