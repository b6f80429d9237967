import { commands, env, window, type ExtensionContext } from 'vscode';
import { debugInformationCommand } from 'cancellation-language-server/protocol';
import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';
import { createClient, documentSelector } from './client.js';
import { followEditorState } from './editor-state.js';
import { explainFinding } from './explain.js';
import { Server } from './server.js';
import { showStatus } from './status-item.js';

let server: Server | undefined;

/** Starts the server, and gives the user a log of what it does and commands; those of the server the client registers itself. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Async Cancellation', { log: true });
  let client: LanguageClient | undefined;
  const started = new Server(() => {
    client = createClient(context.asAbsolutePath('dist/server.cjs'), log);
    return client;
  });
  server = started;

  async function copyDebugInformation(): Promise<void> {
    const text: unknown = await client?.sendRequest(ExecuteCommandRequest.type, {
      command: debugInformationCommand,
    });
    if (typeof text !== 'string') return;
    await env.clipboard.writeText(text);
    window.setStatusBarMessage('The debug information is in the clipboard.', 5_000);
  }

  context.subscriptions.push(
    log,
    followEditorState(() => client),
    showStatus(documentSelector, () => client),
    commands.registerCommand('cancellation.explain', () => explainFinding(client)),
    commands.registerCommand('cancellation.restart', () => started.restart()),
    commands.registerCommand('cancellation.copyDebugInformation', copyDebugInformation),
    commands.registerCommand('cancellation.showLog', () => {
      log.show();
    }),
  );
  await started.restart();
}

/** Ends the server and waits until it has gone. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
