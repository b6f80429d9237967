import { l10n, window } from 'vscode';
import { checkWorkspaceCommand, type CheckWorkspaceResult } from 'cancellation-language-server/protocol';
import { executeOnServer } from './execute-on-server.js';
import type { ServerTrouble } from './server-trouble.js';
import type { Server } from './server.js';

/** How long the outcome stays in the status bar, in milliseconds. */
const patience = 10_000;

/** Has the server check all files, whose findings appear among the editor's problems, and says how many there are. */
export async function checkWorkspace(server: Server, trouble: ServerTrouble): Promise<void> {
  const client = await server.client();
  if (!client?.isRunning()) {
    await trouble.tellNotStarted();
    return;
  }
  const { files, findings, isComplete } = (await executeOnServer(
    client,
    checkWorkspaceCommand,
  )) as CheckWorkspaceResult;
  const message = isComplete
    ? l10n.t('Checked {0} files that are not open; findings: {1}.', files, findings)
    : l10n.t('Stopped after {0} files; findings: {1}.', files, findings);
  window.setStatusBarMessage(message, patience);
}
