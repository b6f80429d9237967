import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../../engine/digest.js';

/** @returns a function from a file to a word for all package.json files in the folders above it, as they are when it is first asked */
export function packageDigests(): (file: string) => string {
  const known = new Map<string, string>();

  function digestAt(folder: string): string {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const above = path.dirname(folder);
    const digest = digestOf(`${above === folder ? '' : digestAt(above)}\0${manifestIn(folder)}`);
    known.set(folder, digest);
    return digest;
  }

  return (file) => digestAt(path.dirname(file));
}

function manifestIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'package.json'), 'utf8');
  } catch {
    // One that cannot be read is none for the rules either.
    return '';
  }
}
