import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain, refreshing } from '../support/lsp/client-capabilities.js';
import { startClient } from '../support/lsp/clients.js';
import { eslintConfig, eslintProject } from '../support/lsp/eslint-project.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function checkWorkspace(client: LspClient): Promise<unknown> {
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'cancellation.checkWorkspace',
  });
}

async function statusOf(client: LspClient, { uri }: LspDocument): Promise<unknown> {
  return client.connection.sendRequest('cancellation/status', { uri });
}

describe('the settings that say which documents are checked', () => {
  it('switch a folder off: nothing is found, offered or explained there', async () => {
    const [on, off] = [await temporaryFolder(), await temporaryFolder({ 'other.ts': swallowing.code })];
    const client = await startClient({
      folders: [on, off],
      settings: (uri) => ({ enable: !uri?.startsWith(pathToFileURL(off).href) }),
    });
    const heard = await client.open(path.join(on, 'load.ts'), swallowing.code);
    const unheard = await client.open(path.join(off, 'load.ts'), swallowing.code);
    expect(await heard.diagnostics()).toHaveLength(1);
    expect(await unheard.diagnostics()).toEqual([]);
    expect(await unheard.actionsAt('fetch')).toEqual([]);
    expect(await unheard.hover('signal')).toBeNull();
    expect(await checkWorkspace(client)).toMatchObject({ files: 1, findings: 0 });
    expect(await statusOf(client, unheard)).toMatchObject({
      mode: 'off',
      reason: 'The setting cancellation.enable is false.',
    });
  });

  it('leave out files and folders, by globs below the workspace’s folder', async () => {
    const folder = await temporaryFolder({ 'src/made/closed.ts': swallowing.code });
    const client = await startClient({
      folders: [folder],
      settings: () => ({ exclude: ['src/made/', '**/*.gen.ts'] }),
    });
    const open = async (name: string) => client.open(path.join(folder, name), swallowing.code);
    const [made, generated, other] = [
      await open('src/made/a/b.ts'),
      await open('lib/b.gen.ts'),
      await open('made/src/b.ts'),
    ];
    expect(await made.diagnostics()).toEqual([]);
    expect(await generated.diagnostics()).toEqual([]);
    expect(await other.diagnostics()).toHaveLength(1);
    expect(await checkWorkspace(client)).toMatchObject({ findings: 0 });
    expect(await statusOf(client, made)).toMatchObject({
      mode: 'off',
      reason: 'The setting cancellation.exclude names the file.',
    });
  });

  it('are asked before a project’s ESLint config, which is not run for what is left out', async () => {
    const folder = await eslintProject({
      'eslint.config.mjs': eslintConfig({ [swallowingRule]: 'error' }),
      'load.ts': swallowing.code,
    });
    const client = await startClient({
      folders: [folder],
      initializationOptions: { trusted: true },
      settings: () => ({ exclude: ['**/*.ts'] }),
    });
    const document = await client.open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await document.diagnostics()).toEqual([]);
  });
});

describe('the setting that says how findings are shown', () => {
  it('counts for one rule or for all, and nothing else changes', async () => {
    const client = await startClient({ settings: () => ({ severity: { '*': 'information' } }) });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const [finding] = await document.diagnostics();
    expect(finding).toMatchObject({ code: swallowingRule, severity: DiagnosticSeverity.Information });
    client.settings = () => ({ severity: { '*': 'error', [swallowingRule]: 'hint' } });
    await client.settingsChanged();
    expect(await document.diagnostics()).toMatchObject([{ severity: DiagnosticSeverity.Hint }]);
  });

  it('counts where the project’s ESLint config decides, and in files that are not open', async () => {
    const folder = await eslintProject({
      'eslint.config.mjs': eslintConfig({ [swallowingRule]: 'error' }),
      'other.ts': swallowing.code,
    });
    const client = await startClient({
      folders: [folder],
      initializationOptions: { trusted: true },
      settings: () => ({ severity: { [swallowingRule]: 'hint' } }),
    });
    await checkWorkspace(client);
    const { diagnostics } = await client.messages.published.first();
    expect(diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Hint }]);
  });
});

describe('the setting that has findings follow the saved file', () => {
  const onSave = () => ({ run: 'onSave' });

  it('keeps what a client has that asks, until the file is saved', async () => {
    const client = await startClient({ capabilities: refreshing, settings: onSave });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const first = await document.report();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: swallowingRule }] });
    await document.replace(swallowing.code, mended);
    expect(await document.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    const before = client.messages.refreshes.all.length;
    await document.save();
    await client.messages.refreshes.first(() => true, before);
    expect(await document.report(first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('keeps what a client was sent, until the file is saved', async () => {
    const client = await startClient({ capabilities: plain, initializationOptions: onSave() });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    await document.published({ count: 1 });
    await document.replace(swallowing.code, mended);
    // Both are checked in one go, the last edited one first.
    const other = await client.open('untitled:Untitled-1', swallowing.code);
    await other.published({ count: 1 });
    await other.replace('undefined', 'null');
    await other.close();
    await client.messages.published.first(
      ({ uri, diagnostics }) => uri === other.uri && diagnostics.length === 0,
    );
    expect(client.messages.published.all.filter(({ uri }) => uri === document.uri)).toHaveLength(1);
    await document.save();
    expect(await document.published()).toMatchObject({ diagnostics: [] });
  });

  it('lets changed settings count at once', async () => {
    const client = await startClient({ capabilities: refreshing, settings: onSave });
    await client.messages.registered.first(({ method }) => method === 'workspace/didChangeConfiguration');
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const { resultId } = await document.report();
    await document.replace('undefined', 'null');
    client.settings = () => ({ run: 'onSave', rules: { [swallowingRule]: 'off' } });
    await client.settingsChanged();
    expect(await document.report(resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('does not count for what is no file yet', async () => {
    const client = await startClient({ capabilities: refreshing, settings: onSave });
    const document = await client.open('untitled:Untitled-1', swallowing.code);
    const { resultId } = await document.report();
    await document.replace('undefined', 'null');
    expect((await document.report(resultId)).kind).toBe('full');
  });
});
