import { cp, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPackage } from '../ecosystem/installed-package.js';

/** The top folder of the repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'esnext',
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['esnext', 'dom', 'dom.iterable', 'dom.asynciterable'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['src'],
});

/** @returns a folder for temporary files, with an empty src/ and a tsconfig.json for it */
export async function newProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancellation-bench-'));
  await mkdir(path.join(folder, 'src'));
  await writeFile(path.join(folder, 'tsconfig.json'), tsconfig);
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  return folder;
}

/**
 * Lays the TypeScript sources of a package, as npm has them, beside what they depend on.
 *
 * @param sources where they lie in the package
 * @returns a project's folder, with them in src/
 */
export async function packageProject(name: string, version: string, sources = 'src'): Promise<string> {
  const installed = await installedPackage(name, version);
  const folder = await newProject();
  await cp(path.join(installed, sources), path.join(folder, 'src'), {
    recursive: true,
    filter: (file) => !/[\\/](?:node_modules|_\w+)$/.test(path.relative(path.dirname(installed), file)),
  });
  await mkdir(path.join(folder, 'node_modules', '@types'), { recursive: true });
  const around = installed.slice(0, installed.lastIndexOf(`${path.sep}node_modules${path.sep}`));
  for (const entry of await readdir(path.join(around, 'node_modules'))) {
    if (entry === '@types' || entry.startsWith('.')) continue;
    await symlink(path.join(around, 'node_modules', entry), path.join(folder, 'node_modules', entry));
  }
  const types = path.join('node_modules', '@types', 'node');
  await symlink(path.join(repository, types), path.join(folder, types));
  return folder;
}
