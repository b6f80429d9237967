import path from 'node:path';
import { expect, it } from 'vitest';
import { refreshing } from '../support/lsp/client-capabilities.js';
import { startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// `runningJob` has a finding where its import is a signal, and where nobody knows what it is.
const files = { 'tsconfig.json': '{}', 'job.ts': jobModule('string'), 'run.ts': runningJob };
const forwardRule = 'cancellation/forward-abort-signal';

/** Only types tell that `read` takes a signal. */
const reading = `import { read } from './read.js';

export async function report(signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return read('report');
}
`;
const readModule = `export declare function read(name: string, options?: { signal?: AbortSignal }): Promise<string>;\n`;

it('what needs no types is told at once, and the client asks again when types say something else', async () => {
  const folder = await temporaryFolder(files);
  const client = await startClient({ folders: [folder], capabilities: refreshing });
  const document = await client.open(path.join(folder, 'run.ts'), runningJob);
  expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  await client.messages.refreshes.first();
  expect(await document.diagnostics()).toEqual([]);
});

it('documents are answered one after the other while the project of another one loads', async () => {
  const folder = await temporaryFolder(files);
  const client = await startClient({ folders: [folder], capabilities: refreshing });
  const loading = await client.open(path.join(folder, 'run.ts'), runningJob);
  const others = [];
  for (const name of ['one.ts', 'two.ts', 'three.ts'])
    others.push(await client.open(path.join(folder, name), swallowing.code));

  await loading.diagnostics();
  for (const other of others) expect(await other.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  expect(client.messages.refreshes.all).toEqual([]);
  await client.messages.refreshes.first();
});

it('what types added or took away does not flicker while somebody types', async () => {
  const text = `${reading}\n${runningJob}`;
  const folder = await temporaryFolder({ ...files, 'read.ts': readModule, 'report.ts': text });
  const client = await startClient({ folders: [folder], capabilities: refreshing });
  const document = await client.open(path.join(folder, 'report.ts'), text);
  expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  await client.messages.refreshes.first();
  const complete = await document.diagnostics();
  expect(complete).toMatchObject([{ code: forwardRule }]);

  for (const word of ['Monday', 'Tuesday', 'Wednesday']) {
    await document.replace('export async function report', `// ${word}\nexport async function report`);
    const [finding, ...others] = await document.diagnostics();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: forwardRule });
    const [action] = await document.actions([finding].flatMap((each) => each ?? []));
    expect(action && document.editsOf(action)).toMatchObject([
      { newText: expect.stringContaining('signal') as string },
    ]);
  }
  expect(client.messages.refreshes.all).toHaveLength(1);
});

it('an edit is answered without waiting for types, though their project is loaded', async () => {
  const folder = await temporaryFolder({ ...files, 'read.ts': readModule, 'report.ts': reading });
  const client = await startClient({ folders: [folder], capabilities: refreshing });
  const document = await client.open(path.join(folder, 'report.ts'), reading);
  expect(await document.diagnostics()).toEqual([]);
  await client.messages.refreshes.first();
  expect(await document.diagnostics()).toMatchObject([{ code: forwardRule }]);

  await document.replace("return read('report')", "return (await read('one')) + (await read('other'))");
  expect(await document.diagnostics()).toEqual([]);
  await client.messages.refreshes.first(() => true, 1);
  expect(await document.diagnostics()).toMatchObject([{ code: forwardRule }, { code: forwardRule }]);
});

it('types are not asked where they could change nothing', async () => {
  const folder = await temporaryFolder({ 'tsconfig.json': '{' });
  const client = await startClient({ folders: [folder] });
  const plain = await client.open(
    path.join(folder, 'plain.ts'),
    'export const stop = () => process.exit();\n',
  );
  expect(await plain.diagnostics()).toEqual([]);
  expect(client.messages.logged.all).toEqual([]);

  const typed = await client.open(path.join(folder, 'typed.ts'), swallowing.code);
  expect(await typed.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  await client.messages.logged.first(({ message }) => message.includes('tsconfig.json, line 1'));
});
