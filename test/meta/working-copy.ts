import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const workspaces: Readonly<Record<string, string>> = {
  'eslint-plugin-cancellation': 'eslint-plugin',
  'cancellation-language-server': 'server',
};
const copied = [
  'scripts',
  'samples',
  'eslint-plugin',
  'server',
  'test/support',
  'test/tsconfig.json',
  'test/editor/count-reporter.ts',
];

/**
 * Copies what the scripts work on into a folder that lasts as long as the test. The packages of others are linked, those of
 * this repository are the copy's own.
 *
 * @returns the copy's top folder
 */
export async function copyWorkingCopy(): Promise<string> {
  const copy = await temporaryFolder();
  const topFiles = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile());
  for (const name of [...topFiles.map((entry) => entry.name), ...copied])
    await cp(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  const packages = path.join(copy, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(path.join(root, 'node_modules'))) {
    const workspace = workspaces[name];
    const target = workspace ? path.join(copy, workspace) : path.join(root, 'node_modules', name);
    await symlink(target, path.join(packages, name));
  }
  return copy;
}
