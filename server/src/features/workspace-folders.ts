import type { Feature, Session } from '../session/session.js';

/** Follows folders that come and go: a document's settings depend on the folder in which it lies. */
export function workspaceFolders({ connection, client, settings, checks }: Session): Feature {
  if (!client.changesFolders) return { capabilities: {} };
  connection.workspace.onDidChangeWorkspaceFolders(() => {
    settings.askAgain();
    checks.outdate();
  });
  return {
    capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
  };
}
