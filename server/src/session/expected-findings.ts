import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, TextEdit, TextRange } from '../engine/finding.js';

/** What was found in one text, without types and with them. */
export interface TypedFindings {
  text: string;
  /** Unknown where the text was checked with types at once. */
  quick?: readonly Finding[];
  typed: readonly Finding[];
}

/**
 * Foretells what types will make of the findings that were made without, so that an edit elsewhere in the file makes no finding
 * vanish and come back: what types added or took away before, they are expected to add or take away again.
 *
 * @param before the last text that was checked with types
 * @param text the present text
 * @param quick what is found in it without types
 */
export function expectFindings(
  before: TypedFindings | undefined,
  text: string,
  quick: readonly Finding[],
): readonly Finding[] {
  if (!before) return quick;
  const move = moverBetween(before.text, text);
  const wasQuick = new Set(before.quick?.map(identityOf));
  const wasTyped = new Set(before.typed.map(identityOf));
  const added = before.typed.filter((finding) => !wasQuick.has(identityOf(finding))).flatMap(move);
  const removed = (before.quick ?? []).filter((finding) => !wasTyped.has(identityOf(finding))).flatMap(move);
  const without = new Set([...removed, ...added].map(identityOf));
  return [...quick.filter((finding) => !without.has(identityOf(finding))), ...added].sort(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
}

/** @returns what makes a finding of the old text one of the new text; none where the edit touched what belongs to it */
function moverBetween(oldText: string, newText: string): (finding: Finding) => Finding[] {
  if (oldText === newText) return (finding) => [finding];
  const start = commonPrefix(oldText, newText);
  const end = oldText.length - commonSuffix(oldText, newText, start);
  const shift = newText.length - oldText.length;
  const [oldDocument, newDocument] = [documentOf(oldText), documentOf(newText)];

  function isTouched(finding: Finding): boolean {
    const ranges = [finding.range, ...finding.related.map(({ range }) => range)].map((range) => ({
      start: oldDocument.offsetAt(range.start),
      end: oldDocument.offsetAt(range.end),
    }));
    const edits = [...finding.suggestions.flatMap((suggestion) => suggestion.edits), finding.fix];
    return [...ranges, ...edits].some((place) => place && place.start <= end && place.end >= start);
  }

  function moved(offset: number): number {
    return offset < start ? offset : offset + shift;
  }

  function movedEdit(edit: TextEdit): TextEdit {
    return { start: moved(edit.start), end: moved(edit.end), text: edit.text };
  }

  function movedRange(range: TextRange): TextRange {
    return {
      start: newDocument.positionAt(moved(oldDocument.offsetAt(range.start))),
      end: newDocument.positionAt(moved(oldDocument.offsetAt(range.end))),
    };
  }

  return (finding) =>
    isTouched(finding)
      ? []
      : [
          {
            ...finding,
            range: movedRange(finding.range),
            suggestions: finding.suggestions.map(({ title, edits }) => ({
              title,
              edits: edits.map(movedEdit),
            })),
            related: finding.related.map((place) => ({ ...place, range: movedRange(place.range) })),
            ...(finding.fix && { fix: movedEdit(finding.fix) }),
          },
        ];
}

function identityOf({ rule, range: { start }, message }: Finding): string {
  return `${rule} ${String(start.line)}:${String(start.character)} ${message}`;
}

function documentOf(text: string): TextDocument {
  return TextDocument.create('', '', 0, text);
}

function commonPrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let length = 0;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length++;
  return length;
}
