import { Disposable, extensions, workspace } from 'vscode';
import {
  eslintExtensionNotification,
  trustNotification,
  type EslintExtensionParams,
  type InitializationOptions,
  type TrustParams,
} from 'cancellation-language-server/protocol';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** @returns what only the editor knows and the server has to know when it starts */
export function initializationOptions(): InitializationOptions {
  return { trusted: workspace.isTrusted, eslintExtension: { active: showsEslint() } };
}

/**
 * Tells the server when that changes.
 *
 * @param client finds the client of the moment; there is none before the first start
 */
export function followEditorState(client: () => Promise<BaseLanguageClient | undefined>): Disposable {
  const tell = (notification: string, params: EslintExtensionParams | TrustParams) => {
    // A server that does not run is told when it starts.
    client()
      .then((running) => running?.sendNotification(notification, params))
      .catch(() => undefined);
  };
  const tellEslint = () => {
    tell(eslintExtensionNotification, { active: showsEslint() });
  };
  return Disposable.from(
    workspace.onDidGrantWorkspaceTrust(() => {
      tell(trustNotification, { trusted: true });
    }),
    extensions.onDidChange(tellEslint),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('eslint.enable')) tellEslint();
    }),
  );
}

/** Whether Microsoft's ESLint extension is there and has not been switched off. */
function showsEslint(): boolean {
  const isEnabled = workspace.getConfiguration('eslint').get<boolean>('enable', true);
  return isEnabled && extensions.getExtension('dbaeumer.vscode-eslint') !== undefined;
}
