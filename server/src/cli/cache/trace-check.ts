import { setImmediate } from 'node:timers/promises';
import type { Observation } from '../../engine/projects/observations.js';
import type { CacheContent } from './cache-content.js';

// So many answers are asked for in a few milliseconds; then an abort can arrive.
const askedTogether = 500;

/** Finds out whether the types of the last run would be the same now. */
export class TraceCheck {
  readonly #traces: CacheContent['traces'];
  readonly #holding = new Map<string, Promise<boolean>>();
  /** By question and answer, since projects share most of theirs. */
  readonly #answers = new Map<Observation, boolean>();

  constructor(traces: CacheContent['traces']) {
    this.#traces = traces;
  }

  /**
   * @param names the traces
   * @returns true where the disk still gives all the answers of all the traces
   * @throws the signal's reason when it aborts
   */
  async hold(names: readonly string[], signal: AbortSignal): Promise<boolean> {
    for (const name of names) {
      const holding = this.#holding.get(name) ?? this.#holds(this.#traces.get(name), signal);
      this.#holding.set(name, holding);
      if (!(await holding)) return false;
    }
    return true;
  }

  async #holds(trace: readonly Observation[] | undefined, signal: AbortSignal): Promise<boolean> {
    if (!trace) return false;
    // TypeScript takes longer to load than all the rest of a run in which nothing asks for types.
    const { stillHoldsOnDisk } = await import('../../engine/projects/still-holds-on-disk.js');
    for (const [index, observation] of trace.entries()) {
      if (index % askedTogether === 0) await setImmediate(undefined, { signal });
      const holds = this.#answers.get(observation) ?? stillHoldsOnDisk(observation);
      this.#answers.set(observation, holds);
      if (!holds) return false;
    }
    return true;
  }
}
