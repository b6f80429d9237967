import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { forwarding, swallowing } from './swallowing.js';
import { filesIn, typedSources } from './typed-project.js';
import type { Outcome } from '../support/run-node.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const config = '{ "compilerOptions": { "strict": true, "noEmit": true } }';
const typed = { 'tsconfig.json': config, ...typedSources };
const withoutSignal = typedSources['work.ts'].replace('{ signal?: AbortSignal }', '{ method?: string }');

/** Runs `check --cache` in a folder, with types from the first second on. */
function check(cwd: string, ...args: string[]): Promise<Outcome> {
  return runCommand(['check', '--cache', '--format', 'github', ...args], { cwd });
}

/** The rules that a run has told of, by file. */
function told({ stdout }: Outcome): string[] {
  return [...stdout.matchAll(/file=([^,]+),.*?title=cancellation\/([\w-]+)/g)].map(
    ([, file = '', rule = '']) => `${file} ${rule}`,
  );
}

/** Changes with each write, since a file is replaced by another one. */
async function writingOf(cwd: string): Promise<number> {
  return (await stat(path.join(cwd, '.cancellation-cache'))).ino;
}

describe('a second run', () => {
  it('says the same, checks nothing again, and writes nothing', async () => {
    const cwd = await temporaryFolder({ ...typed, 'a.ts': swallowing, 'b.ts': forwarding });
    const first = await check(cwd);
    expect(told(first)).toEqual(['a.ts no-swallowed-abort', 'run.ts forward-abort-signal']);
    const writing = await writingOf(cwd);
    expect(await check(cwd)).toEqual(first);
    expect(await writingOf(cwd)).toBe(writing);
  });

  it('says what is in trouble again', async () => {
    const cwd = await temporaryFolder({
      'broken.ts': '} // abort',
      'typed/tsconfig.json': '{ "include": [',
      'typed/run.ts': typedSources['run.ts'],
    });
    const first = await check(cwd);
    expect(first.code).toBe(2);
    expect(first.stdout).toContain('Syntax error');
    expect(first.stdout).toContain('checked without types');
    expect(await check(cwd)).toEqual(first);
  });

  it('keeps what it knows of other folders, and forgets files that are gone', async () => {
    const cwd = await temporaryFolder({ 'one/a.ts': swallowing, 'two/b.ts': swallowing });
    await check(cwd, 'one');
    await check(cwd, 'two');
    const writing = await writingOf(cwd);
    await check(cwd);
    expect(await writingOf(cwd)).toBe(writing);
    await rm(path.join(cwd, 'one/a.ts'));
    expect(told(await check(cwd, 'two'))).toEqual(['two/b.ts no-swallowed-abort']);
    expect(await readFile(path.join(cwd, '.cancellation-cache'), 'utf8')).not.toContain('a.ts');
  });
});

/** Projects in which a change elsewhere makes another finding, or none; each as it is first, and what is changed then. */
const changes: Record<string, [first: Record<string, string>, then: Record<string, string>]> = {
  'text edited': [{ 'run.ts': swallowing }, { 'run.ts': forwarding }],
  'import edited': [typed, { 'work.ts': withoutSignal }],
  'import of an import edited': [
    { ...typed, 'work.ts': "export * from './inner.js';\n", 'inner.ts': withoutSignal },
    { 'inner.ts': typedSources['work.ts'] },
  ],
  'import added': [
    { 'tsconfig.json': config, 'run.ts': typedSources['run.ts'] },
    { 'work.ts': typedSources['work.ts'] },
  ],
  'package installed': [
    { 'tsconfig.json': config, 'run.ts': typedSources['run.ts'].replace('./work.js', 'worker') },
    {
      'node_modules/worker/package.json': '{ "name": "worker", "types": "index.d.ts" }',
      'node_modules/worker/index.d.ts':
        'export declare function work(url: string, o?: { signal?: AbortSignal }): Promise<string>;\n',
    },
  ],
  'tsconfig added': [typedSources, { 'tsconfig.json': config }],
  'base of the tsconfig edited': [
    { ...typed, 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': '{ "files": [] }' },
    { 'base.json': config },
  ],
  'package.json edited': [
    {
      'package.json': '{ "name": "one", "private": true, "exports": "./handlers.js" }',
      'handlers.ts': "process.on('SIGINT', () => process.exit(130));\nexport const installed = true;\n",
    },
    { 'package.json': '{ "name": "one", "exports": "./handlers.js" }' },
  ],
};

describe('a result is not used any more', () => {
  const rules = ['--preset', 'strict', '--rule', 'require-sigint-and-sigterm:off'];

  it('where something has changed that it rests on', async () => {
    const names = Object.keys(changes);
    const all = (index: 0 | 1): Record<string, string> =>
      Object.fromEntries(
        Object.entries(changes).flatMap(([name, states]) => Object.entries(filesIn(name, states[index]))),
      );
    const cwd = await temporaryFolder({ ...all(0), ...filesIn('nothing changed', typed) });
    const before = told(await check(cwd, ...rules));
    await writeFiles(cwd, all(1));
    const after = await check(cwd, ...rules);
    expect(after).toEqual(await runCommand(['check', '--format', 'github', ...rules], { cwd }));
    const changed = names.filter((name) => {
      const own = (findings: readonly string[]): string[] =>
        findings.filter((finding) => finding.startsWith(`${name}/`));
      return own(before).join() !== own(told(after)).join();
    });
    expect(changed).toEqual(names);
  });

  it('where other rules are to run, or types are left out', async () => {
    const cwd = await temporaryFolder({ ...typed, 'a.ts': swallowing });
    expect(told(await check(cwd))).toHaveLength(2);
    expect(told(await check(cwd, '--no-types'))).toEqual(['a.ts no-swallowed-abort']);
    expect(told(await check(cwd, '--rule', 'no-swallowed-abort:off'))).toEqual([
      'run.ts forward-abort-signal',
    ]);
  });
});

describe('a file that is not as it was written', () => {
  const message = '.cancellation-cache: The cache is damaged, and is made anew.\n';
  const damages: ((file: string) => Promise<void>)[] = [
    async (file) => truncate(file, (await stat(file)).size - 100),
    async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('"error"', '"warning"')),
    (file) => writeFile(file, '<<<<<<< HEAD\n'),
  ];

  it('is made anew, which is said once', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const first = await check(cwd);
    expect(first.stderr).toBe('');
    for (const damage of damages) {
      await damage(path.join(cwd, '.cancellation-cache'));
      expect(await check(cwd)).toEqual({ ...first, stderr: message });
    }
    expect(await check(cwd)).toEqual(first);
  });
});

describe('another place', () => {
  it('is taken without --cache too', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing, 'kept/.keep': '' });
    await runCommand(['check', '--cache-location', 'kept/results'], { cwd });
    expect((await stat(path.join(cwd, 'kept/results'))).isFile()).toBe(true);
  });

  it('is left alone where it is a file of somebody else', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing, 'package.json': '{}' });
    const { code, stderr } = await runCommand(['check', '--cache-location', 'package.json'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'package.json: This is no cache, and is left as it is.\n',
    });
    expect(await readFile(path.join(cwd, 'package.json'), 'utf8')).toBe('{}');
  });

  it('has to be there; the check is made all the same', async () => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const { code, stdout, stderr } = await runCommand(['check', '--cache-location', 'no/results'], { cwd });
    expect(stdout).toContain('1 finding');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'no/results: The cache cannot be written: no such file or directory.\n',
    });
  });
});
