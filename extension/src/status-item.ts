import {
  Disposable,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  type Command,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import {
  statusChangedNotification,
  statusRequest,
  type DocumentStatus,
  type StatusParams,
} from 'cancellation-language-server/protocol';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { documentSelector } from './document-selector.js';

/** What is shown of how the document is checked, and what has to be told for it. */
export interface Status {
  /** Takes note of a client that is about to start. */
  follow: (client: BaseLanguageClient) => void;
  /** To be disposed of with the extension. */
  listeners: Disposable;
}

/**
 * Shows behind the editor's `{}` how the document is checked that is shown: by whose rules, and with types or why not. Asks when
 * another document is shown, and when the server says that the answer would be another.
 *
 * @param client finds the client of the moment
 */
export function showStatus(client: () => Promise<BaseLanguageClient | undefined>): Status {
  const item = languages.createLanguageStatusItem('cancellation.status', documentSelector());
  item.name = 'Async Cancellation';
  item.text = l10n.t('Cancellation: starting');
  item.busy = true;

  async function update(): Promise<void> {
    const document = shownDocument();
    if (!document) return;
    const status = await ask(await client(), document);
    if (document === shownDocument()) describe(item, status);
  }

  const updateSoon = () => void update();
  const listener = window.onDidChangeActiveTextEditor(updateSoon);
  return {
    follow(started) {
      item.selector = documentSelector();
      started.onNotification(statusChangedNotification, updateSoon);
      started.onDidChangeState(updateSoon);
    },
    listeners: Disposable.from(item, listener),
  };
}

function shownDocument(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && languages.match(documentSelector(), document) > 0 ? document : undefined;
}

/** @returns nothing where there is no server to ask */
async function ask(
  client: BaseLanguageClient | undefined,
  { uri }: TextDocument,
): Promise<DocumentStatus | undefined> {
  const params: StatusParams = { uri: uri.toString() };
  try {
    return client?.isRunning() ? await client.sendRequest<DocumentStatus>(statusRequest, params) : undefined;
  } catch {
    return undefined;
  }
}

function describe(item: LanguageStatusItem, status: DocumentStatus | undefined): void {
  item.command = status ? showLog() : restart();
  item.busy = status?.types.state === 'loading';
  if (!status) {
    item.text = l10n.t('Cancellation: the server does not run');
    item.detail = '';
    item.severity = LanguageStatusSeverity.Error;
    return;
  }
  const { version, reason, types } = status;
  item.text =
    status.mode === 'off'
      ? l10n.t('Cancellation: not checked')
      : l10n.t('Cancellation: {0}, {1}', rulesOf(status), typesOf(status));
  item.detail = [l10n.t('version {0}', version), reason, types.reason]
    .filter((part) => part !== undefined)
    .join(' · ');
  // A project whose configuration cannot be used; a document without one is nothing to worry about.
  const isBroken = types.project !== undefined && types.reason !== undefined;
  item.severity = isBroken ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

function rulesOf({ mode }: DocumentStatus): string {
  return mode === 'eslint' ? l10n.t('rules of the ESLint config') : l10n.t('own rules');
}

function typesOf({ types }: DocumentStatus): string {
  switch (types.state) {
    case 'on':
      return l10n.t('with types');
    case 'off':
      return l10n.t('without types');
    case 'loading':
      return l10n.t('types are loading');
  }
}

function showLog(): Command {
  return { command: 'cancellation.showLog', title: l10n.t('Show Log') };
}

function restart(): Command {
  return { command: 'cancellation.restart', title: l10n.t('Restart') };
}
