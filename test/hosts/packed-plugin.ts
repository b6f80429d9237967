import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const installed = path.join(root, 'node_modules');

/** The plugin as npm would publish it. */
export interface PackedPlugin {
  /** What is in the tarball, sorted. */
  files: string[];
  /** Where it is unpacked. */
  folder: string;
  dispose(): Promise<void>;
}

/** Packs the plugin as it is built, and unpacks the tarball. */
export async function packPlugin(): Promise<PackedPlugin> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancellation-packed-'));
  const args = ['pack', '--json', '--workspace', 'eslint-plugin', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: root });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  await extract({ file: path.join(folder, packed.filename), cwd: folder });
  return {
    files: packed.files.map((file) => file.path).toSorted(),
    folder: path.join(folder, 'package'),
    dispose: () => rm(folder, { recursive: true }),
  };
}

/**
 * Makes a project that has the packed plugin, what it says it depends on, and nothing else of this repository.
 *
 * @param plugin the plugin
 * @param packages further packages: what they are called in the project, and here
 * @param files the project's files
 * @returns the project's folder, which lasts as long as the test
 */
export async function projectWith(
  plugin: PackedPlugin,
  packages: Record<string, string>,
  files: Record<string, string>,
): Promise<string> {
  const project = await temporaryFolder(files);
  const target = path.join(project, 'node_modules');
  await cp(plugin.folder, path.join(target, 'eslint-plugin-cancellation'), { recursive: true });
  const { dependencies } = JSON.parse(await readFile(path.join(plugin.folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const own = Object.fromEntries(Object.keys(dependencies).map((name) => [name, name]));
  for (const [name, source] of Object.entries({ ...own, ...packages })) {
    await mkdir(path.dirname(path.join(target, name)), { recursive: true });
    await symlink(path.join(installed, source), path.join(target, name));
  }
  return project;
}
