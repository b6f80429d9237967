import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, inject } from 'vitest';
import { ExecuteCommandRequest, InitializedNotification } from 'vscode-languageserver-protocol/node';
import type { DocumentStatus } from '../../server/src/protocol.js';
import { asking } from '../support/lsp/client-capabilities.js';
import { LspDocument } from '../support/lsp/lsp-document.js';
import { acceptRegistrations, answerServer } from '../support/lsp/server-messages.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { scenario } from './workbench.js';
import { connectToWorker } from './worker-connection.js';

const folder = 'vscode-vfs://github/owner/repository';

const inBrowser = scenario.extend('client', async ({ browser }, { onCleanup }) => {
  const page = await browser.newPage();
  onCleanup(() => page.close());
  await page.goto(`http://${inject('vsCodeAddress')}/version`);
  const script = await readFile(path.join(inject('extension'), 'dist', 'browser-server.js'), 'utf8');
  const connection = await connectToWorker(page, script);
  const messages = answerServer(connection, (uri) =>
    uri?.endsWith('/mild.ts') ? { rules: { [swallowingRule]: 'warn' } } : null,
  );
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'repository' }],
    capabilities: asking,
    initializationOptions: { trusted: true },
  });
  acceptRegistrations(connection, messages);
  await connection.sendNotification(InitializedNotification.type, {});
  const open = (uri: string, text: string) =>
    LspDocument.open({ connection, messages }, { uri, languageId: 'typescript', text });
  return { connection, messages, open };
});

inBrowser(
  'the server runs in the worker of a browser',
  async ({ client: { connection, messages, open } }) => {
    const document = await open(`${folder}/load.ts`, swallowing.code);
    const diagnostics = await document.diagnostics();
    expect(diagnostics).toMatchObject([{ code: swallowingRule, severity: 1 }]);
    expect(await document.hover('signal')).toMatchObject({
      contents: { value: expect.stringContaining('whoever calls `load`') as string },
    });
    expect(await document.explain(diagnostics[0])).toMatchObject([{ uri: document.uri }, {}, {}]);
    const actions = await document.actions(diagnostics);
    expect(actions.map(({ kind }) => kind)).toContain('quickfix.cancellation.disable-line');
    if (actions[0]) await document.apply(actions[0]);
    expect(document.text).toBe(mended);
    expect(await document.diagnostics()).toEqual([]);

    // A local folder that a browser shows has addresses of files too.
    for (const uri of ['file:///c%3A/project/mild.ts', 'untitled:/mild.ts']) {
      const mild = await open(uri, swallowing.code);
      expect(await mild.diagnostics()).toMatchObject([{ severity: 2 }]);
    }
    const status = await connection.sendRequest<DocumentStatus>('cancellation/status', { uri: document.uri });
    expect(status).toMatchObject({ mode: 'own', types: { state: 'off' } });
    const information: unknown = await connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'cancellation.debugInformation',
    });
    expect(information).toContain('- Browser: Mozilla');
    expect(messages.logged.all).toEqual([]);
    expect(messages.shown.all).toEqual([]);
  },
);
