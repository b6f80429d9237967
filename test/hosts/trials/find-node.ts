import path from 'node:path';
import { cachedFolder, installPackages } from '../../support/user-cache.js';

/**
 * Gets a Node of a version, from npm and once: it is a file in a package for this system.
 *
 * @returns the path of the program
 */
export async function findNode(version: string): Promise<string> {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = await cachedFolder('cancellation-nodes', version, (unfinished) =>
    installPackages(unfinished, { [name]: version }),
  );
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(folder, 'node_modules', name, 'bin', program);
}
