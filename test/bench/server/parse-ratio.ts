import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Engine } from '../../../server/dist/engine/engine.js';
import type { BenchProject } from './bench-projects.js';

/** How often each file is taken; the fastest time counts. */
const rounds = 5;

/** @returns how many times as long as parsing it takes to find what needs no types, in files whose text may hold findings */
export async function parseRatio({ folder }: BenchProject): Promise<{ ratio: number; files: number }> {
  const engine = new Engine();
  const names = (await readdir(path.join(folder, 'src'), { recursive: true })).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const sums = { parse: 0, check: 0, files: 0 };
  for (const name of names.slice(0, 200)) {
    const file = path.join(folder, 'src', name);
    const text = await readFile(file, 'utf8');
    const before = engine.parses;
    const check = fastest((round) => engine.quickCheck({ file, text: `${text}// ${String(round)}\n` }));
    if (engine.parses === before) continue;
    const options = { ecmaFeatures: { jsx: true }, filePath: file, sourceType: 'module' } as const;
    sums.parse += fastest((round) => parser.parseForESLint(`${text}// ${String(round)}\n`, options));
    sums.check += check;
    sums.files++;
  }
  return { ratio: sums.check / sums.parse, files: sums.files };
}

function fastest(work: (round: number) => unknown): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return Math.min(...times);
}
