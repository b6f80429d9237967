import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A package as npm would publish it. */
export interface PackedPackage {
  name: string;
  /** What is in the tarball, sorted. */
  files: string[];
  /** The path of the tarball. */
  tarball: string;
  /** Where it is unpacked. */
  folder: string;
  /** The paths of what it depends on, by name. */
  dependencies: ReadonlyMap<string, string>;
  dispose(): Promise<void>;
}

/** Packs a workspace as it is built, and unpacks the tarball. */
export async function packWorkspace(workspace: 'eslint-plugin' | 'server'): Promise<PackedPackage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancellation-packed-'));
  const args = ['pack', '--json', '--workspace', workspace, '--pack-destination', folder];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: root });
  const [packed] = JSON.parse(stdout) as [{ name: string; filename: string; files: { path: string }[] }];
  const tarball = path.join(folder, packed.filename);
  await extract({ file: tarball, cwd: folder });
  return {
    name: packed.name,
    files: packed.files.map((file) => file.path).toSorted(),
    tarball,
    folder: path.join(folder, 'package'),
    dependencies: await dependenciesOf(workspace),
    dispose: () => rm(folder, { recursive: true }),
  };
}

/**
 * Makes a project that has packed packages, what they say they depend on, and nothing else of this repository.
 *
 * @param packed the packages
 * @param packages further packages: what they are called in the project, and here
 * @param files the project's files
 * @returns the project's folder, which lasts as long as the test
 */
export async function projectWith(
  packed: readonly PackedPackage[],
  packages: Record<string, string>,
  files: Record<string, string>,
): Promise<string> {
  const project = await temporaryFolder(files);
  const target = path.join(project, 'node_modules');
  for (const { name, folder } of packed) await cp(folder, path.join(target, name), { recursive: true });
  const own = packed.flatMap(({ dependencies }) => [...dependencies]);
  const given = Object.entries(packages).map(([name, source]): [string, string] => [name, installed(source)]);
  const unpacked = own.filter(([name]) => !packed.some((one) => one.name === name));
  for (const [name, source] of new Map([...unpacked, ...given])) {
    await mkdir(path.dirname(path.join(target, name)), { recursive: true });
    await symlink(source, path.join(target, name));
  }
  return project;
}

async function dependenciesOf(workspace: string): Promise<Map<string, string>> {
  const manifest = await readFile(path.join(root, workspace, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  return new Map(Object.keys(dependencies).map((name) => [name, installed(name, workspace)]));
}

/** Where npm has put a package for a workspace: into it, or at the top. */
function installed(name: string, workspace = ''): string {
  const own = path.join(root, workspace, 'node_modules', name);
  return existsSync(own) ? own : path.join(root, 'node_modules', name);
}
