import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { examplePrograms } from '../fuzz/example-programs.js';
import { root } from '../support/repository-files.js';

/** How many modules there are that import each other, and beside them how many of the rules' examples. */
const size = { modules: 16, examples: 16 };

/** A typed project on disk. */
export interface StressProject {
  folder: string;
  /** The text of each of its files, by path from the folder. */
  files: ReadonlyMap<string, string>;
  /** Texts of files that are not there at first, though some may come to import them. */
  newFiles: ReadonlyMap<string, string>;
  /** Texts from which pieces can be pasted. */
  pieces: readonly string[];
}

/** The configurations that the project may have, the usual one first; the last two are wrong. */
export const tsconfigs = [
  tsconfig({}, ['src']),
  tsconfig({ strict: false }, ['src']),
  tsconfig({ noLib: true }, ['src']),
  tsconfig({}, ['src/module-0*']),
  tsconfig({ optionOfTomorrow: true }, ['src', 'lib']),
  '{ "include": ["src" ',
  '{ "extends": "./missing.json" }',
];

/** Writes a project below the system's folder for temporary files. */
export async function stressProject(): Promise<StressProject> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-stress-')));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await mkdir(path.join(folder, 'src'));
  const examples = examplePrograms();
  const everyOther = Math.floor(examples.length / size.examples);
  const files = new Map([
    ['tsconfig.json', tsconfigs[0] ?? ''],
    ...numbers(size.modules).map((index): [string, string] => [moduleFile(index), moduleText(index)]),
    ...numbers(size.examples).map((index): [string, string] => [
      `src/example-${twoDigits(index)}.ts`,
      examples[index * everyOther] ?? '',
    ]),
  ]);
  for (const [file, text] of files) await writeFile(path.join(folder, file), text);
  const newFiles = new Map(
    numbers(4).map((index) => [`src/other-${twoDigits(index)}.ts`, moduleText(index)]),
  );
  return { folder, files, newFiles, pieces: [...examples, ...numbers(size.modules).map(moduleText)] };
}

/** @returns the text that a module of the project has at first; one of any number fits into the project */
export function moduleText(index: number): string {
  const name = String(index);
  const imported = [1, 5].map((step) => index - step).filter((other) => other >= 0);
  const calls = imported.map(
    (other, place) => `await load${String(other)}(id${place === 0 ? ', { signal }' : ''})`,
  );
  return `${imported.map((other) => `import { load${String(other)}, type Task${String(other)} } from './module-${twoDigits(other)}.js';`).join('\n')}

export interface Task${name} {
  id: string;
  signal: ${index % 4 === 1 ? 'string' : 'AbortSignal'};
${imported.map((other) => `  before${String(other)}?: Task${String(other)};`).join('\n')}
}

export async function load${name}(id: string, options?: { signal?: AbortSignal }): Promise<unknown> {
  options?.signal?.throwIfAborted();
  return fetch(\`https://example.org/${name}/\${id}\`, { ...options });
}

export async function run${name}(id: string, signal: AbortSignal): Promise<unknown[]> {
  try {
    return [${calls.join(', ')}, await load${name}(id, { signal })];
  } catch (error) {
    ${index % 3 === 0 ? '' : 'if (signal.aborted) throw error;'}
    return [];
  }
}
${imported.map(taskText).join('')}`;
}

/** Has a finding or not by what an interface of the imported module says. */
function taskText(other: number): string {
  return `
export async function follow${String(other)}(task: Task${String(other)}): Promise<unknown> {
  try {
    return await fetch(task.id, { signal: task.signal });
  } catch {
    return undefined;
  }
}
`;
}

function moduleFile(index: number): string {
  return `src/module-${twoDigits(index)}.ts`;
}

function twoDigits(index: number): string {
  return String(index).padStart(2, '0');
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function tsconfig(options: object, include: readonly string[]): string {
  const compilerOptions = {
    target: 'esnext',
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['esnext', 'dom', 'dom.iterable'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    ...options,
  };
  return JSON.stringify({ compilerOptions, include });
}
