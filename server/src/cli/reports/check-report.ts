import type { FileResult } from '../../engine/finding.js';
import { displayPath } from '../display-path.js';

/** Something that could not be checked as asked, in one sentence; `file` is absolute, and absent where the sentence names it. */
export interface Trouble {
  file?: string;
  message: string;
}

/** What a run of `check` came to. */
export interface CheckReport {
  /** How many files were looked at. */
  fileCount: number;
  /** The files that have findings, in the order in which they were checked. */
  results: FileResult[];
  troubles: Trouble[];
}

export interface FindingCounts {
  errors: number;
  warnings: number;
}

/** @returns how many findings of each severity a report holds */
export function countFindings({ results }: CheckReport): FindingCounts {
  const findings = results.flatMap((result) => result.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

/** @returns a trouble as a line for a person */
export function wordsOfTrouble({ file, message }: Trouble, cwd: string): string {
  return file === undefined ? message : `${displayPath(file, cwd)}: ${message}`;
}
