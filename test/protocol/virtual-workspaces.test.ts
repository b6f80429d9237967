import { access } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { eslintProject } from '../support/lsp/eslint-project.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = 'vscode-vfs://github/owner/repository';

async function checkWorkspace(client: LspClient): Promise<unknown> {
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'cancellation.checkWorkspace',
  });
}

describe('a document of a virtual workspace', () => {
  const client = sharedClient({
    folders: [folder],
    settings: (uri) => ({
      exclude: ['generated'],
      ...(uri?.endsWith('/mild.ts') && { rules: { [swallowingRule]: 'warn' } }),
    }),
  });

  it('has findings, and what mends and explains them', async () => {
    const document = await client().open(`${folder}/src/load.ts`, swallowing.code);
    const diagnostics = await document.diagnostics();
    expect(diagnostics).toMatchObject([{ code: swallowingRule, severity: 1 }]);
    expect(await document.hover('signal')).toMatchObject({
      contents: { value: expect.stringContaining('whoever calls `load`') as string },
    });
    expect(await document.explain(diagnostics[0])).toMatchObject([{ uri: document.uri }, {}, {}]);

    const [first] = await document.actions(diagnostics);
    if (first) await document.apply(first);
    expect(document.text).toBe(mended);
    expect(await document.diagnostics()).toEqual([]);
  });

  it('can be told to be silent', async () => {
    const document = await client().open(`${folder}/src/silent.ts`, swallowing.code);
    const [silence] = await document.actions(await document.diagnostics(), [
      'quickfix.cancellation.disable-line',
    ]);
    if (silence) await document.apply(silence);
    expect(document.text).toContain('// cancellation-disable-next-line no-swallowed-abort');
    expect(await document.diagnostics()).toEqual([]);
  });

  it('has the settings of its address', async () => {
    const document = await client().open(`${folder}/mild.ts`, swallowing.code);
    expect(await document.diagnostics()).toMatchObject([{ severity: 2 }]);
    const excluded = await client().open(`${folder}/generated/load.ts`, swallowing.code);
    expect(await excluded.diagnostics()).toEqual([]);
  });

  it('is told by its extension or its language', async () => {
    const script = await client().open(`${folder}/bin/load`, swallowing.code, 'typescript');
    expect(await script.diagnostics()).toHaveLength(1);
    const component = await client().open(`${folder}/load.tsx`, swallowing.code, 'typescriptreact');
    expect(await component.diagnostics()).toHaveLength(1);
  });

  it.each([
    ['declarations', `${folder}/load.d.ts`],
    ['installed packages', `${folder}/node_modules/a/load.ts`],
    ['the old side of a comparison', 'git:/owner/repository/src/load.ts?%7B%22ref%22%3A%22HEAD%22%7D'],
    ['another file system', 'memfs:/owner/repository/src/load.ts'],
    ['output', 'output:cancellation.ts'],
    ['the cell of a notebook', 'vscode-notebook-cell://github/owner/repository/a.ipynb#W0'],
  ])('is none of %s', async (_, uri) => {
    const document = await client().open(uri, swallowing.code);
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.actionsAt('fetch')).toEqual([]);
  });
});

it('nothing beside a virtual document is read from a disk, and nothing of it is run', async () => {
  const config = "import { writeFileSync } from 'node:fs';\nwriteFileSync('run', '');\nexport default [];\n";
  const onDisk = await eslintProject({ 'tsconfig.json': '{}', 'eslint.config.mjs': config });
  const address = `memfs:${pathToFileURL(onDisk).pathname}`;
  const client = await startClient({ folders: [address], initializationOptions: { trusted: true } });
  const document = await client.open(`${address}/load.ts`, swallowing.code);
  expect(await document.diagnostics()).toHaveLength(1);
  expect(await client.connection.sendRequest('cancellation/status', { uri: document.uri })).toMatchObject({
    mode: 'own',
    reason: 'An ESLint config is read from disk only, and this workspace is virtual.',
    types: { state: 'off', reason: 'Types are read from disk only, and this workspace is virtual.' },
  });
  await expect(access(path.join(onDisk, 'run'))).rejects.toThrow();
});

describe('a check of a workspace', () => {
  it('says what it leaves out where folders are virtual', async () => {
    const onDisk = await temporaryFolder({ 'load.ts': swallowing.code });
    const client = await startClient({ folders: [folder, onDisk] });
    expect(await checkWorkspace(client)).toEqual({ files: 1, findings: 1, isComplete: true });
    expect(client.messages.shown.all.map(({ message }) => message)).toEqual([
      `Only files on disk can be checked all at once. Of ${folder}, the open documents are checked.`,
    ]);
  });

  it('says so where no folder is open, and goes through no disk', async () => {
    const client = await startClient();
    expect(await checkWorkspace(client)).toEqual({ files: 0, findings: 0, isComplete: true });
    expect(client.messages.shown.all.map(({ message }) => message)).toEqual([
      'No folder is open that could be checked.',
    ]);
  });

  it('follows virtual folders that come and go', async () => {
    const client = await startClient();
    const document = await client.open(`${folder}/load.ts`, swallowing.code);
    expect(await document.diagnostics()).toEqual([]);
    await client.addFolder(folder);
    expect(await document.diagnostics()).toHaveLength(1);
  });
});
