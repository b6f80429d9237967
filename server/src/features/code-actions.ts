import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActionRequest, CurrentDiagnostic } from '../actions/action-request.js';
import { actionKinds, producersOf } from '../actions/action-table.js';
import { isDiagnosticData } from '../diagnostics/diagnostic-data.js';
import { diagnosticSource, diagnosticsOf } from '../diagnostics/diagnostic.js';
import { DocumentChangedError } from '../session/document-check.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Offers what mends the findings. */
export function codeActions(session: Session): Feature {
  const { connection, client } = session;
  if (!client.takesCodeActions) return { capabilities: {} };
  connection.onCodeAction((params, token) =>
    withSignal(token, (signal) => actionsFor(session, params, signal)),
  );
  return { capabilities: { codeActionProvider: { codeActionKinds: [...actionKinds] } } };
}

async function actionsFor(
  session: Session,
  params: CodeActionParams,
  signal: AbortSignal,
): Promise<CodeAction[]> {
  const producers = producersOf(params.context.only);
  const document = session.documents.get(params.textDocument.uri);
  if (producers.length === 0 || !document) return [];
  const { version } = document;
  try {
    const diagnostics = await currentDiagnostics(session, document, params.context.diagnostics, signal);
    const request: ActionRequest = {
      client: session.client,
      document,
      diagnostics,
      check: () => session.checks.check(document.uri, signal),
    };
    const actions = await Promise.all(producers.map((producer) => producer.produce(request)));
    signal.throwIfAborted();
    return document.version === version ? actions.flat() : [];
  } catch (error) {
    if (error instanceof DocumentChangedError) return [];
    throw error;
  }
}

/** Ours among the diagnostics that the client sent, without those that were made for another version of the document. */
async function currentDiagnostics(
  session: Session,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
  signal: AbortSignal,
): Promise<CurrentDiagnostic[]> {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  const whole = session.client.keepsDiagnosticData
    ? ours
    : await recover(session, document.uri, ours, signal);
  return whole.flatMap((diagnostic) => {
    const data: unknown = diagnostic.data;
    return isDiagnosticData(data) && data.version === document.version ? [{ diagnostic, data }] : [];
  });
}

/** Finds the diagnostics once more that a client sends back without their data. */
async function recover(
  { checks, client }: Session,
  uri: string,
  sent: readonly Diagnostic[],
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  const check = sent.length > 0 ? await checks.check(uri, signal) : undefined;
  if (!check) return [];
  return diagnosticsOf(check, client).filter((found) => sent.some((diagnostic) => isSame(diagnostic, found)));
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.code === other.code &&
    one.message === other.message &&
    JSON.stringify(one.range) === JSON.stringify(other.range)
  );
}
