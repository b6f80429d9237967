import { Uri, type ExtensionContext } from 'vscode';
import type { Server } from './server.js';
import { startExtension } from './start-extension.js';

let server: Server | undefined;

/** Does in a browser what the extension does elsewhere; the server is a worker there. */
export function activate(context: ExtensionContext): void {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'browser-server.js').toString(true);
  server = startExtension(context, async (clientContext) => {
    // The client is the better part of the extension's code, and nothing that the editor has to wait for.
    const { WorkerClient } = await import('./worker-client.js');
    return new WorkerClient(address, clientContext);
  });
}

/** Ends the server and waits until it has gone. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
