import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installedPackage } from '../ecosystem/installed-package.js';
import { packageSources, type Source } from '../ecosystem/package-sources.js';

/**
 * Files spread evenly over the packages of test/ecosystem/packages.json, installed where they are not yet.
 *
 * @param wanted how many files, at most
 */
export async function benchSources(wanted: number): Promise<Source[]> {
  const list = await readFile(new URL('../ecosystem/packages.json', import.meta.url), 'utf8');
  const found: Source[] = [];
  for (const { name, version } of JSON.parse(list) as { name: string; version: string }[]) {
    const folder = await installedPackage(name, version);
    const inPackage = await packageSources(folder);
    found.push(...inPackage.map(({ file, text }) => ({ file: path.join('/', name, file), text })));
  }
  const step = Math.max(1, Math.floor(found.length / wanted));
  return found.filter((_, index) => index % step === 0).slice(0, wanted);
}
