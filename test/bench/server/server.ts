import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { asking, refreshing } from '../../support/lsp/client-capabilities.js';
import { table } from '../../support/table.js';
import { generatedProject, publishedProject, type BenchProject } from './bench-projects.js';
import { eslintProcess, ourServer, typescriptProcess, type MeasuredProcess } from './measured-processes.js';
import { parseRatio } from './parse-ratio.js';

// `npm run bench:server -- [--edits <n>] [--files <n>]` measures the built language server as an editor sees it, beside the same
// rules in ESLint with typescript-eslint's project service, in one run on one machine: the times mean little, their ratio does.
const { values } = parseArgs({
  options: { edits: { type: 'string', default: '30' }, files: { type: 'string', default: '1000' } },
});
const edits = Number(values.edits);

for (const project of [
  await generatedProject(Number(values.files)),
  await publishedProject('ai', '7.0.173'),
]) {
  try {
    await measureProject(project);
  } finally {
    await rm(project.folder, { recursive: true });
  }
}

async function measureProject(project: BenchProject): Promise<void> {
  const [, middling = ''] = project.files;
  const waiting = await measure(project, () => ourServer(project, asking), middling);
  const hasty = await measure(project, () => ourServer(project, refreshing), middling);
  const eslint = await measure(project, () => Promise.resolve(eslintProcess(project)), middling);
  const typescript = await measure(project, () => Promise.resolve(typescriptProcess(project)), middling);
  const { ofParse, ofTraverse, files } = await parseRatio(project);

  console.log(
    `\n${project.title} (${String(project.size)} files), ${String(edits)} edits a file, milliseconds\n`,
  );
  console.log(
    table([
      ['', 'without types', 'with types', 'ESLint, project service', 'with types : ESLint'],
      ['cold start to the first findings', ...compared(hasty.coldStart, waiting.coldStart, eslint.coldStart)],
      ...project.files.map((file, index) => [
        `edit of ${path.basename(file)} (${String(waiting.lines[index])} lines), p50`,
        ...compared(hasty.p50[index], waiting.p50[index], eslint.p50[index]),
      ]),
      ...project.files.map((_, index) => [
        'the same, p95',
        ...compared(hasty.p95[index], waiting.p95[index], eslint.p95[index]),
      ]),
      ['save action, p50', ...compared(hasty.save, waiting.save, undefined)],
      ['memory, MB', ...compared(hasty.memory, waiting.memory, eslint.memory)],
    ]),
  );
  console.log(
    `\nTypeScript's language service with the same edits takes ${typescript.memory.toFixed(0)} MB, the server ${(waiting.memory / typescript.memory).toFixed(2)} times as much.`,
  );
  console.log(
    `A check without types takes ${ofParse.toFixed(2)} times as long as parsing, and ${ofTraverse.toFixed(2)} times as long as ESLint with a rule that does nothing (${String(files)} files whose text may hold findings).`,
  );
}

interface Measurement {
  coldStart: number;
  lines: number[];
  p50: number[];
  p95: number[];
  save: number | undefined;
  memory: number;
}

async function measure(
  { folder, files }: BenchProject,
  start: () => Promise<MeasuredProcess & { save?: (file: string) => Promise<void> }>,
  first: string,
): Promise<Measurement> {
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  const textOf = (file: string): string => texts.get(file) ?? '';

  const begin = performance.now();
  const process = await start();
  await process.open(first, textOf(first));
  const coldStart = performance.now() - begin;
  const measured: Measurement = { coldStart, lines: [], p50: [], p95: [], save: undefined, memory: 0 };
  const saves: number[] = [];
  for (const file of files) {
    if (file !== first) await process.open(file, textOf(file));
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      times.push(await timed(() => process.edit(file, edited(textOf(file), edit))));
      if (process.save) saves.push(await timed(() => process.save?.(file)));
    }
    measured.lines.push(textOf(file).split('\n').length);
    measured.p50.push(quantile(times, 0.5));
    measured.p95.push(quantile(times, 0.95));
  }
  measured.memory = process.memory();
  if (saves.length > 0) measured.save = quantile(saves, 0.5);
  process.end();
  return measured;
}

/** What a person types in the middle of a file. */
function edited(text: string, edit: number): string {
  const middle = text.indexOf('\n', text.length / 2);
  return `${text.slice(0, middle)} // ${'x'.repeat(edit + 1)}${text.slice(middle)}`;
}

async function timed(work: () => Promise<void> | undefined): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(share * times.length)] ?? NaN;
}

function compared(quick?: number, typed?: number, eslint?: number): string[] {
  const ratio = typed !== undefined && eslint !== undefined ? (typed / eslint).toFixed(2) : '';
  return [...[quick, typed, eslint].map((value) => value?.toFixed(0) ?? ''), ratio];
}
