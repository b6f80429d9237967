import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import { loadNative } from '../../server/src/engine/native/load-native.js';
import type { NativeTypeScript } from '../../server/src/engine/native/native-typescript.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { ended, nativeChildrenOf } from './child-processes.js';
import { installedNative } from './installed-native.js';

// `runningJob` has a finding where its import is a signal, and where nobody knows what it is; so no finding means types.
const found = [swallowingRule];
let native: NativeTypeScript;

beforeAll(async () => {
  native = await installedNative();
});

/** An engine, a project of two files, and what native types say of the one that imports the other. */
async function startProject(more: Record<string, string> = {}) {
  const files = { 'tsconfig.json': '{}', 'job.ts': jobModule('string'), 'run.ts': runningJob, ...more };
  const folder = await temporaryFolder(files);
  const troubles: string[] = [];
  const engine = new Engine({ loadNative, onTrouble: (trouble) => troubles.push(trouble) });
  onTestFinished(() => {
    engine.dispose();
  });
  const check = async (name = 'run.ts') => {
    const { findings } = await engine.checkFile(path.join(folder, name), { types: native });
    return findings.map(({ rule }) => rule);
  };
  return { engine, check, troubles, job: path.join(folder, 'job.ts'), folder };
}

const ours = () => nativeChildrenOf(process.pid);

it('sees the unsaved text of a file that another one imports, until that is closed', async () => {
  const { engine, check, job } = await startProject();
  expect(await check()).toEqual([]);
  engine.openDocument({ file: job, text: jobModule('AbortSignal') });
  expect(await check()).toEqual(found);
  engine.openDocument({ file: job, text: `// 😀\r\n${jobModule('number')}` });
  expect(await check()).toEqual([]);
  engine.openDocument({ file: job, text: jobModule('AbortSignal') });
  expect(await check()).toEqual(found);
  engine.closeDocument(job);
  expect(await check()).toEqual([]);
  expect(engine.about(job)).toMatchObject({ native: native.version, project: { isLoaded: true } });
});

it('sees what is written to, comes to and goes from the disk', async () => {
  const { engine, check, job, folder } = await startProject({ 'job.ts': jobModule('AbortSignal') });
  expect(await check()).toEqual(found);
  await writeFile(job, jobModule('string'));
  engine.filesChanged([{ file: job, kind: 'changed' }]);
  expect(await check()).toEqual([]);
  await rm(job);
  engine.filesChanged([{ file: job, kind: 'deleted' }]);
  expect(await check()).toEqual(found);
  await writeFile(job, jobModule('string'));
  engine.filesChanged([{ file: job, kind: 'created' }]);
  expect(await check()).toEqual([]);
  const [late, later] = [path.join(folder, 'late.ts'), path.join(folder, 'later.ts')];
  await writeFile(late, runningJob.replace('./job.js', './later.js'));
  await writeFile(later, jobModule('string'));
  engine.filesChanged([late, later].map((file) => ({ file, kind: 'created' as const })));
  expect(await check('late.ts')).toEqual([]);
});

it('follows the configuration', async () => {
  const config = (target: string) => JSON.stringify({ compilerOptions: { paths: { '#job': [target] } } });
  const { engine, check, folder } = await startProject({
    'tsconfig.json': config('./job.ts'),
    'signal.ts': jobModule('AbortSignal'),
    'run.ts': runningJob.replace('./job.js', '#job'),
  });
  expect(await check()).toEqual([]);
  const file = path.join(folder, 'tsconfig.json');
  await writeFile(file, config('./signal.ts'));
  engine.filesChanged([{ file, kind: 'changed' }]);
  expect(await check()).toEqual(found);
});

it('starts the process again when it was killed, and does without it when that happens too often', async () => {
  const { engine, check, troubles } = await startProject();
  const killed: number[] = [];
  for (let time = 1; time <= 3; time++) {
    expect(await check()).toEqual([]);
    const [child = 0] = ours();
    killed.push(child);
    process.kill(child, 'SIGKILL');
    await ended(child);
    engine.filesChanged([{ file: native.folder, kind: 'changed' }]);
  }
  expect(await check()).toEqual([]);
  expect(new Set(killed).size).toBe(3);
  expect(engine.about().native).toBeUndefined();
  const place = `TypeScript ${native.version} in ${native.folder}`;
  expect(troubles).toEqual([
    expect.stringContaining(`${place} has failed and is started again: `),
    expect.stringContaining(`${place} has failed and is started again: `),
    expect.stringMatching(/ has failed too often: .* TypeScript 6\.\d+\.\d+ gives the types instead\.$/),
  ]);
});

it('ends the process with the engine', async () => {
  const { engine, check } = await startProject();
  expect(await check()).toEqual([]);
  const [child = 0] = ours();
  engine.dispose();
  await ended(child);
});

it('does without a package that is not what its version promises', async () => {
  const { engine, folder } = await startProject({
    'node_modules/typescript/package.json': '{ "name": "typescript", "version": "7.9.0", "exports": {} }',
  });
  const other = { folder: path.join(folder, 'node_modules', 'typescript'), version: '7.9.0' };
  const troubles: string[] = [];
  const told = new Engine({ loadNative, onTrouble: (trouble) => troubles.push(trouble) });
  onTestFinished(() => {
    told.dispose();
    engine.dispose();
  });
  for (let time = 0; time < 2; time++) {
    const { findings } = await told.checkFile(path.join(folder, 'run.ts'), { types: other });
    expect(findings).toEqual([]);
  }
  expect(troubles).toEqual([expect.stringContaining(' cannot be used: ')]);
});
