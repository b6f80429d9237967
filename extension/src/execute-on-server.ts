import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Runs a command of the server's.
 *
 * @returns what the server says, as the command's description tells
 * @throws what the server answers instead, or that it does not run
 */
export function executeOnServer(
  client: BaseLanguageClient,
  command: string,
  ...args: readonly unknown[]
): Promise<unknown> {
  return client.sendRequest('workspace/executeCommand', { command, arguments: args });
}
