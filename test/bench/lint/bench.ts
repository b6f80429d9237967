import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { codeBases, type CodeBase } from './code-bases.js';
import { withoutTypes, withTypes, type Configuration } from './configurations.js';
import type { LintMeasurement } from './lint-once.js';
import { measureOxlint } from './oxlint.js';
import { performancePage, type BenchResult, type Row } from './performance-page.js';

// `npm run bench -- [--rounds <n>] [--write]` measures what the presets cost on real code bases, beside other plugins, and prints
// the page docs/performance.md; with `--write` it writes it. Other work on the machine only ever makes a pass slower, so
// that the fastest one of a configuration counts.
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

const results: BenchResult[] = [];
for await (const codeBase of codeBases()) {
  console.error(`${codeBase.title} ...`);
  const { files, lines } = await measure(codeBase, 'none', []);
  const { byRule } = await measure(codeBase, 'strict', ['--by-rule']);
  results.push({
    title: codeBase.title,
    files,
    lines,
    untyped: await rowsOf(codeBase, withoutTypes, []),
    typed: await rowsOf(codeBase, withTypes, ['--types']),
    byRule,
    oxlint: await measureOxlint(codeBase.folder),
  });
}
const page = await performancePage(results, rounds);
console.log(page);
if (values.write) await writeFile(new URL('../../../docs/performance.md', import.meta.url), page);

async function rowsOf(
  codeBase: CodeBase,
  configurations: Record<string, Configuration>,
  options: readonly string[],
): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { title }] of Object.entries(configurations)) {
      const { seconds, memory } = await measure(codeBase, name, options);
      const known = rows.get(name) ?? { title, seconds: Infinity, memory: Infinity };
      const fastest = Math.min(known.seconds, seconds);
      rows.set(name, { title, seconds: fastest, memory: Math.min(known.memory, memory) });
    }
  }
  return [...rows.values()];
}

async function measure(
  { folder }: CodeBase,
  configuration: string,
  options: readonly string[],
): Promise<LintMeasurement> {
  const script = fileURLToPath(new URL('lint-once.ts', import.meta.url));
  const args = ['--import', 'tsx', script, folder, '--configuration', configuration, ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
  return JSON.parse(stdout) as LintMeasurement;
}
