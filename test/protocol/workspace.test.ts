import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ExecuteCommandRequest,
  FileChangeType,
  WorkDoneProgressCancelNotification,
  WorkspaceDiagnosticRequest,
  type PreviousResultId,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { checkWorkspaceCommand, type CheckWorkspaceResult } from '../../server/src/protocol.js';
import { asking, plain } from '../support/lsp/client-capabilities.js';
import { startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

async function checkWorkspace(client: LspClient): Promise<CheckWorkspaceResult> {
  return (await client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: checkWorkspaceCommand,
  })) as CheckWorkspaceResult;
}

/** Waits for the diagnostics of a file that is not open. */
async function published(client: LspClient, file: string, count: number) {
  const uri = pathToFileURL(file).href;
  return client.messages.published.first(
    (params) => params.uri === uri && params.diagnostics.length === count,
  );
}

describe('a check of the workspace', () => {
  it('shows what is in the files that are not open, by the types of their project', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      '.gitignore': 'built',
      'src/load.ts': swallowing.code,
      'src/open.ts': swallowing.code,
      'src/right.ts': mended,
      'src/job.ts': jobModule('string'),
      'src/run.ts': runningJob,
      'built/load.js': swallowing.code,
      'node_modules/a/index.ts': swallowing.code,
    });
    const client = await startClient({ folders: [folder] });
    await client.open(path.join(folder, 'src', 'open.ts'), swallowing.code);
    expect(await checkWorkspace(client)).toEqual({ files: 4, findings: 1, isComplete: true });

    const { diagnostics } = await published(client, path.join(folder, 'src', 'load.ts'), 1);
    expect(diagnostics).toMatchObject([{ code: swallowingRule, data: { suggestions: [] } }]);
    expect(client.messages.published.all).toHaveLength(1);
  });

  it('keeps what it showed until the file is opened or changes', async () => {
    const files = { 'opened.ts': swallowing.code, 'changed.ts': swallowing.code };
    const folder = await temporaryFolder(files);
    const [opened, changed] = [path.join(folder, 'opened.ts'), path.join(folder, 'changed.ts')];
    const client = await startClient({ folders: [folder] });
    await checkWorkspace(client);
    await published(client, opened, 1);
    await published(client, changed, 1);

    await client.open(opened, swallowing.code);
    await published(client, opened, 0);
    await client.filesChanged({ [changed]: FileChangeType.Changed });
    await published(client, changed, 0);
  });

  it('shows how far it is, and ends where a person cancels that', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${String(index)}.ts`);
    const folder = await temporaryFolder(Object.fromEntries(names.map((name) => [name, swallowing.code])));
    const client = await startClient({ folders: [folder] });
    const check = checkWorkspace(client);
    const { progress } = client.messages;
    await progress.first(({ step }) => step.kind === 'begin' && step.cancellable === true);
    const { token } = await progress.first(
      ({ step }) => step.kind === 'report' && (step.percentage ?? 0) > 0,
    );
    await client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    const { files, isComplete } = await check;
    expect(isComplete).toBe(false);
    expect(files).toBeLessThan(40);
    await progress.first(({ step }) => step.kind === 'end');
  });

  it('works for an old client too', async () => {
    const folder = await temporaryFolder({ 'load.ts': swallowing.code });
    const client = await startClient({ folders: [folder], capabilities: plain });
    expect(await checkWorkspace(client)).toMatchObject({ files: 1, findings: 1 });
    await published(client, path.join(folder, 'load.ts'), 1);
  });
});

describe('diagnostics of the workspace', () => {
  async function ask(client: LspClient, previousResultIds: PreviousResultId[] = []) {
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds,
    });
    return items;
  }

  it('are not offered unless the client says that it wants them', async () => {
    const client = await startClient();
    expect(client.initializeResult.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: false,
    });
  });

  it('are told once, and again when something has changed', async () => {
    const folder = await temporaryFolder({ 'load.ts': swallowing.code, 'other.ts': swallowing.code });
    const load = path.join(folder, 'load.ts');
    const client = await startClient({
      folders: [folder],
      capabilities: asking,
      initializationOptions: { workspaceDiagnostics: true },
    });
    expect(client.initializeResult.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: true,
    });
    const first = await ask(client);
    expect(first).toMatchObject([
      { kind: 'full', uri: pathToFileURL(load).href, items: [{ code: swallowingRule }] },
      { kind: 'full', items: [{ code: swallowingRule }] },
    ]);

    const known = first.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    let isAnswered = false;
    const second = ask(client, known).finally(() => {
      isAnswered = true;
    });
    // Another request is answered meanwhile.
    await (await client.open('/nowhere/load.ts', swallowing.code)).diagnostics();
    expect(isAnswered).toBe(false);
    await writeFiles(folder, { 'load.ts': mended });
    await client.filesChanged({ [load]: FileChangeType.Changed });
    expect(await second).toMatchObject([
      { kind: 'full', uri: pathToFileURL(load).href, items: [] },
      { kind: 'unchanged' },
    ]);
  });
});
