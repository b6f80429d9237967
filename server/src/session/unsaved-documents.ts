import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Knows which open documents have edits that are not saved yet. */
export class UnsavedDocuments {
  readonly #documents: TextDocuments<TextDocument>;
  /** The version of each document that counts as saved. */
  readonly #saved = new Map<string, number>();

  constructor(documents: TextDocuments<TextDocument>) {
    this.#documents = documents;
    documents.onDidOpen(({ document: { uri, version } }) => this.#saved.set(uri, version));
    documents.onDidSave(({ document: { uri, version } }) => this.#saved.set(uri, version));
    documents.onDidClose(({ document: { uri } }) => this.#saved.delete(uri));
  }

  /** @returns true where a document was edited since it was opened or saved; what is no file yet has nothing to be saved to */
  has(uri: string): boolean {
    return !uri.startsWith('untitled:') && this.#saved.get(uri) !== this.#documents.get(uri)?.version;
  }

  /** Lets all documents count as saved as they are. */
  forget(): void {
    for (const { uri, version } of this.#documents.all()) this.#saved.set(uri, version);
  }
}
