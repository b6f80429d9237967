import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { npm, run } from '../../support/run.js';
import { runNode, type Outcome } from '../../support/run-node.js';
import { writeFiles } from '../../support/temporary-folder.js';
import { cachedFolder } from '../../support/user-cache.js';
import type { PackedPackage } from '../packed-package.js';
import type { Trial } from './trial.js';

// A package may be meant for another Node than the one that npm runs on.
const quietly = [
  '--ignore-scripts',
  '--no-engine-strict',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** A project in which the packed packages are installed, as npm installs them. */
export class TrialProject {
  readonly folder: string;
  /** Our packages, for what installs them itself. */
  readonly packed: readonly PackedPackage[];
  readonly #node: string | undefined;

  private constructor(folder: string, packed: readonly PackedPackage[], node: string | undefined) {
    this.folder = folder;
    this.packed = packed;
    this.#node = node;
  }

  /**
   * Makes a project. What npm installs is kept in the user's cache, and ours are put anew into it.
   *
   * @param node the path of the Node to run everything with
   * @throws an error with what npm says, where it does not accept the packages together
   */
  static async make(
    { packages, files }: Trial,
    packed: readonly PackedPackage[],
    node?: string,
  ): Promise<TrialProject> {
    const installed = await installedFolder(packages, packed);
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-trial-')));
    await writeFiles(folder, { 'package.json': '{ "type": "module", "private": true }', ...files });
    await symlink(path.join(installed, 'node_modules'), path.join(folder, 'node_modules'));
    return new TrialProject(folder, packed, node);
  }

  /** Runs the command that a package calls so, or that is called like the package. */
  async run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
    const node = this.#node;
    const own = { HOME: this.folder, ...env };
    const script = await this.scriptOf(command);
    return runNode([script, ...args], { cwd: this.folder, env: own, ...(node && { node }) });
  }

  /** @returns the path of the script that a package names as its command */
  async scriptOf(command: string): Promise<string> {
    const [name = '', program = path.basename(name)] = command.split(' ');
    const home = path.join(this.folder, 'node_modules', name);
    const { bin } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as {
      bin: string | Record<string, string>;
    };
    const script = typeof bin === 'string' ? bin : bin[program];
    if (script === undefined) throw new Error(`${name} has no command ${program}.`);
    return path.join(home, script);
  }

  /** Runs a program of the system. @throws an error with what it says where it fails */
  async shell(program: string, ...args: string[]): Promise<string> {
    return run(program, args, { cwd: this.folder });
  }

  async write(files: Record<string, string>): Promise<void> {
    await writeFiles(this.folder, files);
  }

  async read(file: string): Promise<string> {
    return readFile(path.join(this.folder, file), 'utf8');
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * Lets npm install packages, once, and puts ours into them as they are now.
 *
 * @param packages versions by name
 * @returns the folder that has them in its node_modules
 * @throws an error with what npm says, where it does not accept the packages together
 */
export async function installedFolder(
  packages: Readonly<Record<string, string>>,
  packed: readonly PackedPackage[],
): Promise<string> {
  const manifests = await Promise.all(
    packed.map(({ folder }) => readFile(path.join(folder, 'package.json'), 'utf8')),
  );
  const wanted = JSON.stringify([packages, manifests]);
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 16);
  const folder = await cachedFolder('cancellation-hosts', key, async (unfinished) => {
    const own = packed.map(({ name, tarball }) => [name, `file:${tarball}`]);
    const dependencies = { ...packages, ...Object.fromEntries(own) } as Record<string, string>;
    await writeFile(path.join(unfinished, 'package.json'), JSON.stringify({ private: true, dependencies }));
    await run(...npm('install', ...quietly), { cwd: unfinished });
  });
  for (const { name, folder: unpacked } of packed) {
    const target = path.join(folder, 'node_modules', name);
    // What npm has put into the package stays: another version of something is at the top.
    const old = (await readdir(target)).filter((entry) => entry !== 'node_modules');
    for (const entry of old) await rm(path.join(target, entry), { recursive: true });
    await cp(unpacked, target, { recursive: true });
  }
  return folder;
}
