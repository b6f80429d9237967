import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticSource, diagnosticsOf } from '../diagnostics/diagnostic.js';
import { resultIdOf } from '../diagnostics/result-id.js';
import { EngineError } from '../engine-thread/engine-error.js';
import { DocumentChangedError } from '../session/document-check.js';
import type { Feature, Session } from '../session/session.js';
import { waitsForSave } from '../session/waits-for-save.js';
import { withSignal } from '../support/cancellation.js';

/** Answers a client that asks for a document's diagnostics, and tells it when to ask again. */
export function pullDiagnostics(session: Session): Feature {
  const { connection, client, clientState, checks, documents, unsaved } = session;
  if (!client.pullsDiagnostics) return { capabilities: {} };
  /** The documents whose client has asked since they were edited, and not again when they were saved. */
  const waiting = new Set<string>();

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    withSignal(token, async (signal) => {
      const { uri } = textDocument;
      const isAskedAgain = previousResultId !== undefined && client.refreshesDiagnostics;
      if (!isAskedAgain || !(await waitsForSave(session, uri, signal)))
        return report(session, uri, previousResultId, signal);
      waiting.add(uri);
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
    }),
  );
  function refresh(): void {
    // A client that goes away does not answer; then there is nobody left to tell.
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  checks.onOutdated(() => {
    unsaved.forget();
    refresh();
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (waiting.delete(uri)) refresh();
  });
  checks.onImproved(refresh);
  return {
    capabilities: {
      diagnosticProvider: {
        identifier: diagnosticSource,
        interFileDependencies: true,
        workspaceDiagnostics: clientState.isWorkspaceShown,
      },
    },
  };
}

async function report(
  { checks, client }: Session,
  uri: string,
  previousResultId: string | undefined,
  signal: AbortSignal,
): Promise<DocumentDiagnosticReport> {
  try {
    // Who cannot be told to ask again has to wait for what types say.
    const check = client.refreshesDiagnostics
      ? await checks.check(uri, signal)
      : await checks.completeCheck(uri, signal);
    const items = check ? diagnosticsOf(check, client) : [];
    const resultId = resultIdOf(items);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  } catch (error) {
    if (!(error instanceof DocumentChangedError || error instanceof EngineError)) throw error;
    // Where the engine failed, the client is told to ask again when there is another.
    const data: DiagnosticServerCancellationData = {
      retriggerRequest: error instanceof DocumentChangedError,
    };
    throw new ResponseError(LSPErrorCodes.ServerCancelled, error.message, data);
  }
}
