import { commands, window, type Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkWorkspace } from './check-workspace.js';
import type { ClientContext } from './client-options.js';
import { copyDebugInformation } from './debug-information.js';
import { onSelectorChange } from './document-selector.js';
import { followEditorState } from './editor-state.js';
import { openExample } from './example.js';
import { explainFinding } from './explain.js';
import { Server } from './server.js';
import { ServerTrouble } from './server-trouble.js';
import { showStatus } from './status-item.js';

/**
 * Starts what is the same wherever the extension runs: log, status and commands at once, and the server without waiting
 * for it. The commands of the server itself the client registers.
 *
 * @param createClient makes a client that has not started yet
 * @returns the server, to be ended with the extension
 */
export function startExtension(
  context: ExtensionContext,
  createClient: (context: ClientContext) => Promise<BaseLanguageClient>,
): Server {
  const log = window.createOutputChannel('Async Cancellation', { log: true });
  const trouble = new ServerTrouble();
  const status = showStatus(() => server.client());
  const server = new Server(
    async () => {
      const client = await createClient({ log, onLastEnd: () => void trouble.tellEnded() });
      status.follow(client);
      return client;
    },
    () => void trouble.tellNotStarted(),
  );
  const ownCommands: Record<string, () => unknown> = {
    checkAllFiles: () => checkWorkspace(server, trouble),
    copyDebugInformation: () => copyDebugInformation(server, context.extension),
    explain: () => explainFinding(server),
    openExample,
    restart: () => server.restart(),
    showLog: () => {
      log.show();
    },
  };
  context.subscriptions.push(
    log,
    status.listeners,
    followEditorState(() => server.client()),
    onSelectorChange(() => void server.restart()),
    ...Object.entries(ownCommands).map(([name, run]): Disposable =>
      commands.registerCommand(`cancellation.${name}`, run),
    ),
  );
  void server.restart();
  return server;
}
