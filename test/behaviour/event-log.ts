import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';

/** How long a state may take to come, in milliseconds; far beyond what a busy machine needs. */
export const patience = 20_000;

/** What was seen of one run of a program, in the order in which it was seen. */
export class EventLog {
  readonly #events: string[] = [];
  readonly #emitter = new EventEmitter();

  record(event: string): void {
    this.#events.push(event);
    this.#emitter.emit('recorded');
  }

  has(event: string): boolean {
    return this.#events.includes(event);
  }

  /**
   * Waits for a state; it is looked at again whenever something is recorded.
   *
   * @returns false where it does not come in time
   */
  async until(isReached: () => boolean): Promise<boolean> {
    const deadline = AbortSignal.timeout(patience);
    try {
      while (!isReached()) await once(this.#emitter, 'recorded', { signal: deadline });
      return true;
    } catch (error) {
      if (!deadline.aborted) throw error;
      // Where the process itself was held up, what has arrived meanwhile comes after the timer.
      await setImmediate();
      return isReached();
    }
  }

  /** @returns a sentence with all that was seen so far */
  seen(): string {
    return this.#events.length > 0
      ? `Seen: ${this.#events.map((event) => `"${event}"`).join(', ')}.`
      : 'Nothing was seen.';
  }
}
