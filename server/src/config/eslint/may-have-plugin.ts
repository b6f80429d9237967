import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigSources } from './config-sources.js';

const lockFiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * Tells without running anything whether our plugin can be in a config. Most projects do not have it, and to load their ESLint with
 * all its plugins would cost them seconds and hundreds of megabytes for nothing.
 *
 * @returns false where the nearest lock file names every package but ours, and the config does not mention us either
 */
export async function mayHavePlugin(configFile: string, sources: ConfigSources): Promise<boolean> {
  if (sources.mentionsPlugin) return true;
  for (let folder = path.dirname(configFile); ; folder = path.dirname(folder)) {
    const texts = await Promise.all(lockFiles.map((name) => readText(path.join(folder, name))));
    const found = texts.filter((text) => text !== undefined);
    if (found.length > 0) return found.some((text) => text.includes('eslint-plugin-cancellation'));
    if (folder === path.dirname(folder)) return true;
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
