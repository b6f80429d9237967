import type { TextEdit } from '../finding.js';

/** What an edit is for: a function comes to a parameter, or a call to an argument. */
export interface ThreadedEdit extends TextEdit {
  role: 'parameter' | 'argument';
}

/** The edits of one file, as offsets of the text that they were made for; a byte order mark does not count. */
export interface ThreadedFile {
  /** The absolute path. */
  file: string;
  text: string;
  edits: ThreadedEdit[];
}

/** A place where a signal came no further, and why, in words that follow the name of a function. */
export interface ThreadStop {
  file: string;
  /** Counted from 1. */
  line: number;
  name: string;
  reason: string;
}

/** What threads a signal through a project, or why nothing does, in one sentence. Plain data. */
export type ThreadedSignal = { files: ThreadedFile[]; stops: ThreadStop[] } | { trouble: string };

/** How far a signal is threaded at once: more than that nobody reads in a preview. */
export interface ThreadLimits {
  /** Functions that are given a parameter. */
  functions: number;
  calls: number;
  /** Steps from a function to its callers. */
  depth: number;
}

export const defaultThreadLimits: ThreadLimits = { functions: 100, calls: 500, depth: 25 };

/** Why there is nothing to change, in one sentence. */
export class ThreadTrouble extends Error {
  override readonly name = 'ThreadTrouble';
}
