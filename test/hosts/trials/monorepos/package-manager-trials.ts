import assert from 'node:assert/strict';
import path from 'node:path';
import type { Trial } from '../trial.js';
import { Monorepo } from './monorepo.js';
import { pnpm, yarn, type PackageManager } from './package-managers.js';

const warning = 2;
const error = 1;

async function findsEverywhere(monorepo: Monorepo, lintAll: readonly string[]): Promise<void> {
  const findings = /cancellation\/no-swallowed-abort[^]*cancellation\/forward-abort-signal/;
  assert.match((await monorepo.run('eslint', 'packages')).stdout, findings);
  const { stdout: each } = await monorepo.manage(...lintAll);
  assert.match(each, /cancellation\/no-swallowed-abort/);
  assert.match(each, /cancellation\/forward-abort-signal/);
  const { stdout, code } = await monorepo.run('cancellation-lint', 'check');
  assert.match(stdout, findings);
  assert.equal(code, 1);
  await findsInEditor(monorepo);
}

/** Checks that the language server has types and goes by the project's ESLint config. */
async function findsInEditor(monorepo: Monorepo): Promise<void> {
  const client = await monorepo.startServer();
  try {
    for (const [name, severity] of [
      ['load', warning],
      ['run', error],
    ] as const) {
      const file = path.join('packages', name, 'src', `${name}.ts`);
      const document = await client.open(path.join(monorepo.folder, file), await monorepo.read(file));
      const diagnostics = await document.diagnostics();
      assert.deepEqual(
        diagnostics.map((diagnostic) => diagnostic.severity),
        [severity],
      );
    }
  } finally {
    await client.stop();
  }
}

function trialOf(name: string, manager: PackageManager, ...lintAll: string[]): Trial {
  return {
    group: 'Monorepos',
    name: `${name}: ESLint, \`cancellation-lint check\` and the language server, with types`,
    packages: manager.packages,
    files: {},
    use: (trial) => Monorepo.use({ trial, manager }, (monorepo) => findsEverywhere(monorepo, lintAll)),
  };
}

/** Package managers whose node_modules are not those of npm, or that have none. */
export const packageManagerTrials: Trial[] = [
  trialOf('A workspace of pnpm 10.34.9', pnpm('10.34.9', 'cjs'), '--recursive', '--no-bail', 'lint'),
  trialOf('A workspace of pnpm 12.21.0', pnpm('12.21.0', 'mjs'), '--recursive', '--no-bail', 'lint'),
  trialOf(
    "A workspace of Yarn 4.18.1 with Plug'n'Play",
    yarn,
    'workspaces',
    'foreach',
    '--all',
    'run',
    'lint',
  ),
];
