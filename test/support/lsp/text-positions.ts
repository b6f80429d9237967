import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol/node';

// Written apart from the server's own library, so that a mistake there cannot hide behind the same one here.

/** @returns the offset of a zero-based line and a character counted in UTF-16 code units */
export function offsetAt(text: string, { line, character }: Position): number {
  const lineEnds = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length);
  return ([0, ...lineEnds][line] ?? text.length) + character;
}

/** @returns the place of an offset */
export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** @returns the text between two places */
export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end));
}

/** @returns the text after edits, all of which mean places in the text as it was */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, newText }) => ({
      start: offsetAt(text, range.start),
      end: offsetAt(text, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
