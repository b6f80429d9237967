import type { ShownSeverity } from './rule-selection.js';

/** A place in a text: zero-based lines and characters as in LSP, characters in UTF-16 code units. */
export interface TextRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** A replacement of `[start, end)`, offsets in UTF-16 code units of the text that was checked. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** One alternative that mends a finding. */
export interface Suggestion {
  title: string;
  edits: TextEdit[];
}

/** A second place in the same file that explains a finding. */
export interface RelatedPlace {
  range: TextRange;
  message: string;
}

/** What the engine says of one place; the server and the shell command both show this. */
export interface Finding {
  /** The rule's full id, `cancellation/<rule>`. */
  rule: string;
  severity: 'error' | 'warning';
  /** How an editor shows it, where that is another way. */
  shownAs?: ShownSeverity;
  message: string;
  range: TextRange;
  /** The address of the rule's page. */
  page: string;
  /** The rule's autofix, which changes nothing that runs; absent where the rule has none. */
  fix?: TextEdit;
  suggestions: Suggestion[];
  related: RelatedPlace[];
}

/** What became of one file: its findings, or the one reason why it could not be checked. */
export interface FileResult {
  file: string;
  findings: Finding[];
  /** A syntax error or another trouble, in one sentence; the findings are empty then. */
  trouble?: string;
  /** Set where the trouble is a syntax error, which is nothing strange in a file that is being edited. */
  isSyntaxError?: true;
}
