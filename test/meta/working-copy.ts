import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { repositoryFiles, root } from '../support/repository-files.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const workspaces: Readonly<Record<string, string>> = {
  'eslint-plugin-cancellation': 'eslint-plugin',
  'cancellation-language-server': 'server',
};
/** What a build would make anew, and git does not list. */
const built = Object.values(workspaces).flatMap((folder) => [
  `${folder}/build`,
  `${folder}/dist`,
  `${folder}/tsconfig.tsbuildinfo`,
]);

/**
 * Copies the repository as it is on disk into a folder that lasts as long as the test. The packages of others are linked,
 * those of this repository are the copy's own.
 *
 * @returns the copy's top folder
 */
export async function copyWorkingCopy(): Promise<string> {
  const copy = await temporaryFolder();
  for (const name of [...repositoryFiles(), ...built])
    await cp(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
  const packages = path.join(copy, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(path.join(root, 'node_modules'))) {
    const workspace = workspaces[name];
    const target = workspace ? path.join(copy, workspace) : path.join(root, 'node_modules', name);
    await symlink(target, path.join(packages, name));
  }
  for (const folder of Object.values(workspaces)) {
    const nested = path.join(root, folder, 'node_modules');
    if (existsSync(nested)) await symlink(nested, path.join(copy, folder, 'node_modules'));
  }
  return copy;
}
