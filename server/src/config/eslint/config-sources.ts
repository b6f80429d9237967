import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** How many files of its own a config is followed to. */
const maximumSources = 100;

const relativePath = /(['"`])(?<target>\.{1,2}\/[^'"`\n]+)\1/g;

/** What a config is read from, and when that was written. */
export interface ConfigSources {
  files: ReadonlySet<string>;
  /** True where one of them mentions us. */
  mentionsPlugin: boolean;
  /** The times of the last changes. */
  stamp: string;
}

/**
 * Finds the files that a config consists of: itself, and each that its text names by a relative path, through any number of
 * modules. Installed packages are left out.
 */
export async function readConfigSources(configFile: string): Promise<ConfigSources> {
  const files = new Set([configFile]);
  const stamps: number[] = [];
  let mentionsPlugin = false;
  // The set grows while it is gone through.
  for (const file of files) {
    const text = await readText(file);
    stamps.push(await modified(file));
    mentionsPlugin ||= text.includes('cancellation');
    if (files.size < maximumSources && /\.[cm]?[jt]s$/.test(file)) {
      for (const named of await filesNamedIn(text, path.dirname(file))) files.add(named);
    }
  }
  return { files, mentionsPlugin, stamp: stamps.join() };
}

async function filesNamedIn(text: string, folder: string): Promise<string[]> {
  const targets = [...text.matchAll(relativePath)].map((match) => match.groups?.target ?? '');
  const candidates = targets.flatMap((target) => candidatesOf(path.resolve(folder, target)));
  const times = await Promise.all(candidates.map(modified));
  return candidates.filter((file, index) => times[index] !== 0 && !file.includes('node_modules'));
}

/** A module may be named without its extension, or, in TypeScript, by that of its JavaScript. */
function candidatesOf(file: string): string[] {
  const stem = file.replace(/\.([cm]?)js$/, '');
  return [
    ...new Set([file, ...['.js', '.ts', '.mts', '.cts', '.json'].map((extension) => stem + extension)]),
  ];
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

/** When a file was last written; 0 for what is no file. */
async function modified(file: string): Promise<number> {
  try {
    const stats = await stat(file);
    return stats.isFile() ? stats.mtimeMs : 0;
  } catch {
    return 0;
  }
}
