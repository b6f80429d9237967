import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { npm, run } from './run.js';

/** @returns the folder of a cache of the user's, whether it is there or not */
export function userCache(name: string): string {
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), name);
}

/**
 * A folder of the user's cache that is filled once. It appears when all is in it, so that a run that was stopped half-way
 * leaves nothing that looks complete.
 *
 * @param cache the name of the cache
 * @param key the name of the folder in it
 * @param fill writes what belongs into the folder that it is given
 * @returns the path of the folder
 * @throws whatever `fill` throws; nothing is left behind then
 */
export async function cachedFolder(
  cache: string,
  key: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const parent = userCache(cache);
  const folder = path.join(parent, key);
  if (existsSync(folder)) return folder;
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(path.join(parent, 'unfinished-'));
  try {
    await fill(unfinished);
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs packages into a folder. None of them runs code of its own while it is installed.
 *
 * @param dependencies versions by name; without them, what the folder's own package.json asks for
 * @throws an error with what npm says, where it fails
 */
export async function installPackages(
  folder: string,
  dependencies?: Readonly<Record<string, string>>,
): Promise<void> {
  if (dependencies) await writeFile(path.join(folder, 'package.json'), JSON.stringify({ dependencies }));
  const install = [
    'install',
    '--ignore-scripts',
    '--omit=dev',
    '--legacy-peer-deps',
    '--engine-strict=false',
  ];
  await run(...npm(...install, ...quietly), { cwd: folder });
}
