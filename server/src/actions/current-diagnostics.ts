import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isDiagnosticData } from '../diagnostics/diagnostic-data.js';
import { diagnosticSource, diagnosticsOf } from '../diagnostics/diagnostic.js';
import type { Session } from '../session/session.js';
import type { CurrentDiagnostic } from './action-request.js';

/** @returns ours among the diagnostics that the client sent, without those that were made for another version of the document */
export async function currentDiagnostics(
  session: Session,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
  signal: AbortSignal,
): Promise<CurrentDiagnostic[]> {
  // ALE sends no sources back.
  const ours = diagnostics.filter(({ source = diagnosticSource }) => source === diagnosticSource);
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
    one.code === other.code && one.message === other.message && isDeepStrictEqual(one.range, other.range)
  );
}
