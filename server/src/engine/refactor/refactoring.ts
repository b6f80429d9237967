import type { TextEdit } from '../finding.js';

/** What can be made of a place where nothing is wrong; the names are those of the plugin's refactorings. */
export const refactoringNames = ['forward-signal', 'add-signal-parameter', 'thread-signal'] as const;
export type RefactoringName = (typeof refactoringNames)[number];

/** A refactoring that fits a place. */
export interface Refactoring {
  name: RefactoringName;
  title: string;
  /** None where they are in many files, so that they are worked out when somebody wants them. */
  edits: TextEdit[];
  /** Where the name of the function stands from which they are worked out then, as an offset of the text. */
  functionName?: number;
}

/** Where something is to be made of code: offsets in UTF-16 code units. */
export interface RefactoringPlace {
  start: number;
  end: number;
}
