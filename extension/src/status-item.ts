import {
  Disposable,
  languages,
  LanguageStatusSeverity,
  window,
  type DocumentSelector,
  type LanguageStatusItem,
} from 'vscode';
import { statusRequest, type DocumentStatus, type StatusParams } from 'cancellation-language-server/protocol';
import type { LanguageClient } from 'vscode-languageclient/node';

/**
 * Shows behind the editor's `{}` how the document is checked that is shown: by whose rules, and with types or why not.
 *
 * @param selector the documents that the server checks
 * @param client finds the client of the moment
 */
export function showStatus(selector: DocumentSelector, client: () => LanguageClient | undefined): Disposable {
  const item = languages.createLanguageStatusItem('cancellation.status', selector);
  item.name = 'Async Cancellation';
  item.text = 'Async Cancellation';
  item.command = { command: 'cancellation.showLog', title: 'Show Log' };

  async function update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document || languages.match(selector, document) === 0) return;
    const params: StatusParams = { uri: document.uri.toString() };
    const running = client();
    item.busy = true;
    try {
      const status = await running?.sendRequest<DocumentStatus>(statusRequest, params);
      if (status) describe(item, status);
    } catch {
      // A server that does not answer is shown by the client, and asked again when it has findings.
    } finally {
      item.busy = false;
    }
  }

  const listeners = [
    window.onDidChangeActiveTextEditor(() => void update()),
    // What the server does for a document ends in findings, or in none any more.
    languages.onDidChangeDiagnostics(() => void update()),
  ];
  void update();
  return Disposable.from(item, ...listeners);
}

function describe(item: LanguageStatusItem, status: DocumentStatus): void {
  const { version, mode, reason, types } = status;
  const rules = mode === 'eslint' ? 'rules of the ESLint config' : 'own rules';
  item.text = `Cancellation: ${rules}, ${typesWords[types.state]}`;
  item.detail = [`version ${version}`, reason, types.reason].filter((part) => part !== undefined).join(' · ');
  item.severity =
    types.reason === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
}

const typesWords: Record<DocumentStatus['types']['state'], string> = {
  on: 'with types',
  off: 'without types',
  loading: 'types are loading',
};
