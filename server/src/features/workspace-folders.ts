import type { Feature, Session } from '../session/session.js';

/** Follows folders that come and go: a document's settings depend on the folder in which it lies. */
export function workspaceFolders({
  connection,
  client,
  folders,
  settings,
  eslintConfigs,
  checks,
}: Session): Feature {
  if (!client.changesFolders) return { capabilities: {} };
  return {
    capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
    // Listening makes the library ask the client for a registration, which no client takes before it is initialised.
    onInitialized() {
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        folders.change(change);
        eslintConfigs.forget();
        settings.askAgain();
        checks.outdate();
      });
      return Promise.resolve();
    },
  };
}
