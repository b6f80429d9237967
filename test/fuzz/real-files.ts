import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const isSource = /\.[cm]?[jt]sx?$/;
const isDerived = /\.d\.[cm]?ts$|\.min\.[cm]?js$/;

/** Larger files are bundles, which say nothing that their parts do not. */
const largest = 200_000;

/**
 * The sources below some folders whose text has to do with cancellation.
 *
 * @param folders absolute paths
 * @returns paths with their texts, in an order that is the same each time and mixes the folders and packages well
 */
export async function* realFiles(folders: readonly string[]): AsyncGenerator<{ file: string; text: string }> {
  const files: { file: string; key: string }[] = [];
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true });
    const sources = names.filter((each) => isSource.test(each) && !isDerived.test(each));
    files.push(...sources.map((name) => ({ file: path.join(folder, name), key: mixing(name) })));
  }
  for (const { file } of files.sort((one, other) => (one.key < other.key ? -1 : 1))) {
    const { size, isFile } = await describe(file);
    if (!isFile || size > largest) continue;
    const text = await readFile(file, 'utf8');
    if (/\b(?:abort|\w*signal\b|cancel|finally|dispose|SIG[A-Z]{2,})/i.test(text)) yield { file, text };
  }
}

/** Says nothing about the name, but is the same for it on every machine. */
function mixing(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** A build may take a file away that was there when the folder was read. */
async function describe(file: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await lstat(file).catch(() => undefined);
  return { size: stats?.size ?? 0, isFile: stats?.isFile() ?? false };
}
