import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startClient } from '../support/lsp/clients.js';
import { startServerProcess } from '../support/lsp/server-process.js';
import { swallowing } from '../support/lsp/swallowing.js';

describe('the server', () => {
  it('ends with exit code 0 after a goodbye', async () => {
    const client = await startClient();
    expect(await client.stop()).toBe(0);
    expect(await client.server.errors).toBe('');
  });

  it('ends with exit code 1 when it is told to exit without one', async () => {
    const client = await startClient();
    await client.connection.sendNotification('exit');
    expect(await client.server.exitCode).toBe(1);
  });

  it('ends when the client’s end of the pipe is closed', async () => {
    const client = await startClient();
    client.server.child.stdin.end();
    expect(await client.server.exitCode).toBe(1);
  });

  it('ends when its parent is gone, though the pipe is still open', async () => {
    const parent = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)']);
    onTestFinished(() => {
      parent.kill('SIGKILL');
    });
    await once(parent, 'spawn');
    const client = await startClient({ ...(parent.pid !== undefined && { processId: parent.pid }) });
    parent.kill('SIGKILL');
    expect(await client.server.exitCode).toBe(1);
  });

  it('answers a request after a goodbye with an error, rather than never', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    await client.connection.sendRequest('shutdown');
    await expect(document.hover('signal')).rejects.toMatchObject({
      message: expect.stringContaining('ended') as string,
    });
    await client.connection.sendNotification('exit');
    expect(await client.server.exitCode).toBe(0);
  });

  it.each([
    ['no JSON', 'Content-Length: 3\r\n\r\n{ "'],
    ['no length', 'Length: 3\r\n\r\n'],
  ])('says on standard error that a message has %s', async (_, bytes) => {
    const client = await startClient();
    client.server.child.stdin.write(bytes);
    client.server.child.stdin.end();
    expect(await client.server.exitCode).toBe(1);
    expect(await client.server.errors).toMatch(
      /^cancellation-language-server: a message cannot be read: .+\.\n$/,
    );
  });

  it('answers a cancelled request at once, and the next one as ever', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/load.ts', swallowing.code);
    const cancellation = new CancellationTokenSource();
    const request = client.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: document.uri } },
      cancellation.token,
    );
    cancellation.cancel();
    await expect(request).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await document.diagnostics()).toHaveLength(1);
  });

  it.each([
    [[], 'cancellation-language-server: say how to talk to the client, with --stdio.'],
    [['--stdin'], "cancellation-language-server: Unknown option '--stdin'."],
    [['check'], "cancellation-language-server: Unexpected argument 'check'."],
  ])('refuses the arguments %j in one line', async (args, words) => {
    const { child, errors, exitCode } = startServerProcess(args);
    child.stdin.end();
    expect(await exitCode).toBe(2);
    const lines = (await errors).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
  });
});
