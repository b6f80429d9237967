import { rm } from 'node:fs/promises';
import path from 'node:path';
import { FileChangeType, MessageType } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { sharedClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// `runningJob` has a finding where its import is a signal, and where nobody knows what it is; so no finding means types.
const typed = { 'job.ts': jobModule('string'), 'run.ts': runningJob };
const found = [{ code: swallowingRule }];

describe('a TypeScript project', () => {
  const client = sharedClient();

  async function openRun(folder: string) {
    return client().open(path.join(folder, 'run.ts'), runningJob);
  }

  it('gives types to the files that it includes, and to no others', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{ "include": ["in"] }',
      'in/job.ts': jobModule('string'),
      'in/run.ts': runningJob,
      'out/job.ts': jobModule('string'),
      'out/run.ts': runningJob,
    });
    expect(await (await openRun(path.join(folder, 'in'))).diagnostics()).toEqual([]);
    expect(await (await openRun(path.join(folder, 'out'))).diagnostics()).toMatchObject(found);
  });

  it('is each folder’s own', async () => {
    const paths = (target: string) => JSON.stringify({ compilerOptions: { paths: { '#job': [target] } } });
    const run = runningJob.replace('./job.js', '#job');
    const files = { 'text.ts': jobModule('string'), 'signal.ts': jobModule('AbortSignal'), 'run.ts': run };
    const one = await temporaryFolder({ ...files, 'tsconfig.json': paths('./text.ts') });
    const two = await temporaryFolder({ ...files, 'tsconfig.json': paths('./signal.ts') });
    const inOne = await client().open(path.join(one, 'run.ts'), run);
    const inTwo = await client().open(path.join(two, 'run.ts'), run);
    expect(await inOne.diagnostics()).toEqual([]);
    expect(await inTwo.diagnostics()).toMatchObject(found);
  });

  it('is found through the references of a solution', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json':
        '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./lib" }] }',
      'tsconfig.app.json': '{ "include": ["*.ts"], "references": [{ "path": "./lib" }] }',
      'lib/tsconfig.json': '{ "compilerOptions": { "composite": true, "outDir": "build" } }',
      'lib/job.ts': jobModule('string'),
      'run.ts': runningJob.replace('./job.js', './lib/job.js'),
    });
    const document = await client().open(
      path.join(folder, 'run.ts'),
      runningJob.replace('./job.js', './lib/job.js'),
    );
    expect(await document.diagnostics()).toEqual([]);
  });

  it('may be one of JavaScript, by a jsconfig.json', async () => {
    const run = `import { stop } from './stop.js';
export async function run(/** @type {typeof stop} */ signal) {
  try {
    return await fetch('https://example.org', { signal });
  } catch {
    return undefined;
  }
}
`;
    const folder = await temporaryFolder({ 'run.js': run, 'stop.js': "export const stop = '';\n" });
    const document = await client().open(path.join(folder, 'run.js'), run, 'javascript');
    expect(await document.diagnostics()).toMatchObject(found);
    await writeFiles(folder, { 'jsconfig.json': '{}' });
    await client().filesChanged({ [path.join(folder, 'jsconfig.json')]: FileChangeType.Created });
    expect(await document.diagnostics()).toEqual([]);
  });

  it('follows an edit of its configuration', async () => {
    const folder = await temporaryFolder({
      ...typed,
      'tsconfig.json': '{ "include": ["other"] , "files": ["job.ts"] }',
    });
    const config = path.join(folder, 'tsconfig.json');
    const document = await openRun(folder);
    expect(await document.diagnostics()).toMatchObject(found);
    await writeFiles(folder, { 'tsconfig.json': '{}' });
    await client().filesChanged({ [config]: FileChangeType.Changed });
    expect(await document.diagnostics()).toEqual([]);
    await rm(config);
    await client().filesChanged({ [config]: FileChangeType.Deleted });
    expect(await document.diagnostics()).toMatchObject(found);
  });

  it('follows the files that it consists of', async () => {
    const folder = await temporaryFolder({ 'run.ts': runningJob, 'tsconfig.json': '{}' });
    const document = await openRun(folder);
    const job = path.join(folder, 'job.ts');
    expect(await document.diagnostics()).toMatchObject(found);

    await writeFiles(folder, { 'job.ts': jobModule('string') });
    await client().filesChanged({ [job]: FileChangeType.Created });
    expect(await document.diagnostics()).toEqual([]);

    await writeFiles(folder, { 'job.ts': jobModule('AbortSignal') });
    await client().filesChanged({ [job]: FileChangeType.Changed });
    expect(await document.diagnostics()).toMatchObject(found);
  });

  it('follows the packages that are installed', async () => {
    const packaged = (type: string) => ({ 'node_modules/job/index.d.ts': jobModule(type) });
    const run = runningJob.replace('./job.js', 'job');
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'run.ts': run,
      'node_modules/job/package.json': '{ "name": "job", "types": "index.d.ts" }',
      ...packaged('string'),
    });
    const document = await client().open(path.join(folder, 'run.ts'), run);
    expect(await document.diagnostics()).toEqual([]);

    await writeFiles(folder, packaged('AbortSignal'));
    const record = path.join(folder, 'node_modules/.package-lock.json');
    await client().filesChanged({ [record]: FileChangeType.Changed });
    expect(await document.diagnostics()).toMatchObject(found);
  });

  it.each([
    ['is no JSON', '{ "include": ["*.ts" }', "tsconfig.json, line 1: ',' expected"],
    ['extends what is not there', '{ "extends": "./base.json" }', 'base.json'],
    ['includes nothing', '{ "include": ["nothing"] }', 'No inputs were found in config file'],
    ['lists nothing', '{ "files": [] }', "The 'files' list in config file"],
    ['extends itself', '{ "extends": "./tsconfig.json" }', 'Circularity detected'],
  ])('whose configuration %s gives one message, and findings without types', async (_, config, words) => {
    const folder = await temporaryFolder({ ...typed, 'tsconfig.json': config });
    const document = await openRun(folder);
    expect(await document.diagnostics()).toMatchObject(found);
    await document.replace('https:', 'http:');
    expect(await document.diagnostics()).toMatchObject(found);
    const about = client().messages.logged.all.filter(({ message }) => message.startsWith(folder));
    expect(about).toMatchObject([
      { type: MessageType.Warning, message: expect.stringContaining(words) as string },
    ]);
    expect(about[0]?.message).toMatch(/Its files are checked without types\.$/);

    await writeFiles(folder, { 'tsconfig.json': '{}' });
    await client().filesChanged({ [path.join(folder, 'tsconfig.json')]: FileChangeType.Changed });
    expect(await document.diagnostics()).toEqual([]);
  });

  it('may have options that our TypeScript does not know', async () => {
    const config = '{ "compilerOptions": { "optionOfTomorrow": true, "target": "es2099" } }';
    const folder = await temporaryFolder({ ...typed, 'tsconfig.json': config });
    expect(await (await openRun(folder)).diagnostics()).toEqual([]);
  });
});
