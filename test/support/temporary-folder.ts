import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Makes a folder that lasts as long as the test that asks for it.
 *
 * @param files what is in it: contents by path
 * @returns its absolute path
 */
export async function temporaryFolder(files: Record<string, string> = {}): Promise<string> {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Makes an empty folder, for whoever removes it. @returns its absolute path, without links on the way */
export async function newFolder(): Promise<string> {
  return realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-')));
}

/** Writes files into a folder: contents by path. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
