import { run } from '../support/run.js';
import type { Editor } from './editors.js';

/** @returns what the editor says of its version; undefined where it, or its client of the protocol, is not installed */
export async function findVersion({ program, versionArgs }: Editor): Promise<string | undefined> {
  try {
    const output = await run(program, versionArgs);
    return output.trim().split(/\r?\n/, 1)[0] ?? '';
  } catch {
    return undefined;
  }
}
