import { readFile } from 'node:fs/promises';

/** A bug that was shipped, in the last version that had it and the first that has not. */
export interface Pair {
  id: string;
  /** The kind of bug, such as SWALLOW or PROP. */
  class: string;
  /** A: one file shows it; B: it takes types, or more than one function; C: for study only. */
  grade: 'A' | 'B' | 'C';
  package: string;
  bad: string;
  fixed: string;
  /** The file in the package. */
  file: string;
  /** Its name in the fixed version, where that is another. */
  fixedFile?: string;
  /** The lines of the bad version that have the defect. */
  lines: number[];
  defect: string;
  mend: string;
}

/** @returns the pairs whose id or class is among the words; all where there are no words */
export async function readPairs(words: readonly string[]): Promise<Pair[]> {
  const pairs = JSON.parse(await readFile(new URL('pairs.json', import.meta.url), 'utf8')) as Pair[];
  const wanted = new Set(words.map((word) => word.toUpperCase()));
  return pairs.filter((pair) => wanted.size === 0 || wanted.has(pair.id) || wanted.has(pair.class));
}
