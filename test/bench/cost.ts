import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { table } from '../support/table.js';

// `npm run bench:cost -- [--files <n>] [--rounds <n>]` measures what the presets add, without types, to the time that ESLint
// takes to parse the files of the packages of test/ecosystem/packages.json and to walk through them for a rule that does
// nothing. Other work on the machine only ever makes a pass slower, so that the fastest one of a preset counts.
const { values } = parseArgs({
  options: { files: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});

interface Measurement {
  seconds: number[];
  files: number;
  byRule: [rule: string, milliseconds: number][];
}

const titles = { none: 'parse and traverse', recommended: 'recommended', strict: 'strict' };
const fastest = new Map<string, number>();
let files = 0;
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const rules of Object.keys(titles)) {
    const measured = await measure('--rules', rules);
    files = measured.files;
    fastest.set(rules, Math.min(fastest.get(rules) ?? Infinity, ...measured.seconds));
  }
}

const base = fastest.get('none') ?? NaN;
console.log(
  `${files} files, ${values.rounds} rounds of two passes, CPU time of the fastest, without types\n`,
);
console.log(
  table([
    ['', 'seconds', 'of parse and traverse'],
    ...Object.entries(titles).map(([rules, title]) => {
      const seconds = fastest.get(rules) ?? NaN;
      return [title, seconds.toFixed(2), `${((100 * seconds) / base).toFixed(1)} %`];
    }),
  ]),
);

const { byRule } = await measure('--rules', 'strict', '--by-rule', '--passes', '1');
const dearest = byRule.sort(([, one], [, other]) => other - one).slice(0, 10);
console.log('\nThe dearest rules; what they share counts for the one that asks first\n');
console.log(table(dearest.map(([rule, spent]) => [rule, `${(spent / 10 / base).toFixed(2)} %`])));

async function measure(...options: string[]): Promise<Measurement> {
  const script = fileURLToPath(new URL('lint-all.ts', import.meta.url));
  const given = ['--import', 'tsx', script, '--files', values.files, ...options];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  return JSON.parse(stdout) as Measurement;
}
