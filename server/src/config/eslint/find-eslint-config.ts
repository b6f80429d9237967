import { access } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../../support/is-within.js';

/** In the order in which ESLint looks for them in a folder. */
const configNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

/**
 * Finds the ESLint config of a file: the nearest upwards.
 *
 * @param file an absolute path
 * @param folder the workspace folder in which the file lies; what is above it is not looked at
 * @returns the config's absolute path, or undefined where there is none
 */
export async function findEslintConfig(file: string, folder: string): Promise<string | undefined> {
  for (let directory = path.dirname(file); isWithin(directory, folder); directory = path.dirname(directory)) {
    const candidates = configNames.map((name) => path.join(directory, name));
    const found = await Promise.all(candidates.map(exists));
    const index = found.indexOf(true);
    if (index !== -1) return candidates[index];
    if (directory === path.dirname(directory)) return undefined;
  }
  return undefined;
}

/** @returns true for a file that is an ESLint config, by its name */
export function isEslintConfig(file: string): boolean {
  return configNames.includes(path.basename(file));
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
