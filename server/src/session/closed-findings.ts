import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../diagnostics/diagnostic.js';
import type { Finding } from '../engine/finding.js';
import type { ClientSupport } from '../support/client-support.js';

/** No document that a client opens has this version, so that nothing is mended by what was found before. */
const closedVersion = -1;

/** @returns the diagnostics of a file that is not open; they carry no edits, since those of an open document are made for its version */
export function closedDiagnostics(
  uri: string,
  findings: readonly Finding[],
  client: ClientSupport,
): Diagnostic[] {
  const document = TextDocument.create(uri, '', closedVersion, '');
  const withoutEdits = findings.map(({ rule, severity, shownAs, message, range, page, related }) => ({
    ...{ rule, severity, ...(shownAs && { shownAs }), message, range, page, related },
    suggestions: [],
  }));
  return diagnosticsOf({ document, findings: withoutEdits }, client);
}

/** Shows what was found in files that are not open, each until it is opened, changed or checked again. */
export class ClosedFindings {
  readonly #connection: Connection;
  readonly #client: ClientSupport;
  readonly #shown = new Set<string>();

  constructor(connection: Connection, client: ClientSupport) {
    this.#connection = connection;
    this.#client = client;
  }

  async show(uri: string, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) {
      await this.clear(uri);
      return;
    }
    this.#shown.add(uri);
    const diagnostics = closedDiagnostics(uri, findings, this.#client);
    await this.#connection.sendDiagnostics({ uri, diagnostics });
  }

  async clear(uri: string): Promise<void> {
    if (this.#shown.delete(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
