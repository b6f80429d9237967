import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import plugin from '../../eslint-plugin/src/index.js';
import { lintPackage, type ShownFinding } from './lint-package.js';
import { table } from '../support/table.js';
import { Verdicts } from './verdicts.js';

// `npm run bench:precision -- [--unread] [--rule <words>] [package ...]` lints the packages of packages.json and says by
// rule how many findings are right, by the verdicts of verdicts.json; `--unread` shows the code of those without one.
const { values, positionals } = parseArgs({
  options: { unread: { type: 'boolean', default: false }, rule: { type: 'string', default: '' } },
  allowPositionals: true,
});

const packages = (
  JSON.parse(await readFile(new URL('packages.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
  }[]
).filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const verdicts = await Verdicts.read();
const all: ShownFinding[] = [];
for (const { name, version } of packages) {
  const findings = (await lintPackage(name, version)).filter(({ rule }) => rule.includes(values.rule));
  all.push(...findings);
  if (values.unread) findings.filter((finding) => !verdicts.about(finding)).forEach(show);
}

const recommended = new Set(
  Object.keys(plugin.configs.recommended.rules ?? {}).map((id) => id.replace('cancellation/', '')),
);
const rules = [...new Set(all.map(({ rule }) => rule))].sort();
const inRecommended = rules.filter((rule) => recommended.has(rule));
console.log(
  table([
    ['rule', 'findings', 'right', 'wrong', 'arguable', 'unread', 'precision'],
    ...inRecommended.map((rule) => rowOf(rule, [rule])),
    rowOf('recommended', inRecommended),
    ...rules.filter((rule) => !recommended.has(rule)).map((rule) => rowOf(`${rule} (strict)`, [rule])),
  ]),
);
for (const { package: name, file, line, rule } of verdicts.withoutFinding(all)) {
  if (rule.includes(values.rule)) console.log(`No finding any more: ${rule} ${name} ${file}:${line}`);
}

function rowOf(label: string, of: readonly string[]): string[] {
  const findings = all.filter(({ rule }) => of.includes(rule));
  const count = (wanted: string | undefined): number =>
    findings.filter((finding) => verdicts.about(finding) === wanted).length;
  const read = findings.length - count(undefined);
  const precision = read === 0 ? '' : `${((100 * count('right')) / read).toFixed(0)} %`;
  const counts = [findings.length, count('right'), count('wrong'), count('arguable'), count(undefined)];
  return [label, ...counts.map(String), precision];
}

function show({ package: name, file, line, rule, message, excerpt }: ShownFinding): void {
  console.log(`${name} ${file}:${line} ${rule}\n${message}\n${excerpt}\n`);
}
