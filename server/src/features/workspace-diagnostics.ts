import {
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { resultIdOf } from '../diagnostics/result-id.js';
import { closedDiagnostics } from '../session/closed-findings.js';
import type { Feature, Session } from '../session/session.js';
import { checkWorkspaceFiles } from '../session/workspace-checks.js';
import { firing, withSignal } from '../support/cancellation.js';

/**
 * Answers a client that asks for the diagnostics of the whole workspace. Such a client asks again as soon as it has an answer; a
 * second answer waits until something has changed.
 */
export function workspaceDiagnostics(session: Session): Feature {
  const { connection, client, clientState, checks } = session;
  if (!client.pullsDiagnostics || !clientState.isWorkspaceShown) return { capabilities: {} };
  let isAnswered = false;
  checks.onOutdated(() => {
    isAnswered = false;
  });
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    withSignal(token, async (signal) => {
      if (isAnswered && params.previousResultIds.length > 0) await firing(checks.onOutdated, signal);
      isAnswered = true;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for await (const report of reports(session, params, signal)) {
        if (partial) partial.report({ items: [report] });
        else items.push(report);
      }
      return { items };
    }),
  );
  return { capabilities: {} };
}

async function* reports(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  signal: AbortSignal,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport, void> {
  const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  for await (const { uri, findings } of checkWorkspaceFiles(session, signal)) {
    const items = closedDiagnostics(uri, findings, session.client);
    const resultId = resultIdOf(items);
    const known = before.get(uri);
    before.delete(uri);
    if (known === resultId)
      yield { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
    else if (items.length > 0 || known !== undefined)
      yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
  }
  // Files that are gone, or open by now.
  for (const uri of before.keys())
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
}
