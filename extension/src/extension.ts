import { commands, window, type ExtensionContext } from 'vscode';
import { createClient } from './client.js';
import { Server } from './server.js';

let server: Server | undefined;

/** Starts the server, and gives the user a log of what it does and a way to start it again. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Async Cancellation', { log: true });
  const started = new Server(() => createClient(context.asAbsolutePath('dist/server.cjs'), log));
  server = started;
  context.subscriptions.push(
    log,
    commands.registerCommand('cancellation.restart', () => started.restart()),
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
