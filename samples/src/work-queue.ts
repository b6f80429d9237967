import { open } from 'node:fs/promises';

export interface Job {
  name: string;
  run: (signal: AbortSignal) => Promise<string>;
}

/** Runs jobs one after the other, and writes what came out of each into a journal. */
export async function runJobs(jobs: readonly Job[], journalFile: string, signal: AbortSignal): Promise<void> {
  const journal = await open(journalFile, 'a');
  try {
    for (const { name, run } of jobs) {
      signal.throwIfAborted();
      await journal.write(`${name}: ${await run(signal)}\n`);
    }
  } finally {
    journal.close();
  }
}
