import process from 'node:process';
import type { RuleSelection } from '../engine/rule-selection.js';
import { findSources } from '../engine/find-sources.js';
import { openCache, type OpenedCache } from './cache/opened-cache.js';
import type { MendKind } from './fixing/chosen-edits.js';
import { startProgress } from './progress-bar.js';
import { RunLedger, type SourcesReport } from './run-ledger.js';
import type { SelectionOptions } from './selection-options.js';
import { findCandidates, type Candidate } from './threads/find-candidates.js';
import { JobQueue } from './threads/job-queue.js';
import { projectFolders } from './threads/project-folders.js';
import { runInThreads, type ThreadListener } from './threads/run-in-threads.js';
import { typesOption } from './types-option.js';
import { threadCount } from './threads/thread-count.js';

/** What to check, by which rules and how, and which findings to mend. */
export interface RunOptions extends Pick<SelectionOptions, 'types' | 'ignore' | 'threads'> {
  selection: RuleSelection;
  mend?: MendKind;
  /** The absolute path of the cache to go by, for runs that only check. */
  cache?: string | undefined;
}

/**
 * Finds files and checks them, in as many threads as are worth it, with a progress bar on a terminal. What it returns does not
 * depend on the number of threads, nor on which of them is first.
 *
 * @param paths files and folders, relative to the working directory or absolute; none mean the working directory
 * @param options what to do with them; nothing is written
 * @param signal stops everything at once
 * @throws the signal's reason when it aborts
 */
export async function checkSources(
  paths: readonly string[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<SourcesReport> {
  const search = { cwd: process.cwd(), ignore: options.ignore ?? [], signal };
  const { files, troubles } = await findSources(paths.length > 0 ? paths : ['.'], search);
  const opened = options.cache === undefined ? undefined : await openCache(options.cache, options, signal);
  if (opened && 'message' in opened) return { fileCount: 0, results: [], notes: [], troubles: [opened] };
  const progress = startProgress(files.length, process.stderr, options.mend ? 'Fixing' : 'Checking');
  const ledger = new RunLedger(files, progress);
  try {
    const candidates: Candidate[] = [];
    for await (const glance of findCandidates(files, options.selection, signal)) {
      if ('file' in glance) candidates.push(glance);
      else ledger.onGlance(glance);
    }
    await checkCandidates(candidates, { ...options, opened }, ledger, signal);
  } finally {
    progress.stop();
  }
  const cacheTroubles = (await opened?.save()) ?? [];
  return { ...ledger.report([...troubles, ...cacheTroubles]), notes: opened?.notes ?? [] };
}

async function checkCandidates(
  candidates: readonly Candidate[],
  { opened, ...options }: RunOptions & { opened: OpenedCache | undefined },
  ledger: RunLedger,
  signal: AbortSignal,
): Promise<void> {
  const unknown = opened ? await opened.results.take(candidates, ledger, signal) : candidates;
  const listener = opened ? opened.results.before(ledger) : ledger;
  await checkUnknown(unknown, { ...options, isTraced: opened !== undefined }, listener, signal);
}

/** Candidates are dealt out by project, so that each program is built once where that is possible. */
async function checkUnknown(
  candidates: readonly Candidate[],
  options: RunOptions & { isTraced: boolean },
  listener: ThreadListener,
  signal: AbortSignal,
): Promise<void> {
  if (candidates.length === 0) return;
  const { selection, mend, isTraced } = options;
  const types = typesOption(options.types);
  const task = {
    selection,
    types,
    isTraced,
    threads: threadCount(candidates.length, options.threads),
    ...(mend && { mend }),
  };
  const queue = new JobQueue(candidates, types ? projectFolders() : () => undefined);
  await runInThreads(queue, task, listener, signal);
}
