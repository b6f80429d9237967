import type { StopSignal } from '../engine/stop-signal.js';

/** The stop of one piece of work that another thread does. That thread sees it at once, in the midst of what it does. */
export class SharedStop implements StopSignal {
  /** What both threads share; goes to the other one in a message. */
  readonly cell: Int32Array<SharedArrayBuffer>;

  /** @param cell that of the other thread */
  constructor(cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))) {
    this.cell = cell;
  }

  get aborted(): boolean {
    return Atomics.load(this.cell, 0) !== 0;
  }

  stop(): void {
    Atomics.store(this.cell, 0, 1);
  }

  /** @throws an AbortError once the work is to stop; the thread that stops it knows the reason */
  throwIfAborted(): void {
    if (this.aborted) throw new DOMException('The work was stopped.', 'AbortError');
  }
}
