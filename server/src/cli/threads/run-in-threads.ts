import type { MendedFile } from '../fixing/mend-file.js';
import { CheckThread, type ResultBasis, type ThreadTask, type Trace } from './check-thread.js';
import type { Candidate } from './find-candidates.js';
import type { Job, JobQueue } from './job-queue.js';

/** Hears what the threads tell, in the order in which they come to it. */
export interface ThreadListener {
  /** @param basis what the result rests on, where the task asks for it and it can be told */
  onResult(candidate: Candidate, result: MendedFile, basis?: ResultBasis): void;
  /** Traces that results rest on, each before or after them; one that was told before has grown. */
  onTraces?(traces: readonly Trace[]): void;
  /** A broken tsconfig; each thread that meets it tells. */
  onTrouble(trouble: string): void;
  /** A thread has died, and these files have no result; the first is the one that it was at. */
  onLoss(lost: readonly Candidate[], cause: unknown): void;
}

/**
 * Checks files in threads of their own. A thread that dies costs few files, and another takes its place.
 *
 * @param queue the files
 * @param task what to do with them, and in how many threads
 * @param listener hears of each file once
 * @param signal stops all threads at once
 * @throws the signal's reason when it aborts
 */
export async function runInThreads(
  queue: JobQueue,
  task: ThreadTask & { threads: number },
  listener: ThreadListener,
  signal: AbortSignal,
): Promise<void> {
  const { threads, ...threadTask } = task;
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const works = Array.from({ length: threads }, async () => {
    try {
      await workOff(queue, threadTask, listener, stop);
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  });
  await Promise.allSettled(works);
  stop.throwIfAborted();
}

async function workOff(
  queue: JobQueue,
  task: ThreadTask,
  listener: ThreadListener,
  signal: AbortSignal,
): Promise<void> {
  let thread: CheckThread | undefined;
  try {
    for (let job = queue.next(); job; job = queue.next(job.share)) {
      signal.throwIfAborted();
      thread ??= new CheckThread(task);
      const left = [...job.files];
      try {
        await doJob(job, { thread, left, listener, signal });
      } catch (error) {
        signal.throwIfAborted();
        const lost = queue.crashed(job, left);
        if (lost.length > 0) listener.onLoss(lost, error);
        await thread.end();
        thread = undefined;
      }
    }
  } finally {
    await thread?.end();
  }
}

/** @param work `left` holds the files without a result, and loses each that gets one */
async function doJob(
  { files }: Job,
  work: { thread: CheckThread; left: Candidate[]; listener: ThreadListener; signal: AbortSignal },
): Promise<void> {
  const { thread, left, listener, signal } = work;
  const paths = files.map(({ file }) => file);
  for await (const event of thread.work(paths, signal)) {
    if ('trouble' in event) {
      listener.onTrouble(event.trouble);
      continue;
    }
    if ('traces' in event) {
      listener.onTraces?.(event.traces);
      continue;
    }
    const candidate = left.shift();
    if (candidate) listener.onResult(candidate, event.result, event.basis);
  }
}
