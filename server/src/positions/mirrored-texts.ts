import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The texts of documents as the client has them: what it has told of open ones, and of others what stands on disk. */
export class MirroredTexts {
  readonly #open = new Map<string, TextDocument>();

  open(uri: string, text: string): void {
    this.#open.set(uri, TextDocument.create(uri, '', 0, text));
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** @param change counted in UTF-16 */
  change(uri: string, change: TextDocumentContentChangeEvent): void {
    const document = this.#open.get(uri);
    if (document) TextDocument.update(document, [change], 0);
  }

  /** @returns the document; undefined where it is not open and cannot be read */
  find(uri: string): TextDocument | undefined {
    return this.#open.get(uri) ?? readDocument(uri);
  }
}

function readDocument(uri: string): TextDocument | undefined {
  try {
    return TextDocument.create(uri, '', 0, readFileSync(fileURLToPath(uri), 'utf8'));
  } catch {
    // Not a file, or gone: then nobody can say what its lines hold.
    return undefined;
  }
}
