import { digestOf } from '../../engine/digest.js';
import { mayHoldFindings } from '../../engine/may-hold-findings.js';
import { defaultMaximumBytes, readSource } from '../../engine/read-source.js';
import type { RuleSelection } from '../../engine/rule-selection.js';

/** A file that has to be parsed, and its place among all files of the run. */
export interface Candidate {
  file: string;
  index: number;
  /** In UTF-16 code units. */
  size: number;
  /** Of the text. */
  digest: string;
}

/** What a look at a file's text tells: it has to be parsed, it holds nothing, or it cannot be checked. */
export type Glance = Candidate | { index: number; trouble?: string };

// As many as the disk answers at once; each may hold a large text.
const readTogether = 16;

/**
 * Reads files, and tells those that have to be parsed from those that cannot hold a finding. It takes a small part of the time of
 * parsing, and says how much work there is and of what size.
 *
 * @param files absolute paths
 * @yields one answer a file, in their order
 * @throws the signal's reason when it aborts
 */
export async function* findCandidates(
  files: readonly string[],
  selection: RuleSelection,
  signal: AbortSignal,
): AsyncGenerator<Glance, void> {
  for (let start = 0; start < files.length; start += readTogether) {
    signal.throwIfAborted();
    const together = files.slice(start, start + readTogether);
    yield* await Promise.all(
      together.map((file, offset) => glanceAt({ file, index: start + offset }, selection)),
    );
  }
}

async function glanceAt(
  { file, index }: { file: string; index: number },
  selection: RuleSelection,
): Promise<Glance> {
  const source = await readSource(file, defaultMaximumBytes);
  if ('trouble' in source) return { index, trouble: source.trouble };
  const { text } = source;
  return mayHoldFindings(text, selection)
    ? { file, index, size: text.length, digest: digestOf(text) }
    : { index };
}
