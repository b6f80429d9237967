import { format } from 'prettier';
import type { Trial } from './trial.js';

const opening = '<!-- generated: trials -->';
const closing = '<!-- end: trials -->';

/** @returns a page of Markdown whose part between the marks says what is tried on which versions of Node, and in which order */
export async function pageWithTable(page: string, trials: readonly Trial[]): Promise<string> {
  const groups = [...new Set(trials.map(({ group }) => group))];
  const table = groups.map((group) => section(group, trials)).join('\n\n');
  const start = page.indexOf(opening);
  const end = page.indexOf(closing);
  if (start < 0 || end < start) throw new Error('The page has no part for the trials.');
  const text = `${page.slice(0, start)}${opening}\n\n${table}\n\n${page.slice(end)}`;
  return format(text, { parser: 'markdown', printWidth: 110, singleQuote: true });
}

function section(group: Trial['group'], trials: readonly Trial[]): string {
  const rows = trials
    .filter((trial) => trial.group === group)
    .map(({ name, nodes }) => `| ${name} | ${nodes?.join(', ') ?? 'one'} |`);
  return [`## ${group}`, '', '| What is tried | Node |', '| --- | --- |', ...rows].join('\n');
}
