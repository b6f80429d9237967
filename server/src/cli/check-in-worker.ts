import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileResult } from '../engine/finding.js';
import type { RuleSelection } from '../engine/rule-selection.js';
import type { Trouble } from './check-report.js';

/** What to check, and how. */
export interface CheckTask {
  /** Absolute paths. */
  files: readonly string[];
  selection: RuleSelection;
  types: boolean;
}

/** What the checking thread tells: one result a file, in their order, and whatever else went wrong in between. */
export type CheckEvent = { result: FileResult } | { trouble: Trouble };

/**
 * Checks files in a thread of its own. Building a TypeScript program takes seconds in one piece; only from another thread can
 * that be stopped at once, and a progress bar be drawn meanwhile.
 *
 * @yields what the thread tells
 * @throws the signal's reason when it aborts, or what ended the thread, such as too little memory
 */
export async function* checkInWorker(task: CheckTask, signal: AbortSignal): AsyncGenerator<CheckEvent, void> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), { workerData: task });
  try {
    for await (const [event] of on(worker, 'message', { signal, close: ['exit'] })) yield event as CheckEvent;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    await worker.terminate();
  }
}
