import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const isSource = /\.[cm]?[jt]sx?$/;
const isDerived = /\.d\.[cm]?ts$|\.min\.[cm]?js$/;

/** Larger files are bundles, which say nothing that their parts do not. */
const largest = 200_000;

/**
 * The sources below a folder whose text has to do with cancellation.
 *
 * @param folder an absolute path
 * @returns paths with their texts, in the order of their names
 */
export async function* realFiles(folder: string): AsyncGenerator<{ file: string; text: string }> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => isSource.test(each) && !isDerived.test(each)).sort()) {
    const file = path.join(folder, name);
    const { size, isFile } = await describe(file);
    if (!isFile || size > largest) continue;
    const text = await readFile(file, 'utf8');
    if (/\b(?:abort|\w*signal\b|cancel|finally|dispose|SIG[A-Z]{2,})/i.test(text)) yield { file, text };
  }
}

async function describe(file: string): Promise<{ size: number; isFile: boolean }> {
  const stats = await lstat(file);
  return { size: stats.size, isFile: stats.isFile() };
}
