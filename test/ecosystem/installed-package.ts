import path from 'node:path';
import { cachedFolder, installPackages } from '../support/user-cache.js';

/**
 * Installs one version of a package from npm's registry, with what it depends on, into the user's cache.
 *
 * @returns the folder of the package itself
 * @throws an error with what npm says, where there is no such version
 */
export async function installedPackage(name: string, version: string): Promise<string> {
  const key = `${name.replace('/', '+')}@${version}`;
  const folder = await cachedFolder('cancellation-ecosystem', key, async (unfinished) => {
    console.error(`Installing ${name} ${version} ...`);
    await installPackages(unfinished, { [name]: version });
  });
  return path.join(folder, 'node_modules', ...name.split('/'));
}
