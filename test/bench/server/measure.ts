import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchProject } from './bench-projects.js';
import type { MeasuredProcess } from './measured-processes.js';

/** Times in milliseconds, by file where there are several; memory in MB. */
export interface Measurement {
  coldStart: number;
  lines: number[];
  p50: number[];
  p95: number[];
  save: number | undefined;
  memory: number;
}

/**
 * Opens the files of a project one after the other, and edits each.
 *
 * @param start starts what is measured
 * @param options the file that is opened first, and how often each is edited
 */
export async function measure(
  { folder, files }: BenchProject,
  start: () => Promise<MeasuredProcess & { save?: (file: string) => Promise<void> }>,
  { first, edits }: { first: string; edits: number },
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
