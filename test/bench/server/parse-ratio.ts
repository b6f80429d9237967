import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { Engine } from '../../../server/build/engine/engine.js';
import type { BenchProject } from './bench-projects.js';

/** How often each file is taken; the fastest time counts. */
const rounds = 5;

interface Ratios {
  /** How many times as long as parsing it takes to find what needs no types. */
  ofParse: number;
  /** How many times as long as parsing and walking through the tree. */
  ofTraverse: number;
  files: number;
}

const idle: Linter.Config = {
  files: ['**/*.ts', '**/*.tsx'],
  plugins: { idle: { rules: { nothing: { create: () => ({}) } } } },
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'idle/nothing': 'error' },
};

/** Measures the files of a project whose text may hold findings. */
export async function parseRatio({ folder }: BenchProject): Promise<Ratios> {
  const engine = new Engine();
  const linter = new Linter({ cwd: '/' });
  const names = await readdir(path.join(folder, 'src'), { recursive: true });
  const sums = { parse: 0, traverse: 0, check: 0, files: 0 };
  for (const name of names.filter((each) => /\.tsx?$/.test(each)).slice(0, 200)) {
    const file = path.join(folder, 'src', name);
    const text = await readFile(file, 'utf8');
    const before = engine.parses;
    const check = fastest(text, (each) => engine.quickCheck({ file, text: each }));
    if (engine.parses === before) continue;
    const options = { ecmaFeatures: { jsx: true }, filePath: file, sourceType: 'module' } as const;
    sums.parse += fastest(text, (each) => parser.parseForESLint(each, options));
    sums.traverse += fastest(text, (each) => linter.verify(each, idle, { filename: file }));
    sums.check += check;
    sums.files++;
  }
  return { ofParse: sums.check / sums.parse, ofTraverse: sums.check / sums.traverse, files: sums.files };
}

/** Each round has a text of its own, so that nothing is remembered. */
function fastest(text: string, work: (text: string) => unknown): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(`${text}// ${String(round)}\n`);
    return performance.now() - start;
  });
  return Math.min(...times);
}
