import type { CodeAction, CodeActionKind, Diagnostic } from 'vscode-languageserver';
import type { DiagnosticData } from '../diagnostics/diagnostic-data.js';
import type { DocumentCheck, DocumentVersion } from '../session/document-check.js';
import type { ClientSupport } from '../support/client-support.js';

/** A diagnostic of ours whose edits fit the document as it is. */
export interface CurrentDiagnostic {
  diagnostic: Diagnostic;
  data: DiagnosticData;
}

/** What a producer of code actions gets to know. */
export interface ActionRequest {
  client: ClientSupport;
  document: DocumentVersion;
  /** The diagnostics at the place where the client asks. */
  diagnostics: readonly CurrentDiagnostic[];
  /** All that is found in the document; nothing where it is not checked. */
  check(): Promise<DocumentCheck | undefined>;
}

/** A kind of code action, and what makes actions of it. */
export interface ActionProducer {
  kind: CodeActionKind;
  produce(request: ActionRequest): Promise<CodeAction[]>;
}
