import assert from 'node:assert/strict';
import type { Trial } from '../trial.js';
import { Monorepo, work } from './monorepo.js';
import { npm } from './package-managers.js';
import { recipesOf } from './recipes.js';

/** What runs a task in each package, and keeps its results. */
interface TaskRunner {
  name: string;
  packages: Record<string, string>;
  /** Its file of settings; docs/large-repositories.md says under `section` what to write there, without types and with them. */
  settings: string;
  section: string;
  command: readonly string[];
  /** The packages whose task is run, rather than answered from the cache, in what it writes. */
  ran: RegExp;
}

const all = ['load', 'run', 'work'];
const runners: TaskRunner[] = [
  {
    name: 'Turborepo 2.11.11',
    packages: { turbo: '2.11.11' },
    settings: 'turbo.json',
    section: 'Turborepo',
    command: ['turbo', 'run', 'lint'],
    ran: /^@monorepo\/(\w+):lint: cache miss/gm,
  },
  {
    name: 'Nx 24.0.6',
    packages: { nx: '24.0.6' },
    settings: 'nx.json',
    section: 'Nx',
    command: ['nx', 'run-many', '-t', 'lint', '--output-style=static'],
    ran: /^> nx run @monorepo\/(\w+):lint$/gm,
  },
];

/** Runs `lint` in all packages. @returns whether it is content, which packages it ran in, and all that it wrote */
async function lint(
  monorepo: Monorepo,
  { command, ran }: TaskRunner,
): Promise<{ passes: boolean; ran: string[]; output: string }> {
  const { code, stdout, stderr } = await monorepo.run(...command);
  const output = stdout + stderr;
  const names = [...output.matchAll(ran)].map(([, name = '']) => name);
  return { passes: code === 0, ran: names.toSorted(), output };
}

async function runsWhatHasChanged(monorepo: Monorepo, runner: TaskRunner): Promise<void> {
  const [plain = '', typed = ''] = recipesOf('large-repositories.md', runner.section);
  const expectRun = async (passes: boolean, ran: string[], finding?: RegExp): Promise<void> => {
    const { output, ...outcome } = await lint(monorepo, runner);
    assert.deepEqual(outcome, { passes, ran }, output);
    if (finding) assert.match(output, finding);
  };
  const change = async (files: Record<string, string>): Promise<void> => monorepo.write(files);
  const append = async (file: string, text: string): Promise<void> =>
    change({ [file]: (await monorepo.read(file)) + text });

  await change({ [runner.settings]: plain, 'packages/work/src/work.ts': work.withoutSignal });
  await expectRun(true, all, /cancellation\/no-swallowed-abort/);
  await expectRun(true, [], /cancellation\/no-swallowed-abort/);
  await append('packages/load/src/load.ts', 'export const edited = true;\n');
  await expectRun(true, ['load']);
  await append('eslint.config.js', '// edited\n');
  await expectRun(true, all);
  await change({ 'package-lock.json': withNewPlugin(await monorepo.read('package-lock.json')) });
  await expectRun(true, all);
  await change({ 'packages/work/src/work.ts': work.withSignal });
  await expectRun(true, ['work']);

  await change({ [runner.settings]: typed, 'packages/work/src/work.ts': work.withoutSignal });
  await expectRun(true, all);
  await change({ 'packages/work/src/work.ts': work.withSignal });
  await expectRun(false, ['run', 'work'], /cancellation\/forward-abort-signal/);
}

/** @returns a lock file of npm's as another version of the plugin makes it */
function withNewPlugin(lock: string): string {
  const parsed = JSON.parse(lock) as { packages: Record<string, object> };
  const name = 'node_modules/eslint-plugin-cancellation';
  const integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
  parsed.packages[name] = { ...parsed.packages[name], version: '99.0.0', integrity };
  return JSON.stringify(parsed);
}

/** The recipes of docs/large-repositories.md for what caches tasks. */
export const taskTrials = runners.map((runner): Trial => ({
  group: 'Monorepos',
  name: `${runner.name}: what has changed is linted again, with types also what depends on it`,
  packages: npm.packages,
  files: {},
  use: (trial) =>
    Monorepo.use({ trial, manager: npm, tools: runner.packages }, (monorepo) =>
      runsWhatHasChanged(monorepo, runner),
    ),
}));
