import { cpus } from 'node:os';
import { Linter } from 'eslint';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { repository } from '../package-project.js';
import { oxlintVersion } from './oxlint.js';

/** What was measured of a code base. */
export interface BenchResult {
  title: string;
  files: number;
  lines: number;
  untyped: readonly Row[];
  typed: readonly Row[];
  /** How long each rule took, in milliseconds. */
  byRule: readonly [rule: string, milliseconds: number][];
  /** In seconds. */
  oxlint: number;
}

/** One configuration; the first row of several is what the others are compared with. */
export interface Row {
  title: string;
  /** CPU time. */
  seconds: number;
  /** In MB. */
  memory: number;
}

/** How many rules are named. */
const named = 10;

/** @returns the text of docs/performance.md */
export async function performancePage(results: readonly BenchResult[], rounds: number): Promise<string> {
  const text = `# Performance

What linting costs on real code bases, measured by \`npm run bench -- --rounds ${rounds} --write\`, which writes this page. Each figure is the CPU time of the
fastest pass over all files of a code base, each configuration in a process of its own. What counts is how configurations compare: the machine was ${processor()}, with Node ${process.versions.node}, ESLint ${Linter.version} and TypeScript ${ts.version}.

- “Of parse and traverse” compares with what ESLint takes to parse each file and to walk through it for a rule that does nothing.
- “Per 1,000 lines” is what the configuration adds to that.
- With types, the TypeScript program is there already; what it takes to make it, all typed rules share.
- Two measurements of the same differ by a tenth or more on a shared machine, the less the more rounds there are: a few percent more or less, and figures below zero, say that there is no difference to be seen.
- oxlint, for reference, is the native binary ${oxlintVersion} with its default rules and one thread; its figure is the time on the clock, with the start of the process.

${results.map(codeBaseSection).join('\n\n')}

## By rule

What each rule of \`strict\` takes for 1,000 lines without types, in milliseconds, the dearest first. What several rules share counts for the one that asks first.

${ruleTable(results)}
`;
  const options = await resolveConfig(repository);
  return format(text, { ...options, parser: 'markdown' });
}

function codeBaseSection({ title, files, lines, untyped, typed, oxlint }: BenchResult): string {
  const count = (amount: number) => amount.toLocaleString('en');
  return `## ${title}

${count(files)} files, ${count(lines)} lines; oxlint takes ${oxlint.toFixed(2)} s.

${rowTable('Without types', untyped, lines)}

${rowTable('With types', typed, lines)}`;
}

function rowTable(heading: string, rows: readonly Row[], lines: number): string {
  const base = rows[0]?.seconds ?? NaN;
  return markdownTable([
    [heading, 'CPU time', 'Of parse and traverse', 'Per 1,000 lines', 'Memory'],
    ...rows.map(({ title, seconds, memory }) => [
      title,
      `${seconds.toFixed(2)} s`,
      `${((100 * seconds) / base).toFixed(0)} %`,
      `${((1e6 * (seconds - base)) / lines).toFixed(1)} ms`,
      `${memory.toFixed(0)} MB`,
    ]),
  ]);
}

function ruleTable(results: readonly BenchResult[]): string {
  const costs = results.map(
    ({ byRule, lines }) =>
      new Map(byRule.map(([rule, milliseconds]) => [rule, (1000 * milliseconds) / lines])),
  );
  const total = (rule: string) => costs.reduce((sum, cost) => sum + (cost.get(rule) ?? 0), 0);
  const rules = [...new Set(costs.flatMap((cost) => [...cost.keys()]))].sort((a, b) => total(b) - total(a));
  return markdownTable([
    ['Rule', ...results.map(({ title }) => title)],
    ...rules
      .slice(0, named)
      .map((rule) => [`\`${rule}\``, ...costs.map((cost) => (cost.get(rule) ?? 0).toFixed(2))]),
  ]);
}

function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function processor(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}`;
}
