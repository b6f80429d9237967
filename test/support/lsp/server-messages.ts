import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ProgressToken,
  type Registration,
  type ShowDocumentParams,
  type ShowMessageParams,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node';
import { Inbox } from './inbox.js';

/** What the server sent without being asked. */
export interface ServerMessages {
  published: Inbox<PublishDiagnosticsParams>;
  logged: Inbox<LogMessageParams>;
  shown: Inbox<ShowMessageParams>;
  registered: Inbox<Registration>;
  refreshes: Inbox<'refresh'>;
  /** What it wanted to be shown. */
  opened: Inbox<ShowDocumentParams>;
  /** How far its work is. */
  progress: Inbox<ProgressOfWork>;
}

/** A step of some work that a person may watch, and cancel by its token. */
export interface ProgressOfWork {
  token: ProgressToken;
  step: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
}

/** Takes the server's registrations; a client does so only when the server has answered `initialize`. */
export function acceptRegistrations(connection: ProtocolConnection, messages: ServerMessages): void {
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const registration of registrations) messages.registered.add(registration);
  });
}

/** Answers the server's requests, and keeps what it says. */
export function answerServer(
  connection: ProtocolConnection,
  settings: (uri: string | undefined) => unknown,
): ServerMessages {
  const messages: ServerMessages = {
    published: new Inbox(),
    logged: new Inbox(),
    shown: new Inbox(),
    registered: new Inbox(),
    refreshes: new Inbox(),
    opened: new Inbox(),
    progress: new Inbox(),
  };
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    messages.published.add(params);
  });
  connection.onNotification(LogMessageNotification.type, (params) => {
    messages.logged.add(params);
  });
  connection.onNotification(ShowMessageNotification.type, (params) => {
    messages.shown.add(params);
  });
  connection.onRequest(ShowDocumentRequest.type, (params) => {
    messages.opened.add(params);
    return { success: true };
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, (step) => {
      messages.progress.add({ token, step });
    });
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    messages.refreshes.add('refresh');
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section, scopeUri }) => (section === 'cancellation' ? settings(scopeUri) : null)),
  );
  return messages;
}
