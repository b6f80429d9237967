import { env, l10n, UIKind, version, window, type Extension } from 'vscode';
import { debugInformationCommand } from 'cancellation-language-server/protocol';
import { executeOnServer } from './execute-on-server.js';
import type { Server } from './server.js';

/** How long the outcome stays in the status bar, in milliseconds. */
const patience = 5_000;

/** Puts into the clipboard what somebody has to know who looks for a mistake, also while the server does not run. */
export async function copyDebugInformation(server: Server, extension: Extension<unknown>): Promise<void> {
  const text = `${describeEditor(extension)}\n\n${await serverInformation(server)}\n`;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('The debug information is in the clipboard.'), patience);
}

function describeEditor({ id, packageJSON }: Extension<unknown>): string {
  const { version: ownVersion } = packageJSON as { version: string };
  return [
    `# ${id} ${ownVersion}`,
    '',
    `- Editor: ${env.appName} ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'on a desktop'}`,
    `- Remote: ${env.remoteName ?? 'none'}`,
  ].join('\n');
}

async function serverInformation(server: Server): Promise<string> {
  const client = await server.client();
  if (!client?.isRunning()) return 'The language server does not run.';
  return String(await executeOnServer(client, debugInformationCommand));
}
