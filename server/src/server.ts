import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { clientState } from './features/client-state.js';
import { codeActions } from './features/code-actions.js';

import { configuration } from './features/configuration.js';
import { documents } from './features/documents.js';
import { executeCommand } from './features/execute-command.js';
import { hover } from './features/hover.js';
import { pullDiagnostics } from './features/pull-diagnostics.js';
import { pushDiagnostics } from './features/push-diagnostics.js';
import { status } from './features/status.js';
import { watchedFiles } from './features/watched-files.js';
import { workspaceDiagnostics } from './features/workspace-diagnostics.js';
import { workspaceFolders } from './features/workspace-folders.js';
import { manifest } from './manifest.js';
import type { Platform } from './platform/platform.js';
import { createSession } from './session/session.js';

// `documents` comes before those who listen to it, so that they find the engine up to date.
const features = [
  documents,
  configuration,
  clientState,
  status,
  workspaceFolders,
  watchedFiles,
  pullDiagnostics,
  workspaceDiagnostics,
  pushDiagnostics,
  codeActions,
  hover,
  executeCommand,
];

/**
 * Serves one client until it says goodbye.
 *
 * @param platform what the server takes from where it runs
 */
export function startServer(connection: Connection, platform: Platform): void {
  connection.onInitialize((params) => {
    const session = createSession(connection, params, platform);
    const parts = features.map((feature) => feature(session));
    connection.onInitialized(async () => {
      await Promise.all(parts.flatMap((part) => part.onInitialized?.() ?? []));
    });
    connection.onShutdown(async () => {
      session.eslintConfigs.forget();
      await session.engine.dispose();
    });
    const capabilities = Object.assign(
      { positionEncoding: platform.negotiateEncoding(params.capabilities) },
      ...parts.map((part) => part.capabilities),
    ) as ServerCapabilities;
    return { capabilities, serverInfo: manifest };
  });
  connection.listen();
}
