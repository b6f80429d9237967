import { createHash } from 'node:crypto';
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticSource, diagnosticsOf } from '../diagnostics/diagnostic.js';
import { DocumentChangedError } from '../session/document-checks.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Answers a client that asks for a document's diagnostics, and tells it when to ask again. */
export function pullDiagnostics(session: Session): Feature {
  const { connection, client, checks } = session;
  if (!client.pullsDiagnostics) return { capabilities: {} };

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    withSignal(token, (signal) => report(session, textDocument.uri, previousResultId, signal)),
  );
  checks.onOutdated(() => {
    // A client that goes away does not answer; then there is nobody left to tell.
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  });
  return {
    capabilities: {
      diagnosticProvider: {
        identifier: diagnosticSource,
        interFileDependencies: true,
        workspaceDiagnostics: false,
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
    const check = await checks.check(uri, signal);
    const items = check ? diagnosticsOf(check, client) : [];
    const resultId = resultIdOf(items);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  } catch (error) {
    if (!(error instanceof DocumentChangedError)) throw error;
    const data: DiagnosticServerCancellationData = { retriggerRequest: true };
    throw new ResponseError(LSPErrorCodes.ServerCancelled, error.message, data);
  }
}

/** By its content, so that an id stays good after a restart. */
function resultIdOf(items: readonly Diagnostic[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('base64url');
}
