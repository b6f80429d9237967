import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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

/** What the package and the parts that are loaded may weigh at most, in MB. */
const limits = {
  '': 6,
  'dist/extension.cjs': 0.6,
  'dist/server.cjs': 1,
  'dist/engine-thread.cjs': 7,
  'dist/config-thread.cjs': 0.1,
  'dist/browser.cjs': 0.6,
  'dist/browser-server.js': 7,
};

/** Starts the server of the unpacked extension with nothing of this repository within its reach. */
function startServer(folder: string): ProtocolConnection {
  const server = path.join(inject('extension'), 'dist', 'server.cjs');
  const child = spawn(process.execPath, [server, '--stdio'], { cwd: folder, env: {} });
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

/** The folders in which Node looks for packages that a file in a folder asks for. */
function packageFoldersFrom(folder: string): string[] {
  const parent = path.dirname(folder);
  return [path.join(folder, 'node_modules'), ...(parent === folder ? [] : packageFoldersFrom(parent))];
}

it('the packaged server needs nothing else to find what types tell', async () => {
  const folder = await temporaryFolder(typedProject);
  expect(
    [...packageFoldersFrom(inject('extension')), ...packageFoldersFrom(folder)].filter(existsSync),
  ).toEqual([]);
  const uri = pathToFileURL(path.join(folder, 'report.ts')).href;
  const server = startServer(folder);
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
  const others = files.filter((file) => !/^(dist|images|l10n|snippets)\b|^[^/]+\.(json|md|txt)$/.test(file));
  expect(others).toEqual(['.vsixmanifest']);
  expect(files.filter((file) => file.endsWith('.map') || file.includes('node_modules'))).toEqual([]);
});

it('the package is small, and so is each part that is loaded', async () => {
  const sizes = Object.keys(limits).map(async (part): Promise<[string, number]> => {
    const file = part === '' ? inject('vsix') : path.join(inject('extension'), part);
    return [part, (await stat(file)).size / 1e6];
  });
  const tooLarge = (await Promise.all(sizes)).filter(
    ([part, size]) => size > limits[part as keyof typeof limits],
  );
  expect(tooLarge).toEqual([]);
});
