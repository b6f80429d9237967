import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packWorkspace } from '../../hosts/packed-package.js';
import { installedFolder } from '../../hosts/trials/trial-project.js';
import { run } from '../../support/run.js';
import { table } from '../../support/table.js';
import { generateMonorepo, packageFolder } from './generate-monorepo.js';

// `npm run bench:monorepo -- [--packages <n>] [--files <n>] [--tasks <n>]` makes a monorepo, and checks it as a whole, in threads, from caches,
// and package by package with Turborepo. `files` is for one package, `tasks` how
// many of them Turborepo runs at once.
const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '200' },
    files: { type: 'string', default: '10' },
    tasks: { type: 'string', default: '2' },
  },
});
const size = { packages: Number(values.packages), filesPerPackage: Number(values.files) };
const tools = {
  eslint: '10.15.0',
  'typescript-eslint': '8.73.0',
  typescript: '6.0.3',
  turbo: '2.11.11',
};
const findings = Math.ceil(size.packages / 10);
const edited = `${packageFolder(Math.floor(size.packages / 2))}/src/part-0.ts`;

/** What a command took, with all that it started, in seconds. */
interface Cost {
  elapsed: number;
  cpu: number;
  code: number;
  stdout: string;
}

const rows = [['', 'CPU seconds', 'elapsed']];

const packed = [await packWorkspace('eslint-plugin'), await packWorkspace('server')];
const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-monorepo-')));
try {
  await generateMonorepo(folder, size);
  await symlink(
    path.join(await installedFolder(tools, packed), 'node_modules'),
    path.join(folder, 'node_modules'),
  );
  await run('git', ['init', '--quiet'], { cwd: folder });
  await run('git', ['add', '.'], { cwd: folder });
  await measureAll();
  const files = size.packages * size.filesPerPackage;
  console.log(`${String(size.packages)} packages, ${String(files)} files, ${String(findings)} findings\n`);
  console.log(table(rows));
} finally {
  await rm(folder, { recursive: true, force: true });
  for (const one of packed) await one.dispose();
}

async function measureAll(): Promise<void> {
  const eslint = 'eslint --format json';
  const check = 'cancellation-lint check --format json --max-warnings 1000';
  const turbo = `turbo run lint --concurrency=${values.tasks}`;
  await measure('turbo run lint, the first time', turbo);
  await measure('turbo run lint, nothing changed', turbo);
  await measure('eslint, all packages in one process', `${eslint} packages`);
  await measure('eslint --concurrency 2', `${eslint} --concurrency 2 packages`);
  await measure('eslint --cache, the first time', `${eslint} --cache packages`);
  await measure('eslint --cache, nothing changed', `${eslint} --cache packages`);
  await measure('cancellation-lint check, with types', `${check} packages`);
  await measure('cancellation-lint check --cache, the first time', `${check} --cache packages`);
  await measure('cancellation-lint check --cache, nothing changed', `${check} --cache packages`);
  await appendFile(path.join(folder, edited), 'export const edited = true;\n');
  await measure('eslint --cache, one file edited', `${eslint} --cache packages`);
  await measure('cancellation-lint check --cache, one file edited', `${check} --cache packages`);
  await measure('turbo run lint, one file edited', turbo);
}

/** Runs a command, which has to tell of all findings, and notes what it took. */
async function measure(title: string, command: string): Promise<void> {
  const env = {
    PATH: `${path.join(folder, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  };
  const { elapsed, cpu, code, stdout } = await measureCommand(command, { cwd: folder, env });
  const found = stdout.match(/cancellation\/no-misplaced-abort-catch(?:"[,}]|\n|\s*$)/gm)?.length ?? 0;
  if (code !== 0 || found !== findings)
    throw new Error(
      `${command} ended with ${String(code)} and ${String(found)} findings:\n${stdout.slice(-2000)}`,
    );
  rows.push([title, cpu.toFixed(1), elapsed.toFixed(1)]);
  console.error(rows.at(-1)?.join('  '));
}

/**
 * Runs a command of bash, whose `time` counts the processes that the command starts too.
 *
 * @param env what the environment has besides this process's
 */
async function measureCommand(
  command: string,
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Cost> {
  const timed = `TIMEFORMAT='%R %U %S'; { time { ${command} ; } 2>&3 ; } 3>/dev/null`;
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile('bash', ['-c', timed], options, (error, stdout, stderr) => {
      const [elapsed = NaN, user = NaN, system = NaN] = stderr.trim().split(' ').map(Number);
      const code = error ? Number(error.code) : 0;
      resolve({ elapsed, cpu: user + system, code, stdout });
    });
  });
}
