import type { RunOptions } from '../check-sources.js';
import { displayPath } from '../display-path.js';
import type { Trouble } from '../reports/check-report.js';
import { readCache, writeCache } from './cache-file.js';
import { cacheKey } from './cache-key.js';
import { ResultCache } from './result-cache.js';

/** A cache that a run goes by. */
export interface OpenedCache {
  results: ResultCache;
  /** What is worth a word of the file, and no trouble. */
  notes: string[];
  /** Writes what is new. @returns what stands in the way, if anything does */
  save(): Promise<Trouble[]>;
}

/**
 * Opens a cache, or says that the file is none.
 *
 * @param location its absolute path
 * @param options what the run does with its files
 * @throws the signal's reason when it aborts
 */
export async function openCache(
  location: string,
  options: Pick<RunOptions, 'selection' | 'types'>,
  signal: AbortSignal,
): Promise<OpenedCache | Trouble> {
  const key = cacheKey(options);
  const { content, isBroken, isForeign } = await readCache(location, key, signal);
  if (isForeign) return { file: location, message: 'This is no cache, and is left as it is.' };
  const results = new ResultCache(content);
  const name = displayPath(location, process.cwd());
  return {
    results,
    notes: isBroken ? [`${name}: The cache is damaged, and is made anew.`] : [],
    async save() {
      const changed = results.changedContent;
      const message = changed && (await writeCache(location, key, changed));
      return message === undefined ? [] : [{ file: location, message }];
    },
  };
}
