import type { Observation } from '../../engine/projects/observations.js';
import type { Finding } from '../../engine/finding.js';

/** The findings of a file, and what they rest on. */
export interface KnownResult {
  /** The digest of the text that was checked. */
  text: string;
  /** The digest of the package.json files around it, which some rules read. */
  packages: string;
  findings: Finding[];
  /** The traces of the types that were asked for, by their names; none where no rule asked. */
  traces: readonly string[];
}

/** What a cache holds: results by the absolute path of the file, and traces by their names. */
export interface CacheContent {
  results: Map<string, KnownResult>;
  /** What the disk answered when types were made. */
  traces: Map<string, readonly Observation[]>;
}

/** The same as it is written: each answer once, however many projects heard it. */
export interface StoredContent {
  results: [file: string, result: Omit<KnownResult, 'traces'> & { traces: number[] }][];
  traces: number[][];
  observations: Observation[];
}

/** @returns what is to be written; results whose traces are not there are left out */
export function storedContent({ results, traces }: CacheContent): StoredContent {
  const places = new Map<string, number>();
  const stored: StoredContent = { results: [], traces: [], observations: [] };
  const known = new Map<string, number>();

  function placeOf(observation: Observation): number {
    const words = observation.join('\0');
    const place = places.get(words) ?? stored.observations.push(observation) - 1;
    places.set(words, place);
    return place;
  }

  function indexOf(name: string): number | undefined {
    const trace = traces.get(name);
    if (!trace) return undefined;
    const index = known.get(name) ?? stored.traces.push(trace.map(placeOf)) - 1;
    known.set(name, index);
    return index;
  }

  for (const [file, result] of results) {
    const indices = result.traces.map(indexOf);
    if (indices.every((index) => index !== undefined))
      stored.results.push([file, { ...result, traces: indices }]);
  }
  return stored;
}

/** @returns what was written */
export function cacheContent(stored: StoredContent): CacheContent {
  const { observations } = stored;
  return {
    results: new Map(
      stored.results.map(([file, result]) => [file, { ...result, traces: result.traces.map(nameOf) }]),
    ),
    traces: new Map(
      stored.traces.map((places, index) => [
        nameOf(index),
        places.map((place) => observations[place]).filter((observation) => observation !== undefined),
      ]),
    ),
  };
}

/** Traces of this run are called by their thread and a number. */
function nameOf(index: number): string {
  return `stored ${String(index)}`;
}
