import type { ThreadCall, ThreadSlot } from 'eslint-plugin-cancellation/threading';
import type { ProjectSearch } from '../projects/project.js';
import { toKey } from '../projects/source-texts.js';
import type { StopSignal } from '../stop-signal.js';
import { findExtension } from './extension.js';
import type { FunctionCall, NamePlace } from './function-uses.js';
import type { OwnSource, OwnSources } from './own-sources.js';
import { ThreadTrouble, type ThreadedFile, type ThreadLimits, type ThreadStop } from './threaded-signal.js';

/** What a signal is threaded through. */
export interface ThreadProjects {
  projects: readonly ProjectSearch[];
  sources: OwnSources;
  limits: ThreadLimits;
  signal: StopSignal | undefined;
}

/** A function that takes a signal, or is going to, and the calls that are to give it one. */
interface Threaded extends NamePlace {
  /** How many calls it is away from the start. */
  depth: number;
  calls: readonly FunctionCall[];
  /** Where the calls have to give it; undefined where it takes one already. */
  slot: ThreadSlot | undefined;
}

/** Follows a signal from a function to its callers, and theirs, and notes what has to change. */
export class SignalThread {
  readonly #parts: ThreadProjects;
  /** In the order in which they were met, from the start to callers ever further away. */
  readonly #functions: Threaded[] = [];
  /** The callers that were asked for a signal, by their places, whatever came of it. */
  readonly #asked = new Set<string>();
  readonly #calls = new Map<string, { own: OwnSource; calls: ThreadCall[] }>();
  readonly #stops: ThreadStop[] = [];

  constructor(parts: ThreadProjects) {
    this.#parts = parts;
  }

  /**
   * Follows the signal of a function.
   *
   * @returns where it came no further, though a call there lacks it
   * @throws ThreadTrouble where the function cannot take a signal, or where there is too much to change
   * @throws the signal's reason when it aborts
   */
  follow(start: NamePlace): readonly ThreadStop[] {
    const own = this.#parts.sources.find(start.file);
    if (!own) throw new ThreadTrouble('This file is generated, ignored or too large, so nothing is changed.');
    const stop = this.#extend(own, start, 0);
    if (stop) throw new ThreadTrouble(`\`${stop.name}\` ${stop.reason} (${placeOf(stop)}).`);
    // The list grows while it is gone through.
    for (const threaded of this.#functions) this.#followCalls(threaded);
    return this.#stops;
  }

  /** @returns the edits of each file that was met */
  files(): ThreadedFile[] {
    const files = [...this.#calls.values()].map(({ own, calls }) => {
      this.#parts.signal?.throwIfAborted();
      const names = this.#functions
        .filter(({ file, slot }) => slot && toKey(file) === toKey(own.file))
        .map(({ name }) => name);
      const edits = own.thread.edits(names, calls);
      return {
        file: own.file,
        text: own.source.text,
        edits: edits.map(({ range: [start, end], text, role }) => ({ start, end, text, role })),
      };
    });
    return files.filter(({ edits }) => edits.length > 0);
  }

  #followCalls({ calls, slot, depth }: Threaded): void {
    for (const { file, name } of calls) {
      this.#parts.signal?.throwIfAborted();
      const own = this.#parts.sources.find(file);
      if (!own) continue;
      const call = { name, slot };
      this.#note(own).push(call);
      const step = own.thread.step(call);
      if (step?.kind === 'ask') this.#ask(own, step.name, depth + 1);
    }
    this.#checkLimits(depth);
  }

  #ask(own: OwnSource, name: number, depth: number): void {
    const key = `${toKey(own.file)}:${name}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    const stop = this.#extend(own, { file: own.file, name }, depth);
    if (stop) this.#stops.push(stop);
  }

  /** @returns why the function cannot take a signal; undefined where it does now */
  #extend(own: OwnSource, place: NamePlace, depth: number): ThreadStop | undefined {
    this.#asked.add(`${toKey(place.file)}:${place.name}`);
    const noted = this.#note(own);
    const found = findExtension(this.#parts, { own, name: place.name, isStart: depth === 0, calls: noted });
    if ('reason' in found) return found;
    this.#functions.push({ ...place, depth, ...found });
    return undefined;
  }

  #note(own: OwnSource): ThreadCall[] {
    const key = toKey(own.file);
    const known = this.#calls.get(key) ?? { own, calls: [] };
    this.#calls.set(key, known);
    return known.calls;
  }

  #checkLimits(depth: number): void {
    const { limits } = this.#parts;
    const functions = this.#functions.filter(({ slot }) => slot).length;
    const calls = [...this.#calls.values()].reduce((sum, each) => sum + each.calls.length, 0);
    const excess =
      functions > limits.functions
        ? `${limits.functions} functions would need a parameter`
        : calls > limits.calls
          ? `${limits.calls} calls would have to be looked at`
          : depth > limits.depth
            ? `${limits.depth} callers would stand one above the other`
            : undefined;
    if (excess === undefined) return;
    throw new ThreadTrouble(
      `More than ${excess}, which is too much for one change. Begin with a function that is nearer to its last callers.`,
    );
  }
}

function placeOf({ file, line }: ThreadStop): string {
  return `${file}, line ${line}`;
}
