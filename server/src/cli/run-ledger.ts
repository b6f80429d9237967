import { reasonOf } from '../support/reason-of.js';
import type { MendedFile } from './fixing/mend-file.js';
import type { Progress } from './progress-bar.js';
import type { CheckReport, Trouble } from './reports/check-report.js';
import type { Candidate } from './threads/find-candidates.js';
import type { ThreadListener } from './threads/run-in-threads.js';

/** What a run over files came to; where it mends, files without findings are here for their change. */
export interface SourcesReport extends CheckReport {
  results: MendedFile[];
  /** What is worth a word, and no trouble. */
  notes: string[];
}

/** Notes what becomes of each file, in whatever order that comes to be known, and puts it in order. */
export class RunLedger implements ThreadListener {
  readonly #files: readonly string[];
  readonly #progress: Progress;
  readonly #results = new Map<number, MendedFile>();
  readonly #configTroubles = new Set<string>();

  constructor(files: readonly string[], progress: Progress) {
    this.#files = files;
    this.#progress = progress;
  }

  /** Notes a file that was not parsed, because it cannot hold a finding or is in trouble. */
  onGlance({ index, trouble }: { index: number; trouble?: string }): void {
    const file = this.#files[index] ?? '';
    this.onResult({ index }, { file, findings: [], ...(trouble !== undefined && { trouble }) });
  }

  onResult({ index }: Pick<Candidate, 'index'>, result: MendedFile): void {
    this.#results.set(index, result);
    this.#progress.fileDone(result.findings.length);
  }

  onTrouble(trouble: string): void {
    this.#configTroubles.add(trouble);
  }

  onLoss([at, ...others]: readonly Candidate[], cause: unknown): void {
    if (at) this.onGlance({ index: at.index, trouble: wordsOfLoss(cause, others.length) });
    for (const { index } of others) this.onGlance({ index });
  }

  /** @param troubles what went wrong before, when the files were searched for */
  report(troubles: readonly Trouble[]): Omit<SourcesReport, 'notes'> {
    const inOrder = [...this.#results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
    return {
      fileCount: this.#files.length,
      results: inOrder.filter(({ findings, change }) => findings.length > 0 || change),
      troubles: [
        ...troubles,
        ...[...this.#configTroubles].toSorted().map((message) => ({ message })),
        ...inOrder.flatMap(({ file, trouble }) => (trouble === undefined ? [] : { file, message: trouble })),
      ],
    };
  }
}

function wordsOfLoss(cause: unknown, others: number): string {
  const isOutOfMemory =
    cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const what = isOutOfMemory
    ? 'ran out of memory at this file'
    : `broke down at this file (${reasonOf(cause)})`;
  const left = others === 0 ? 'which is' : `which is, with ${String(others)} more of its project,`;
  return `The check ${what}, ${left} left out.`;
}
