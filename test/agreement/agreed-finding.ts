/** What every way to run the rules has to say alike; places from 1, edits in UTF-16 code units from the file's beginning. */
export interface AgreedFinding {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  place: { line: number; column: number; endLine: number; endColumn: number };
  suggestions: { title: string; edits: { start: number; end: number; text: string }[] }[];
}

/** The findings of each file that has some, by its path in the folder, with `/`. */
export type AgreedReport = Record<string, AgreedFinding[]>;

/** How the rules are run. */
export type Way = 'with types' | 'without types';
