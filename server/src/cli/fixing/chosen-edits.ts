import type { Finding, TextEdit } from '../../engine/finding.js';

/** Which edits are made without asking: those that change nothing that runs, or the first suggestion of each finding too. */
export type MendKind = 'fixes' | 'suggestions';

/** The edits that mend one finding. They belong together. */
export type Mend = readonly TextEdit[];

/**
 * Chooses what can be done to a text at once.
 *
 * @returns the edits of each finding that can be mended; of those that overlap, the first
 */
export function chosenMends(findings: readonly Finding[], kind: MendKind): Mend[] {
  const chosen: Mend[] = [];
  for (const finding of findings) {
    const mend = mendOf(finding, kind);
    if (mend.length > 0 && !chosen.flat().some((edit) => mend.some((other) => overlap(edit, other))))
      chosen.push(mend);
  }
  return chosen;
}

/** @returns the text after edits that do not overlap */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text);
}

function mendOf({ fix, suggestions }: Finding, kind: MendKind): Mend {
  if (fix) return [fix];
  return kind === 'suggestions' ? (suggestions[0]?.edits ?? []) : [];
}

/** Two insertions at one place have no order of their own, so they overlap too. */
function overlap(one: TextEdit, other: TextEdit): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}
