import type { AST, SourceCode } from 'eslint';
import type { TextEdit } from '../finding.js';
import { appendToDirective } from './append-to-directive.js';
import { nameInComment, type DirectiveStyle } from './directive-style.js';
import { commentsOf, directivesOf, lineOf } from './directive.js';
import { newlineOf } from './newline.js';

/**
 * Silences a rule for the line in which a finding begins: in the directive that the line has already, in a comment above it, at its
 * end, or right before the finding, whichever is the first that leaves the code as it is.
 *
 * @param place the rule, and the offset in the source's text at which the finding begins
 * @returns undefined where there is no room, or the rule is silent already
 */
export function lineDirective(
  source: SourceCode,
  { rule, offset }: { rule: string; offset: number },
  style: DirectiveStyle,
): TextEdit | undefined {
  const { line } = source.getLocFromIndex(offset);
  const name = nameInComment(rule, style);
  const known = directivesOf(source, style.tool).find((directive) => lineOf(directive) === line);
  if (known) return appendToDirective(known, name);
  const text = (kind: 'line' | 'next-line'): string => `${style.tool}-disable-${kind} ${name}`;
  return (
    aboveLine(source, line, text('next-line')) ??
    atEndOfLine(source, line, text('line')) ??
    beforeToken(source, offset, text('line'))
  );
}

/** What other tools read in the comment right above the line that they are told of. */
const speaksOfNextLine =
  /^[\s*/]*(?:@ts-(?:expect-error|ignore)|[\w:-]+-next-line|[\w-]+-ignore\b|(?:istanbul|c8|v8|node:coverage)\s+(?:ignore|disable)|\$Flow|[#@]__)/;

function aboveLine(source: SourceCode, line: number, text: string): TextEdit | undefined {
  const start = source.getIndexFromLoc({ line, column: 0 });
  if (commentsOf(source).some(({ loc, value }) => loc.end.line === line - 1 && speaksOfNextLine.test(value)))
    return undefined;
  const around = textAround(source, start - 1);
  if (around && (around.kind === 'fixed' || source.text.slice(around.start, start).trim() !== ''))
    return undefined;
  const [indentation = ''] = /^\s*/.exec(source.lines[line - 1] ?? '') ?? [];
  const comment = around ? `{/* ${text} */}` : `// ${text}`;
  return { start, end: start, text: indentation + comment + newlineOf(source.text) };
}

function atEndOfLine(source: SourceCode, line: number, text: string): TextEdit | undefined {
  const code = source.lines[line - 1] ?? '';
  const start = source.getIndexFromLoc({ line, column: 0 });
  const hasLineComment = commentsOf(source).some(
    ({ type, loc }) => type === 'Line' && loc.start.line === line,
  );
  if (hasLineComment || textAround(source, start + code.length)) return undefined;
  const end = start + code.trimEnd().length;
  return { start: end, end, text: ` // ${text}` };
}

/** As a block comment, which a token can have before it anywhere but between the children of an element. */
function beforeToken(source: SourceCode, offset: number, text: string): TextEdit | undefined {
  const token = source.ast.tokens.find(({ range }) => range[0] === offset);
  if (!token || textAround(source, offset - 1)?.kind === 'element') return undefined;
  const { type }: { type: string } = source.getNodeByRangeIndex(offset) ?? { type: '' };
  const isInsideLiteral = type === 'JSXText' || (type === 'TemplateElement' && !token.value.startsWith('`'));
  return isInsideLiteral ? undefined : { start: offset, end: offset, text: `/* ${text} */ ` };
}

/** Where a character stands that is no white space of the code: in the text of an element, or in a literal or a comment. */
function textAround(
  source: SourceCode,
  index: number,
): { kind: 'element' | 'fixed'; start: number } | undefined {
  const node: { type: string; range?: AST.Range | undefined } | null = source.getNodeByRangeIndex(index);
  if (node?.type === 'JSXText' && node.range) return { kind: 'element', start: node.range[0] };
  const inner = [...source.ast.tokens, ...commentsOf(source)].find(
    ({ range }) => range[0] <= index && index < range[1],
  );
  return inner && { kind: 'fixed', start: inner.range[0] };
}
