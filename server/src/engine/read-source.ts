import { readFile, stat } from 'node:fs/promises';
import { reasonOf } from '../support/reason-of.js';

/** A file's text, or why it cannot be checked. */
export type Source = { text: string } | { trouble: string };

/** The default of the largest file that is checked, in bytes. */
export const defaultMaximumBytes = 1_048_576;

/**
 * Reads a source file.
 *
 * @param file the absolute path
 * @param maximumBytes files above this size are not read
 * @returns the text (a byte order mark included), or the trouble in one sentence
 */
export async function readSource(file: string, maximumBytes: number): Promise<Source> {
  try {
    const { size } = await stat(file);
    if (size > maximumBytes) return { trouble: tooLarge(size, maximumBytes) };
    return asSource(await readFile(file, 'utf8'), maximumBytes);
  } catch (error) {
    return { trouble: `The file cannot be read: ${reasonOf(error)}.` };
  }
}

/** @returns the text again, or why a text of this kind is not checked: too long, or not a text at all */
export function asSource(text: string, maximumBytes: number): Source {
  if (text.length > maximumBytes) return { trouble: tooLarge(text.length, maximumBytes) };
  if (text.includes('\0')) return { trouble: 'This is a binary file, not a source text.' };
  return { text };
}

function tooLarge(size: number, maximum: number): string {
  return `The file is too large to check: ${megabytes(size)}, and the limit is ${megabytes(maximum)}.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
