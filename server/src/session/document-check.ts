import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../engine/finding.js';

/** A document as it was in one version; the open one goes on changing. */
export type DocumentVersion = Pick<TextDocument, 'uri' | 'version' | 'positionAt'>;

/** What was found in one version of a document. */
export interface DocumentCheck {
  document: DocumentVersion;
  findings: readonly Finding[];
}

/** Why a check came to nothing: the document was edited or closed while it ran. */
export class DocumentChangedError extends Error {
  override readonly name = 'DocumentChangedError';
}
