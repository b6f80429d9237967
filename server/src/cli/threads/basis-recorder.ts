import { threadId } from 'node:worker_threads';
import { digestOf } from '../../engine/digest.js';
import type { Observations } from '../../engine/projects/observations.js';
import type { TypesListener } from '../../engine/projects/programs-options.js';
import type { ResultBasis, Trace } from './check-thread.js';

/** Notes what the results of a thread rest on. */
export class BasisRecorder {
  readonly #typesOf = new Map<string, ReadonlySet<Observations> | undefined>();
  /** The names of the traces, and how long each was when it was last told. */
  readonly #traces = new Map<Observations, { name: string; told: number }>();

  readonly onTypes: TypesListener = (file, basis) => {
    this.#typesOf.set(file, basis);
  };

  /** @returns what the findings of a text rest on; undefined where they may be others the next time for no reason on disk */
  basisOf({ file, text }: { file: string; text: string }): ResultBasis | undefined {
    const digest = digestOf(text);
    if (!this.#typesOf.has(file)) return { text: digest, traces: [] };
    const types = this.#typesOf.get(file);
    return types && { text: digest, traces: [...types].map((observations) => this.#nameOf(observations)) };
  }

  /** @returns the traces that have grown since they were told; one that the disk contradicted is never told */
  newTraces(): Trace[] {
    return [...this.#traces].flatMap(([trace, known]) => {
      if (trace.size === known.told) return [];
      known.told = trace.size;
      const observations = trace.all();
      return observations ? [{ name: known.name, observations }] : [];
    });
  }

  #nameOf(observations: Observations): string {
    const known = this.#traces.get(observations);
    if (known) return known.name;
    const name = `thread ${String(threadId)}, ${String(this.#traces.size)}`;
    this.#traces.set(observations, { name, told: 0 });
    return name;
  }
}
