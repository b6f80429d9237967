import type { Trouble } from '../reports/check-report.js';
import type { SourcesReport } from '../run-ledger.js';
import type { MendedFile, TextChange } from './mend-file.js';
import { findObstacle } from './write-change.js';

/** Changes a file; returns what went wrong, in one sentence. */
export type Write = (file: string, change: TextChange) => Promise<string | undefined>;

/** What came of the changes of a run, or would come of them. */
export interface FixOutcome {
  fileCount: number;
  /** The files that were changed, or would be. */
  changed: { file: string; change: TextChange }[];
  /** The files that have findings left, and how many. */
  left: { count: number; withSuggestions: number }[];
  troubles: Trouble[];
}

/**
 * Makes the changes of a run, each file in one step, where the file is still the one that was checked.
 *
 * @param write how a file is changed
 * @throws the signal's reason when it aborts, between two files
 */
export async function makeChanges(
  { fileCount, results, troubles }: SourcesReport,
  write: Write,
  signal: AbortSignal,
): Promise<FixOutcome> {
  const outcome: FixOutcome = { fileCount, changed: [], left: [], troubles: [...troubles] };
  for (const result of results) {
    const { file, change } = result;
    const problem = change && (await problemOf(file, change, write, signal));
    if (change && problem === undefined) outcome.changed.push({ file, change });
    if (problem !== undefined) outcome.troubles.push({ file, message: problem });
    const left = leftIn(result, problem === undefined);
    if (left.count > 0) outcome.left.push(left);
  }
  return outcome;
}

async function problemOf(
  file: string,
  change: TextChange,
  write: Write,
  signal: AbortSignal,
): Promise<string | undefined> {
  signal.throwIfAborted();
  return (await findObstacle(file, change, signal)) ?? (await write(file, change));
}

function leftIn({ findings, change }: MendedFile, isChanged: boolean): FixOutcome['left'][number] {
  const unmended = change && !isChanged ? change.mended : 0;
  const withSuggestions = findings.filter(({ suggestions }) => suggestions.length > 0).length;
  return { count: findings.length + unmended, withSuggestions };
}
