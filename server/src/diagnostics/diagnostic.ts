import {
  DiagnosticSeverity,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type TextEdit,
} from 'vscode-languageserver';
import type { Finding, TextEdit as OffsetEdit } from '../engine/finding.js';
import type { ShownSeverity } from '../engine/rule-selection.js';
import type { DocumentCheck, DocumentVersion } from '../session/document-check.js';
import type { ClientSupport } from '../support/client-support.js';
import type { DiagnosticData } from './diagnostic-data.js';

/** The `source` of every diagnostic of ours. */
export const diagnosticSource = 'cancellation';

const severities: Record<ShownSeverity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** @returns the diagnostics of a check, as much of them as the client can show */
export function diagnosticsOf(check: DocumentCheck, client: ClientSupport): Diagnostic[] {
  return check.findings.map((finding) => diagnosticOf(finding, check.document, client));
}

/** @returns the diagnostic of one finding */
export function diagnosticOf(finding: Finding, document: DocumentVersion, client: ClientSupport): Diagnostic {
  return {
    range: finding.range,
    severity: severities[finding.shownAs ?? finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: finding.message,
    ...(client.showsCodeDescription && { codeDescription: { href: finding.page } }),
    ...(client.showsRelatedInformation && { relatedInformation: relatedInformationOf(finding, document) }),
    data: dataOf(finding, document),
  };
}

function relatedInformationOf(finding: Finding, { uri }: DocumentVersion): DiagnosticRelatedInformation[] {
  return finding.related.map(({ range, message }) => ({ location: { uri, range }, message }));
}

function dataOf(finding: Finding, document: DocumentVersion): DiagnosticData {
  return {
    version: document.version,
    ...(finding.fix && { fix: editOf(finding.fix, document) }),
    suggestions: finding.suggestions.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => editOf(edit, document)),
    })),
  };
}

/** @returns an edit in the protocol's terms */
export function editOf({ start, end, text }: OffsetEdit, document: DocumentVersion): TextEdit {
  return {
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  };
}
