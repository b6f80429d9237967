import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import {
  CancellationTokenSource,
  FileChangeType,
  LSPErrorCodes,
  MessageType,
  ShowDocumentRequest,
  type CancellationToken,
  type ShowDocumentResult,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { refreshing } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { markedPlaces } from '../support/lsp/marked-places.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

const found = [{ code: swallowingRule }];
const [range] = markedPlaces(swallowing);

/** Every kind of request that the server takes, each of which has something to work out or to wait for. */
function requestsAbout({ uri, version }: LspDocument): Record<string, { method: string; params: object }> {
  const textDocument = { uri };
  const kind = 'quickfix.cancellation.disable-line';
  const command = (name: string, ...args: unknown[]) => ({
    method: 'workspace/executeCommand',
    params: { command: `cancellation.${name}`, arguments: args },
  });
  return {
    diagnostic: { method: 'textDocument/diagnostic', params: { textDocument } },
    codeAction: {
      method: 'textDocument/codeAction',
      params: { textDocument, range, context: { diagnostics: [], only: ['refactor'] } },
    },
    resolve: {
      method: 'codeAction/resolve',
      params: {
        title: 'Disable',
        kind,
        data: { uri, version, kind, work: { rule: swallowingRule, range } },
      },
    },
    hover: {
      method: 'textDocument/hover',
      params: { textDocument, position: { line: 2, character: 31 } },
    },
    status: { method: 'cancellation/status', params: { uri } },
    explainFinding: command('explainFinding', { uri, version, finding: { code: swallowingRule, range } }),
    debugInformation: command('debugInformation'),
    openRulePage: command('openRulePage', swallowingRule),
  };
}

/** Sends all of them at once. @returns what became of each: `done`, or the code of its error */
async function outcomes(
  client: LspClient,
  document: LspDocument,
  token?: CancellationToken,
): Promise<Record<string, unknown>> {
  const asked = Object.entries(requestsAbout(document)).map(async ([name, { method, params }]) => {
    const { connection } = client;
    const answer: Promise<unknown> = token
      ? connection.sendRequest(method, params, token)
      : connection.sendRequest(method, params);
    return [
      name,
      await answer.then(() => 'done').catch((error: unknown) => (error as { code: number }).code),
    ];
  });
  return Object.fromEntries(await Promise.all(asked)) as Record<string, unknown>;
}

function all(names: object, outcome: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, outcome]));
}

/** Opens a document whose settings the server knows, so that its requests wait for nothing but the engine, which is starting. */
async function openAtStart(client: LspClient): Promise<LspDocument> {
  const document = await client.open('/nowhere/load.ts', swallowing.code);
  await document.actionsAt('export', { triggerKind: 2 });
  return document;
}

/** Waits until the server has taken what it was asked so far: it answers this at once. */
async function taken(document: LspDocument): Promise<void> {
  await document.actions([], ['source.organizeImports']);
}

describe('a request of any kind', () => {
  it('can be called off while it is worked on, and is answered when it is sent again', async () => {
    const client = await startClient();
    const document = await openAtStart(client);
    // Nobody looks at the page that is to be shown.
    client.connection.onRequest(
      ShowDocumentRequest.type,
      () => new Promise<ShowDocumentResult>(() => undefined),
    );
    const source = new CancellationTokenSource();
    const calledOff = outcomes(client, document, source.token);
    await taken(document);
    source.cancel();
    const names = requestsAbout(document);
    expect(await calledOff).toEqual(all(names, LSPErrorCodes.RequestCancelled));

    client.connection.onRequest(ShowDocumentRequest.type, () => ({ success: true }));
    expect(await outcomes(client, document)).toEqual(all(names, 'done'));
    expect(await document.diagnostics()).toMatchObject(found);
  });

  it('comes to nothing when the document is edited meanwhile', async () => {
    const client = await startClient();
    const document = await openAtStart(client);
    const { diagnostic, codeAction, resolve, hover, explainFinding } = requestsAbout(document);
    const late = [diagnostic, codeAction, resolve, hover, explainFinding].map(async (request) =>
      client.connection
        .sendRequest<unknown>(request?.method ?? '', request?.params)
        .catch((error: unknown) => {
          const { code, data } = error as { code: number; data: unknown };
          return { code, data };
        }),
    );
    await taken(document);
    await document.replace('export', '\nexport');
    expect(await Promise.all(late)).toEqual([
      { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } },
      [],
      resolve?.params,
      null,
      null,
    ]);
    expect(await document.diagnostics()).toMatchObject(found);
  });

  it('comes to nothing, and to no error, when the document is closed meanwhile', async () => {
    const client = await startClient();
    const document = await openAtStart(client);
    const running = outcomes(client, document);
    await taken(document);
    await document.close();
    const { diagnostic, ...others } = await running;
    expect(['done', LSPErrorCodes.ServerCancelled]).toContain(diagnostic);
    expect(others).toEqual(all(others, 'done'));
    expect(await outcomes(client, document)).toEqual(all(requestsAbout(document), 'done'));
  });
});

describe('what happens to a project', () => {
  const client = sharedClient({ capabilities: refreshing });

  /** @returns what there is once types have been waited for */
  async function typedDiagnostics(document: LspDocument) {
    await document.awaitTypes();
    return document.diagnostics();
  }

  it('may be another branch with many other files: findings follow', async () => {
    const jobs = (type: string) =>
      Object.fromEntries(
        Array.from({ length: 50 }, (_, index) => [`job-${String(index)}.ts`, jobModule(type)]),
      );
    const run = runningJob.replace('./job.js', './job-49.js');
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'run.ts': run, ...jobs('string') });
    const document = await client().open(path.join(folder, 'run.ts'), run);
    expect(await typedDiagnostics(document)).toEqual([]);

    const refreshes = client().messages.refreshes.all.length;
    const branch = {
      ...jobs('AbortSignal'),
      'new.ts': 'export {};\n',
      'tsconfig.json': '{ "include": ["."] }',
    };
    await writeFiles(folder, branch);
    await rm(path.join(folder, 'job-0.ts'));
    const changes = Object.keys(branch).map((file) => [path.join(folder, file), FileChangeType.Changed]);
    await client().filesChanged({
      ...(Object.fromEntries(changes) as Record<string, FileChangeType>),
      [path.join(folder, 'new.ts')]: FileChangeType.Created,
      [path.join(folder, 'job-0.ts')]: FileChangeType.Deleted,
    });
    await client().messages.refreshes.first(() => true, refreshes);
    expect(await typedDiagnostics(document)).toMatchObject(found);
  });

  it('may be that files are deleted, open ones and others', async () => {
    const files = { 'tsconfig.json': '{}', 'job.ts': jobModule('string'), 'run.ts': runningJob };
    const folder = await temporaryFolder(files);
    const document = await client().open(path.join(folder, 'run.ts'), runningJob);
    expect(await typedDiagnostics(document)).toEqual([]);

    await rm(path.join(folder, 'job.ts'));
    await client().filesChanged({ [path.join(folder, 'job.ts')]: FileChangeType.Deleted });
    // Nobody knows any more what the import is.
    expect(await typedDiagnostics(document)).toMatchObject(found);
    await rm(folder, { recursive: true });
    await client().filesChanged({
      [path.join(folder, 'run.ts')]: FileChangeType.Deleted,
      [path.join(folder, 'tsconfig.json')]: FileChangeType.Deleted,
    });
    expect(await typedDiagnostics(document)).toMatchObject(found);
    await document.replace('https:', 'http:');
    expect(await typedDiagnostics(document)).toMatchObject(found);
  });

  it('may hold links that lead round in a circle', async () => {
    const files = { 'tsconfig.json': '{}', 'src/job.ts': jobModule('string'), 'src/run.ts': runningJob };
    const folder = await temporaryFolder(files);
    await symlink('..', path.join(folder, 'src', 'up'), 'junction');
    await symlink('self.ts', path.join(folder, 'src', 'self.ts'));
    const document = await client().open(path.join(folder, 'src/run.ts'), runningJob);
    expect(await typedDiagnostics(document)).toEqual([]);
    const linked = await client().open(path.join(folder, 'src/up/src/run.ts'), runningJob);
    expect(await typedDiagnostics(linked)).toEqual([]);
    const itself = await client().open(path.join(folder, 'src/self.ts'), swallowing.code);
    expect(await typedDiagnostics(itself)).toMatchObject(found);
  });

  it('may be a file of 5 MB, of which one line in the log tells, and the others are checked', async () => {
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'job.ts': jobModule('string') });
    const large = await client().open(
      path.join(folder, 'large.ts'),
      swallowing.code + '//\n'.repeat(1_750_000),
    );
    const document = await client().open(path.join(folder, 'run.ts'), runningJob);
    expect(await large.diagnostics()).toEqual([]);
    expect(await document.diagnostics()).toEqual(expect.anything());
    await large.replace('export', ' export');
    expect(await large.diagnostics()).toEqual([]);
    const about = client().messages.logged.all.filter(({ message }) => message.includes('large.ts'));
    expect(about).toMatchObject([{ type: MessageType.Warning }]);
    await large.close();
  });

  it('is no error of ours', () => {
    const { logged, shown } = client().messages;
    expect(shown.all).toEqual([]);
    expect(logged.all.filter(({ type }) => type === MessageType.Error)).toEqual([]);
  });
});
