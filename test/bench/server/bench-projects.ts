import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newProject, packageProject, repository } from '../package-project.js';

/** A project to measure on. */
export interface BenchProject {
  title: string;
  /** Where it lies, below the system's folder for temporary files. */
  folder: string;
  /** How many files it has. */
  size: number;
  /** Three of its files in which there may be findings, by path: a short, a middling and a long one. */
  files: readonly string[];
}

/** Writes a project of modules that import each other, a third of which have to do with cancellation. */
export async function generatedProject(size: number): Promise<BenchProject> {
  const folder = await newProject();
  await mkdir(path.join(folder, 'node_modules'));
  const types = path.join('node_modules', '@types');
  await symlink(path.join(repository, types), path.join(folder, types));
  for (let index = 0; index < size; index++) {
    await writeFile(path.join(folder, 'src', `${moduleName(index)}.ts`), moduleText(index));
  }
  return { title: `generated, ${String(size)} files`, folder, ...(await measuredFiles(folder)) };
}

/** A package, as npm has its sources. */
export async function publishedProject(name: string, version: string): Promise<BenchProject> {
  const folder = await packageProject(name, version);
  return { title: `${name} ${version}`, folder, ...(await measuredFiles(folder)) };
}

async function measuredFiles(folder: string): Promise<Pick<BenchProject, 'size' | 'files'>> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((file) => file.startsWith('src') && file.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(file))
    .sort();
  const texts = await Promise.all(
    names.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  );
  const concerned = texts
    .filter(({ text }) => text.includes('await ') && text.includes('ignal'))
    .sort((one, other) => one.text.length - other.text.length);
  const files = [0.25, 0.5, 0.95].flatMap(
    (share) => concerned[Math.floor(share * concerned.length)]?.file ?? [],
  );
  return { size: names.length, files };
}

function moduleName(index: number): string {
  return `module-${String(index).padStart(4, '0')}`;
}

/** Files of 60 to 600 lines. */
function moduleText(index: number): string {
  const imported = [1, 7, 31].map((step) => index - step).filter((other) => other >= 0);
  const imports = imported.map(
    (other) =>
      `import { load${String(other)}, type Record${String(other)} } from './${moduleName(other)}.js';`,
  );
  const parts = Array.from({ length: 3 + ((index * 7) % 30) }, (_, part) =>
    index % 3 === 0 ? cancellablePart(index, part, imported[0]) : plainPart(part),
  );
  return `${imports.join('\n')}

export interface Record${String(index)} {
  id: string;
  fields: Map<string, number>;
${imported.map((other) => `  from${String(other)}?: Record${String(other)};`).join('\n')}
}

export async function load${String(index)}(id: string, options?: { signal?: AbortSignal }): Promise<Record${String(index)}> {
  options?.signal?.throwIfAborted();
${imported.map((other) => `  await load${String(other)}(id, options);`).join('\n')}
  return { id, fields: new Map() };
}

${parts.join('\n')}`;
}

function plainPart(part: number): string {
  return `export class Table${String(part)} {
  readonly #rows = new Map<string, readonly number[]>();

  add(name: string, ...values: number[]): this {
    this.#rows.set(name, [...(this.#rows.get(name) ?? []), ...values]);
    return this;
  }

  total(names: Iterable<string> = this.#rows.keys()): number {
    let sum = 0;
    for (const name of names) for (const value of this.#rows.get(name) ?? []) sum += value;
    return sum;
  }
}
`;
}

function cancellablePart(index: number, part: number, imported = index): string {
  return `export async function task${String(part)}(names: readonly string[], signal: AbortSignal): Promise<number> {
  let count = 0;
  for (const name of names) {
    try {
      signal.throwIfAborted();
      const response = await fetch(\`https://example.org/\${name}\`, { signal });
      const body = (await response.json()) as { values: number[] };
      count += body.values.length + (await load${String(imported)}(name${part % 5 === 0 ? '' : ', { signal }'})).fields.size;
    } catch (error) {
      ${part % 7 === 0 ? '' : 'if (signal.aborted) throw error;'}
      console.error(name, error);
    }
  }
  return count;
}
`;
}
