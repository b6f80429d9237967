import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { digestOf } from '../../engine/digest.js';
import { reasonOf } from '../../support/reason-of.js';
import { cacheContent, storedContent, type CacheContent, type StoredContent } from './cache-content.js';

/** How a cache is called where nobody says otherwise, in the working directory. */
export const defaultCacheName = '.cancellation-cache';

/** What became of a cache that was to be read. */
export interface ReadCache {
  /** Empty where there is none, where it was made in another manner, and where it is broken. */
  content: CacheContent;
  /** Whether the file is broken, and is going to be written anew. */
  isBroken?: true;
  /** Whether the file is something else, and must not be written. */
  isForeign?: true;
}

/** The first line of the file; the second one is the content. */
interface Header {
  /** The number of the format. */
  'cancellation-lint cache': number;
  key: string;
  /** The digest of the second line, by which one that was cut off or edited is told. */
  digest: string;
}

const format = 1;
const beginning = '{"cancellation-lint cache":';

/**
 * Reads a cache.
 *
 * @param location its absolute path
 * @param key a word for the rules and what runs them; a cache with another one is empty
 * @throws the signal's reason when it aborts
 */
export async function readCache(location: string, key: string, signal: AbortSignal): Promise<ReadCache> {
  const text = await textOf(location, signal);
  const content: CacheContent = { results: new Map(), traces: new Map() };
  if (text === undefined) return { content };
  const isOurs = text === '' || text.startsWith(beginning) || location.endsWith(defaultCacheName);
  if (!isOurs) return { content, isForeign: true };
  try {
    const [first = '', second = ''] = text.split('\n');
    const header = JSON.parse(first) as Header;
    if (header['cancellation-lint cache'] !== format || header.key !== key) return { content };
    if (header.digest !== digestOf(second)) return { content, isBroken: true };
    return { content: cacheContent(JSON.parse(second) as StoredContent) };
  } catch {
    return { content, isBroken: true };
  }
}

/** @returns undefined where there is no file that can be read: what is wrong with its place shows when it is written */
async function textOf(location: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await readFile(location, { encoding: 'utf8', signal });
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/**
 * Writes a cache, whole or not at all.
 *
 * @returns why that is not possible, in one sentence; undefined where it is done
 */
export async function writeCache(
  location: string,
  key: string,
  content: CacheContent,
): Promise<string | undefined> {
  const body = JSON.stringify(storedContent(content));
  const header: Header = { 'cancellation-lint cache': format, key, digest: digestOf(body) };
  try {
    await writeFileAtomic(location, `${JSON.stringify(header)}\n${body}\n`);
    return undefined;
  } catch (error) {
    return `The cache cannot be written: ${reasonOf(error)}.`;
  }
}
