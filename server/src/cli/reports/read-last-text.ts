import { readFile } from 'node:fs/promises';

/**
 * Reads a file that has been checked.
 *
 * @returns its text, a byte order mark included; undefined where it has gone since
 * @throws the signal's reason when it aborts
 */
export async function readLastText(file: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await readFile(file, { encoding: 'utf8', signal });
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
