import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import type { DocumentStatus } from '../../server/src/protocol.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { eslintConfig, eslintProject } from '../support/lsp/eslint-project.js';
import { Inbox } from '../support/lsp/inbox.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function statusOf(client: LspClient, uri: string): Promise<DocumentStatus> {
  return client.connection.sendRequest('cancellation/status', { uri });
}

async function debugInformation(client: LspClient): Promise<unknown> {
  return client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'cancellation.debugInformation',
  });
}

describe('how a document is checked', () => {
  const client = sharedClient({ initializationOptions: { trusted: true } });

  it('says by which settings, and from where the types come', async () => {
    const folder = await eslintProject({
      'eslint.config.mjs': eslintConfig({ [swallowingRule]: 'warn' }),
      'tsconfig.json': '{ "include": ["in"] }',
      'in/load.ts': swallowing.code,
    });
    await client().addFolder(folder);
    const inside = await client().open(path.join(folder, 'in/load.ts'), swallowing.code);
    const outside = await client().open(path.join(folder, 'load.ts'), swallowing.code);
    await inside.diagnostics();
    const configFile = path.join(folder, 'eslint.config.mjs');
    const version = expect.stringMatching(/^\d+\.\d+\.\d+/) as string;
    expect(await statusOf(client(), inside.uri)).toEqual({
      version,
      mode: 'eslint',
      configFile,
      types: { state: 'on', project: path.join(folder, 'tsconfig.json') },
    });
    expect(await statusOf(client(), outside.uri)).toEqual({
      version,
      mode: 'eslint',
      configFile,
      types: { state: 'off', reason: 'No tsconfig.json or jsconfig.json includes the file.' },
    });
  });

  it('says what is wrong with a config', async () => {
    const folder = await eslintProject({
      'eslint.config.mjs': "throw new Error('No such thing.');",
      'tsconfig.json': '{ "files": [] }',
    });
    await client().addFolder(folder);
    const uri = pathToFileURL(path.join(folder, 'load.ts')).href;
    expect(await statusOf(client(), uri)).toMatchObject({
      mode: 'own',
      configFile: path.join(folder, 'eslint.config.mjs'),
      reason: expect.stringContaining('No such thing') as string,
      types: { state: 'off', reason: expect.stringContaining("The 'files' list") as string },
    });
  });

  it('is refused for what is no document', async () => {
    const asked = client().connection.sendRequest('cancellation/status', {});
    await expect(asked).rejects.toThrow('cancellation/status takes { uri }.');
  });

  it('says that a workspace is not trusted, and that types are switched off', async () => {
    const folder = await temporaryFolder();
    const untrusting = await startClient({
      folders: [folder],
      settings: () => ({ types: { enable: false } }),
    });
    const document = await untrusting.open(path.join(folder, 'load.ts'), swallowing.code);
    expect(await statusOf(untrusting, document.uri)).toMatchObject({
      mode: 'own',
      reason: 'The workspace is not trusted, so that its ESLint config is not run.',
      types: { state: 'off', reason: 'The setting cancellation.types.enable is false.' },
    });
  });
});

describe('a client that has asked how documents are checked', () => {
  it('is told when the answer may be another', async () => {
    const client = await startClient();
    const changes = new Inbox<unknown>();
    client.connection.onNotification('cancellation/statusChanged', (params) => {
      changes.add(params);
    });
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    await client.settingsChanged();
    expect(await statusOf(client, document.uri)).toMatchObject({ mode: 'own' });
    expect(changes.all).toEqual([]);
    client.settings = () => ({ enable: false });
    await client.settingsChanged();
    expect(await changes.first()).toEqual({});
    expect(await statusOf(client, document.uri)).toMatchObject({ mode: 'off' });
  });
});

describe('the debug information', () => {
  it('has versions, settings and documents, and nothing of what stands in them', async () => {
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'load.ts': swallowing.code });
    const client = await startClient({
      folders: [folder],
      settings: () => ({ preset: 'strict', log: { level: 'debug' } }),
    });
    const none = await debugInformation(client);
    expect(none).toContain('## Open documents\n\nNone.');
    const document = await client.open(path.join(folder, 'load.ts'), swallowing.code);
    await document.diagnostics();
    const words = String(await debugInformation(client));
    expect(words).toMatch(/^# cancellation-language-server \d+\.\d+\.\d+$/m);
    expect(words).toMatch(/^- TypeScript: 6\.\d+\.\d+$/m);
    expect(words).toMatch(/^- ESLint: 10\.\d+\.\d+$/m);
    expect(words).toContain(`- Node: ${process.version}`);
    expect(words).toContain('- Workspace: 1 folder, not trusted');
    expect(words).toContain('"preset": "strict"');
    expect(words).not.toContain('maximumFileSize');
    expect(words).toContain(`### ${document.uri}`);
    expect(words).toContain(`- Types: on; ${path.join(folder, 'tsconfig.json')}`);
    expect(words).toContain('- Findings: errors: 1, warnings: 0');
    expect(words).not.toContain('fetch');

    const cost = await client.messages.logged.first(({ message }) => message.includes(' checked in '));
    expect(cost.message).toMatch(/load\.ts: checked in [\d.]+ ms without types, which .*; findings: 1\.$/);
  });
});
