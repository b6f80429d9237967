import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { expect, inject, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { typedProject } from './samples.js';

function startServer(): ProtocolConnection {
  const child = spawn(process.execPath, [path.join(inject('extension'), 'dist', 'server.cjs'), '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  onTestFinished(() => {
    connection.dispose();
    child.kill();
  });
  connection.listen();
  return connection;
}

it('the packaged server needs nothing else to find what types tell', async () => {
  const folder = await temporaryFolder(typedProject);
  const uri = pathToFileURL(path.join(folder, 'report.ts')).href;
  const server = startServer();
  await server.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await server.sendNotification(InitializedNotification.type, {});
  await server.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'typescript', version: 1, text: typedProject['report.ts'] },
  });

  const report = await server.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });

  expect(report).toMatchObject({ items: [{ code: 'cancellation/forward-abort-signal' }] });
});

it('the package holds what it needs and nothing more', async () => {
  const files = await readdir(inject('extension'), { recursive: true });
  const others = files.filter((file) => !/^(dist|images|snippets)\b|^[^/]+\.(json|md|txt)$/.test(file));
  expect(others).toEqual(['.vsixmanifest']);
  expect(files.filter((file) => file.endsWith('.map') || file.includes('node_modules'))).toEqual([]);
});
