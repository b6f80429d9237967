import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import { runNode } from '../support/run-node.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { abortedProgram } from './aborted-program.js';
import type { ThreadCase } from './thread-case.js';
import { threadCases } from './thread-cases.js';
import { ThreadProject } from './thread-project.js';
import { threadStopCases } from './thread-stop-cases.js';

describe('threading a signal through the callers', () => {
  const engine = new Engine();

  afterAll(() => {
    engine.dispose();
  });

  async function project({ files, compilerOptions }: ThreadCase): Promise<ThreadProject> {
    return ThreadProject.write(engine, await temporaryFolder(), { files, compilerOptions });
  }

  it.each(Object.entries({ ...threadCases, ...threadStopCases }))('knows %s', async (_, each) => {
    const threaded = await project(each);
    const { trouble, stops, changed } = await threaded.thread();
    if (each.trouble) {
      expect(trouble).toMatch(each.trouble);
      return;
    }
    expect(trouble).toBeUndefined();
    expect(stops).toEqual(each.stops ?? []);
    expect(threaded.diagnosticsOf(changed)).toEqual([]);
    expect(
      Object.entries(changed)
        .map(([file, text]) => `// ${file}\n${text}`)
        .join('\n'),
    ).toMatchSnapshot();
    if (each.hasCrlfTwin !== true) return;
    const crlf = await project({ ...each, files: withCrlf(each.files) });
    expect((await crlf.thread()).changed).toEqual(withCrlf(changed));
  });
  const chain = {
    'load.ts': `export async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`,
    'page.ts': `import { load } from './load.js';\nexport const page = async (name: string) => await load(name);\n`,
    'main.ts': `import { page } from './page.js';\nexport async function run(signal: AbortSignal) {\n  return await page('a');\n}\n`,
  };

  it('goes by unsaved texts', async () => {
    const threaded = await project({ files: chain });
    const file = path.join(threaded.folder, 'main.ts');
    const text = chain['main.ts'].replace("page('a')", "[await page('a'), await page('b')]");
    engine.openDocument({ file, text });
    try {
      const { changed } = await threaded.thread();
      expect(changed['main.ts']).toContain("[await page('a', { signal }), await page('b', { signal })]");
    } finally {
      engine.closeDocument(file);
    }
  });

  it('leaves alone what git ignores', async () => {
    const threaded = await project({ files: { ...chain, '.gitignore': 'main.ts\n', '.git/HEAD': '' } });
    expect(Object.keys((await threaded.thread()).changed)).toEqual(['load.ts', 'page.ts']);
  });

  it('goes on in projects that refer to the one of the function', async () => {
    const config = (references: string[]) =>
      JSON.stringify({
        compilerOptions: {
          composite: true,
          strict: true,
          target: 'es2023',
          lib: ['es2023', 'dom'],
          module: 'nodenext',
          types: [],
        },
        include: ['*.ts'],
        references: references.map((reference) => ({ path: reference })),
      });
    const references = [{ path: './app' }, { path: './library' }];
    const threaded = await ThreadProject.write(engine, await temporaryFolder(), {
      files: {
        'tsconfig.json': JSON.stringify({ files: [], references }),
        'library/tsconfig.json': config([]),
        'library/load.ts': chain['load.ts'],
        'app/tsconfig.json': config(['../library']),
        'app/main.ts': `import { load } from '../library/load.js';\nexport async function run(signal: AbortSignal) {\n  return await load('a');\n}\n`,
      },
    });
    const { changed } = await threaded.thread();
    expect(changed['app/main.ts']).toContain("load('a', { signal })");
    expect(changed['library/load.ts']).toContain('fetch(url, { signal })');
  });

  it.each([
    ['functions', { functions: 1, calls: 9, depth: 9 }],
    ['calls', { functions: 9, calls: 1, depth: 9 }],
    ['callers', { functions: 9, calls: 9, depth: 0 }],
  ])('refuses to change too much: %s', async (what, limits) => {
    const threaded = await project({ files: chain });
    const { trouble, changed } = await threaded.thread(limits);
    expect(trouble).toMatch(new RegExp(`^More than \\d ${what} would .*, which is too much for one change`));
    expect(changed).toEqual({});
  });

  it('stops when it is told to', async () => {
    const threaded = await project({ files: chain });
    const file = path.join(threaded.folder, 'load.ts');
    const text = threaded.files['load.ts'] ?? '';
    let asked = 0;
    const signal = {
      get aborted() {
        return ++asked > 20;
      },
      throwIfAborted() {
        if (this.aborted) throw new DOMException('The work was stopped.', 'AbortError');
      },
    };
    await expect(engine.threadSignal({ file, text, name: text.indexOf('load') }, { signal })).rejects.toThrow(
      'The work was stopped.',
    );
    expect((await threaded.thread()).trouble).toBeUndefined();
  });

  it('says so where there are no types', async () => {
    const file = '/nowhere/load.ts';
    const text = 'export async function load(url: string) {\n  return await fetch(url);\n}\n';
    const { length } = 'export async function ';
    expect(await engine.refactorings({ file, text, start: length, end: length })).toMatchObject([
      { name: 'add-signal-parameter' },
    ]);
    expect(await engine.threadSignal({ file, text, name: length })).toEqual({
      trouble: 'This file is in no TypeScript project, so nobody knows the callers.',
    });
  });

  it('lets an abort reach the innermost operation of a program', async () => {
    const threaded = await ThreadProject.write(engine, await temporaryFolder(), {
      files: abortedProgram,
      compilerOptions: { types: ['node'], typeRoots: [path.resolve('node_modules/@types')] },
    });
    const { changed, trouble } = await threaded.thread();
    expect(trouble).toBeUndefined();
    expect(threaded.diagnosticsOf(changed)).toEqual([]);
    const before = await runProgram(threaded.files);
    expect(before.events).toEqual(['wait begins', 'abort', 'wait ended']);
    const after = await runProgram({ ...threaded.files, ...changed });
    expect(after.events).toEqual(['wait begins', 'abort', 'AbortError']);
  });
});

/** Compiles a program and runs it. @returns the lines that it prints */
async function runProgram(files: Record<string, string>): Promise<{ events: string[] }> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  const compiled = Object.entries(files).map(([name, text]) => [
    name.replace(/\.ts$/, '.js'),
    ts.transpileModule(text, { compilerOptions: options }).outputText,
  ]);
  const folder = await temporaryFolder({
    ...(Object.fromEntries(compiled) as Record<string, string>),
    'package.json': '{ "type": "module" }',
  });
  const { stdout, stderr } = await runNode(['main.js'], { cwd: folder });
  expect(stderr).toBe('');
  return { events: stdout.trim().split('\n') };
}

function withCrlf(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [path.normalize(file), text.replaceAll('\n', '\r\n')]),
  );
}
