import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TypesOption } from '../../engine/native/type-engines.js';
import type { Observation } from '../../engine/projects/observations.js';
import type { RuleSelection } from '../../engine/rule-selection.js';
import { AwaitedProcess } from '../../support/awaited-process.js';
import type { MendedFile } from '../fixing/mend-file.js';

/** What a thread does with its files. */
export interface ThreadTask {
  selection: RuleSelection;
  types: TypesOption;
  /** Which edits to make; the files are only checked without. */
  mend?: 'fixes' | 'suggestions';
  /** Whether to tell what the results rest on. */
  isTraced: boolean;
}

/** What a result rests on, besides the rules. */
export interface ResultBasis {
  /** The digest of the text. */
  text: string;
  /** The names of the traces of its types; none where no rule asked for types. */
  traces: readonly string[];
}

/** What the disk answered when types were made. */
export interface Trace {
  name: string;
  observations: readonly Observation[];
}

/**
 * What a thread tells: one result a file, in their order, a broken tsconfig, the traces that results rest on and the process that it
 * waits for in between, and that it has done them all.
 */
export type ThreadEvent =
  | { result: MendedFile; basis?: ResultBasis | undefined }
  | { traces: Trace[] }
  | { trouble: string }
  | { process: number | undefined }
  | 'done';

/**
 * A thread in which files are checked. Building a TypeScript program takes seconds in one piece; only from another thread can that
 * be stopped at once, and a progress bar be drawn meanwhile.
 */
export class CheckThread {
  readonly #worker: Worker;
  readonly #awaited: AwaitedProcess;
  #failure: Error | undefined;

  constructor(task: ThreadTask) {
    this.#worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: task });
    this.#awaited = new AwaitedProcess(this.#worker);
    // It may also die between two jobs; the next one says so.
    this.#worker.on('error', (error: Error) => (this.#failure = error));
  }

  /**
   * @param files absolute paths
   * @yields what the thread tells until it is done
   * @throws the signal's reason when it aborts, or what ended the thread, such as too little memory
   */
  async *work(
    files: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Exclude<ThreadEvent, 'done' | { process: unknown }>, void> {
    const events = on(this.#worker, 'message', { signal, close: ['exit'] });
    this.#worker.postMessage(files);
    for await (const [event] of events as AsyncIterable<[ThreadEvent]>) {
      if (event === 'done') return;
      if ('process' in event) this.#awaited.is(event.process);
      else yield event;
    }
    throw this.#failure ?? new Error('The thread has ended');
  }

  /** Ends the thread, whatever it is at. */
  async end(): Promise<void> {
    await this.#awaited.terminate();
  }
}
