import type { ExtensionContext } from 'vscode';
import type { Server } from './server.js';
import { startExtension } from './start-extension.js';

let server: Server | undefined;

/** Gives the user commands and a status, and has the server started meanwhile. */
export function activate(context: ExtensionContext): void {
  server = startExtension(context, async (clientContext) => {
    // The client is the better part of the extension's code, and nothing that the editor has to wait for.
    const { createClient } = await import('./client.js');
    return createClient(context.asAbsolutePath('dist/server.cjs'), clientContext);
  });
}

/** Ends the server and waits until it has gone. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
