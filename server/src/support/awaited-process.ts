import process from 'node:process';
import type { Worker } from 'node:worker_threads';

/** How long a thread may take to end, in milliseconds. */
const patience = 1_000;

/**
 * A process that a thread waits for. Meanwhile the thread hears nothing, not even that it is to end, and keeps this process from
 * ending; so the other process has to go first.
 */
export class AwaitedProcess {
  readonly #worker: Worker;
  #pid: number | undefined;
  #isEnding = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    process.on('exit', this.#kill);
    // A thread that ends by itself leaves the other process with closed pipes, which ends it.
    worker.once('exit', () => {
      if (!this.#isEnding) this.#forget();
    });
  }

  /** @param pid the process that runs now; none where it was ended */
  is(pid: number | undefined): void {
    this.#pid = pid;
  }

  /** Ends the thread, whatever it is doing, and the process. */
  async terminate(): Promise<void> {
    this.#isEnding = true;
    const timer = setTimeout(this.#kill, patience);
    await this.#worker.terminate();
    clearTimeout(timer);
    this.#kill();
    this.#forget();
  }

  readonly #forget = (): void => {
    this.#pid = undefined;
    process.off('exit', this.#kill);
  };

  readonly #kill = (): void => {
    if (this.#pid === undefined) return;
    try {
      process.kill(this.#pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
}
