import { recipesOf } from '../../hosts/trials/monorepos/recipes.js';
import { writeFiles } from '../../support/temporary-folder.js';

/** How large a monorepo is. */
export interface MonorepoSize {
  packages: number;
  filesPerPackage: number;
}

const ignored = 'node_modules\n.turbo\n.eslintcache\n.cancellation-cache\n';
const lint = 'eslint src';
const config = `import cancellation from 'eslint-plugin-cancellation';
import tseslint from 'typescript-eslint';

export default [
  cancellation.configs.recommended,
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
];
`;
const [tasks = ''] = recipesOf('large-repositories.md', 'Turborepo');

/**
 * Writes a monorepo of npm workspaces with a task `lint` in each. The packages stand in tens: nine import the first one, by its
 * source, and that has a finding, which is a warning.
 */
export async function generateMonorepo(folder: string, size: MonorepoSize): Promise<void> {
  const indices = Array.from({ length: size.packages }, (_, index) => index);
  await writeFiles(folder, {
    '.gitignore': ignored,
    'package.json': JSON.stringify({
      name: 'monorepo',
      private: true,
      type: 'module',
      packageManager: 'npm@11.0.0',
      workspaces: ['packages/*'],
    }),
    'package-lock.json': JSON.stringify({ name: 'monorepo', lockfileVersion: 3, packages: {} }),
    'turbo.json': tasks,
    'eslint.config.js': config,
    ...Object.fromEntries(
      indices.flatMap((index) => Object.entries(packageFiles(index, size.filesPerPackage))),
    ),
  });
}

/** @returns the name of the folder of a package */
export function packageFolder(index: number): string {
  return `packages/p${String(index).padStart(3, '0')}`;
}

function packageFiles(index: number, fileCount: number): Record<string, string> {
  const folder = packageFolder(index);
  const manifest = {
    name: `@monorepo/p${String(index)}`,
    version: '1.0.0',
    type: 'module',
    scripts: { lint },
  };
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [] };
  const sources = Array.from({ length: fileCount }, (_, file): [string, string] => [
    `${folder}/src/part-${String(file)}.ts`,
    sourceOf(index, file),
  ]);
  return {
    [`${folder}/package.json`]: JSON.stringify(manifest),
    [`${folder}/tsconfig.json`]: JSON.stringify({ compilerOptions, include: ['src'] }),
    ...Object.fromEntries(sources),
  };
}

/** The first file of a package loads something, the second hands a signal on, the others have nothing to do with either. */
function sourceOf(index: number, file: number): string {
  if (file === 0) return loading(index);
  if (file === 1) return forwarding(index);
  const lines = Array.from({ length: 40 }, (_, line) => {
    const name = `value${String(line)}`;
    return `export function ${name}(a: number, b: number): number {\n  return a * ${String(line)} + b;\n}\n`;
  });
  return lines.join('\n');
}

function loading(index: number): string {
  const absorbed = "if (error instanceof Error && error.name === 'AbortError') return undefined;";
  return `export async function label(url: string): Promise<string> {
  const found = await import(url) as { label: string };
  return found.label;
}

export async function load(url: string, options: { signal: AbortSignal }): Promise<unknown> {
  const { signal } = options;
  try {
    return await fetch(url, { signal });
  } catch (error) {
    ${index % 10 === 0 ? absorbed : 'signal.throwIfAborted();'}
    throw error;
  }
}
`;
}

/** Only types tell that `label` takes no signal. */
function forwarding(index: number): string {
  const first = index - (index % 10);
  const from = index === first ? './part-0.js' : `../../../${packageFolder(first)}/src/part-0.js`;
  return `import { label, load } from '${from}';

export async function loadAll(urls: readonly string[], signal: AbortSignal): Promise<Map<string, unknown>> {
  const loaded = new Map<string, unknown>();
  for (const url of urls) loaded.set(await label(url), await load(url, { signal }));
  return loaded;
}
`;
}
