import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { Linter, type ESLint } from 'eslint';
import plugin from 'eslint-plugin-cancellation';
import { installedPackage } from '../ecosystem/installed-package.js';
import { packageSources, type Source } from '../ecosystem/package-sources.js';
import { table } from '../support/table.js';
import { timedRules } from './timed-rules.js';

// `npm run bench:cost -- [--files <n>] [--rounds <n>]` measures what the presets add, without types, to the time that ESLint
// takes to parse the files of the packages of test/ecosystem/packages.json and to walk through them.
const { values } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '5' } },
});

const { recommended, strict } = plugin.configs;
const configs = {
  'parse and traverse': {},
  recommended: recommended.rules ?? {},
  strict: strict.rules ?? {},
};
type Name = keyof typeof configs;
const names = Object.keys(configs) as Name[];

const sources = await readSources(Number(values.files));
const seconds = new Map(names.map((name) => [name, [] as number[]]));
// What differs between two moments of a shared machine differs for all configurations of a round alike.
for (let round = 0; round <= Number(values.rounds); round += 1) {
  for (const name of names) {
    const spent = lintAll({ plugin, rules: configs[name] });
    // The first round warms the compiler of the engine up.
    if (round > 0) seconds.get(name)?.push(spent);
  }
}

const base = median('parse and traverse');
console.log(
  `${sources.length} files, ${values.rounds} rounds, CPU time of the median round, without types\n`,
);
console.log(
  table([
    ['', 'seconds', 'of parse and traverse'],
    ...names.map((name) => [name, median(name).toFixed(2), `${((100 * median(name)) / base).toFixed(1)} %`]),
  ]),
);

const { rules, milliseconds } = timedRules();
lintAll({ plugin: { rules }, rules: configs.strict });
const dearest = [...milliseconds].sort(([, one], [, other]) => other - one).slice(0, 10);
console.log('\nThe dearest rules; what they share counts for the one that asks first\n');
console.log(table(dearest.map(([rule, spent]) => [rule, `${(spent / 10 / base).toFixed(2)} %`])));

async function readSources(wanted: number): Promise<Source[]> {
  const list = await readFile(new URL('../ecosystem/packages.json', import.meta.url), 'utf8');
  const found: Source[] = [];
  for (const { name, version } of JSON.parse(list) as { name: string; version: string }[]) {
    const folder = await installedPackage(name, version);
    const inPackage = await packageSources(folder);
    found.push(...inPackage.map(({ file, text }) => ({ file: path.join('/', name, file), text })));
  }
  const step = Math.max(1, Math.floor(found.length / wanted));
  return found.filter((_, index) => index % step === 0).slice(0, wanted);
}

/** @returns the CPU time in seconds that all files take */
function lintAll(how: { plugin: ESLint.Plugin; rules: Partial<Linter.RulesRecord> }): number {
  const linter = new Linter({ cwd: '/' });
  const config: Linter.Config = {
    files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
    plugins: { cancellation: how.plugin },
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: how.rules,
  };
  const before = process.cpuUsage();
  for (const { file, text } of sources)
    linter.verify(text, [config], { filename: file, allowInlineConfig: false });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(name: Name): number {
  const sorted = (seconds.get(name) ?? []).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
