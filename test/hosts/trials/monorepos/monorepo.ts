import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { swallowing } from '../../../cli/swallowing.js';
import { typedSources } from '../../../cli/typed-project.js';
import { LspClient } from '../../../support/lsp/lsp-client.js';
import { serverProcess } from '../../../support/lsp/server-process.js';
import { runNode, type Outcome } from '../../../support/run-node.js';
import { newFolder, writeFiles } from '../../../support/temporary-folder.js';
import { newest } from '../eslint-trials.js';
import type { TrialProject } from '../trial-project.js';
import type { PackageManager } from './package-managers.js';

const environment = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  TURBO_TELEMETRY_DISABLED: '1',
};
const tsconfig = {
  compilerOptions: { strict: true, noEmit: true, module: 'nodenext', target: 'es2022' },
  include: ['src'],
};
/** A severity that the preset does not have shows that this config counts. */
const config = `import cancellation from 'eslint-plugin-cancellation';
import tseslint from 'typescript-eslint';

const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname };

export default [
  cancellation.configs.recommended,
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions } },
  { files: ['**/load.ts'], rules: { 'cancellation/no-swallowed-abort': 'warn' } },
];
`;

/** What the package `work` exports; the call in `run` is a finding where it takes a signal. */
export const work = {
  withSignal: typedSources['work.ts'],
  withoutSignal: typedSources['work.ts']
    .replace(', options: { signal?: AbortSignal } = {}', '')
    .replace('url, options', 'url'),
};

/**
 * A monorepo with typed linting that a package manager has installed, without any other node_modules above it. Its package
 * `load` has a finding, which is a warning, and `run` imports `work`.
 */
export class Monorepo {
  readonly folder: string;
  readonly #script: string;
  readonly #manager: PackageManager;

  private constructor(folder: string, script: string, manager: PackageManager) {
    this.folder = folder;
    this.#script = script;
    this.#manager = manager;
  }

  /**
   * Makes one for as long as it is used.
   *
   * @param trial a project that has the package manager
   * @param tools what is installed besides ESLint and our packages: versions by name
   * @throws an error with what the package manager says, where it fails, and whatever `use` throws
   */
  static async use(
    {
      trial,
      manager,
      tools,
    }: { trial: TrialProject; manager: PackageManager; tools?: Record<string, string> },
    use: (monorepo: Monorepo) => Promise<void>,
  ): Promise<void> {
    const folder = await newFolder();
    try {
      const own = Object.fromEntries(trial.packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
      const plugin = trial.packed.find(({ name }) => name === 'eslint-plugin-cancellation')?.tarball ?? '';
      await writeFiles(folder, {
        'package.json': JSON.stringify({
          name: 'monorepo',
          private: true,
          type: 'module',
          devDependencies: { ...newest, ...own, ...tools },
          ...manager.manifest?.(plugin),
        }),
        ...manager.files?.(plugin),
        '.gitignore': 'node_modules\n.nx\n.turbo\n',
        'eslint.config.js': config,
        ...packageFiles(manager, 'load', swallowing),
        ...packageFiles(manager, 'work', work.withSignal),
        ...packageFiles(manager, 'run', typedSources['run.ts'].replace('./work.js', '@monorepo/work')),
      });
      const script = path.join(trial.folder, 'node_modules', manager.script);
      const monorepo = new Monorepo(folder, script, manager);
      const { code, stdout, stderr } = await monorepo.manage('install');
      assert.equal(code, 0, stdout + stderr);
      await use(monorepo);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Runs the package manager. */
  async manage(...args: string[]): Promise<Outcome> {
    return runNode([this.#script, ...args], { cwd: this.folder, env: environment });
  }

  /** Runs a command of an installed package. */
  async run(...command: string[]): Promise<Outcome> {
    return this.manage(...this.#manager.exec, ...command);
  }

  /** Starts the language server by the package manager. @returns a client of it, which trusts the project */
  async startServer(): Promise<LspClient> {
    const args = [this.#script, ...this.#manager.exec, 'cancellation-language-server', '--stdio'];
    const child = spawn(process.execPath, args, { cwd: this.folder, env: environment });
    return LspClient.start({
      folders: [this.folder],
      initializationOptions: { trusted: true },
      server: serverProcess(child),
    });
  }

  async write(files: Record<string, string>): Promise<void> {
    await writeFiles(this.folder, files);
  }

  async read(file: string): Promise<string> {
    return readFile(path.join(this.folder, file), 'utf8');
  }
}

function packageFiles(manager: PackageManager, name: string, source: string): Record<string, string> {
  const manifest = {
    name: `@monorepo/${name}`,
    version: '1.0.0',
    private: true,
    type: 'module',
    exports: `./src/${name}.ts`,
    scripts: { lint: manager.lint },
    ...(name === 'run' && { dependencies: { '@monorepo/work': manager.range } }),
  };
  return {
    [`packages/${name}/package.json`]: JSON.stringify(manifest),
    [`packages/${name}/tsconfig.json`]: JSON.stringify(tsconfig),
    [`packages/${name}/src/${name}.ts`]: source,
  };
}
