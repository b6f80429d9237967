import { access, constants, readFile, realpath } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { reasonOf } from '../../support/reason-of.js';
import type { TextChange } from './mend-file.js';

/**
 * Makes sure that a change fits the file as it is now, to the byte: a text that is not UTF-8 would lose what it cannot say.
 *
 * @returns what is in the way, in one sentence; undefined where nothing is
 * @throws the signal's reason when it aborts
 */
export async function findObstacle(
  file: string,
  { before }: TextChange,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const bytes = await readFile(file, { signal });
    if (bytes.equals(Buffer.from(before))) return undefined;
    return 'The file is not changed, since it is not UTF-8, or somebody has changed it meanwhile.';
  } catch (error) {
    signal.throwIfAborted();
    return `The file cannot be read: ${reasonOf(error)}.`;
  }
}

/**
 * Writes a change, in one step: whatever happens, the file is the old one or the new one. Its mode and owner stay; a link keeps
 * leading to it.
 *
 * @returns what went wrong, in one sentence; undefined where nothing did
 */
export async function writeChange(file: string, { after }: TextChange): Promise<string | undefined> {
  try {
    const target = await realpath(file);
    // A new file would take the place of one that nobody may write.
    await access(target, constants.W_OK);
    await writeFileAtomic(target, after);
    return undefined;
  } catch (error) {
    return `The file cannot be written: ${reasonOf(error)}.`;
  }
}
