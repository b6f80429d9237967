import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryFiles, root } from '../support/repository-files.js';
import { virtualProgram, type VirtualProgram } from '../support/virtual-program.js';
import { countWork } from './count-work.js';

/** Programs that have to do with cancellation and little else: what costs most. */
let programs: string[];
let types: VirtualProgram;

beforeAll(async () => {
  const files = repositoryFiles().filter((file) => /^test\/behaviour\/programs\/[\w-]+\.ts$/.test(file));
  programs = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  types = virtualProgram(programs.map((text) => ({ language: 'ts', text })));
});

// What the rules cost is measured by `npm run bench`; this keeps what they do from growing unnoticed.
describe('a file that mentions nothing of cancellation', () => {
  const text = `
    export function total(rows: readonly { values: number[] }[]): number {
      let sum = 0;
      for (const { values } of rows) for (const value of values) sum += value;
      return sum;
    }
  `.repeat(20);

  it('is walked through once, by ESLint', () => {
    expect(countWork(text, 'strict')).toEqual(countWork(text, 'idle'));
  });

  it('asks nothing about types', () => {
    const { files, program } = virtualProgram([{ language: 'ts', text }]);
    const [file = ''] = files;
    expect(countWork(text, 'strict', { file, program }).typeQueries).toBe(0);
  });
});

describe('programs that have to do with cancellation and little else', () => {
  it.each([
    ['recommended', 4.5],
    ['strict', 5],
  ] as const)('are walked through a few times by %s', (preset, times) => {
    const visits = sumOf(programs, (text) => countWork(text, preset).visits);
    const once = sumOf(programs, (text) => countWork(text, 'idle').visits);
    expect(visits / once).toBeLessThan(times);
  });

  it('ask few questions about types', () => {
    const { files, program } = types;
    const queries = programs.map(
      (text, index) => countWork(text, 'strict', { file: files[index] ?? '', program }).typeQueries,
    );
    const nodes = sumOf(programs, (text) => countWork(text, 'idle').visits);
    expect(sumOf(queries, (count) => count) / nodes).toBeLessThan(0.2);
  });
});

it('grows as the file grows', () => {
  const functions = (count: number) =>
    Array.from({ length: count }, (_, index) => functionText(index)).join('\n');
  const few = countWork(functions(20), 'strict').visits;
  const many = countWork(functions(200), 'strict').visits;
  expect(many / few).toBeLessThan(10.5);
});

function functionText(index: number): string {
  return `
    export async function load${index}(urls: readonly string[], signal: AbortSignal): Promise<unknown[]> {
      const loaded: unknown[] = [];
      for (const url of urls) {
        signal.throwIfAborted();
        try {
          const response = await fetch(url, { signal });
          loaded.push(await response.json());
        } catch (error) {
          if (signal.aborted) throw error;
          console.error(url, error);
        }
      }
      return loaded;
    }
  `;
}

function sumOf<Element>(elements: readonly Element[], amount: (element: Element) => number): number {
  return elements.reduce((sum, element) => sum + amount(element), 0);
}
