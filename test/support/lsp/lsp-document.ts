import {
  CodeActionRequest,
  CodeActionResolveRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  HoverRequest,
  TextDocumentEdit,
  Command,
  type CodeAction,
  type CodeActionContext,
  type CodeActionKind,
  type Diagnostic,
  type CancellationToken,
  type DocumentDiagnosticReport,
  type Hover,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import type { LspClient } from './lsp-client.js';
import { applyEdits, positionAt } from './text-positions.js';

/** As much of a client as a document needs. */
type ConnectedClient = Pick<LspClient, 'connection' | 'messages'>;

/** An open document, as the client sees it. */
export class LspDocument {
  readonly uri: string;
  readonly #client: ConnectedClient;
  #text: string;
  #version = 1;

  private constructor(client: ConnectedClient, uri: string, text: string) {
    this.#client = client;
    this.uri = uri;
    this.#text = text;
  }

  static async open(
    client: ConnectedClient,
    { uri, languageId, text }: { uri: string; languageId: string; text: string },
  ): Promise<LspDocument> {
    const document = new LspDocument(client, uri, text);
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: document.version, text },
    });
    return document;
  }

  get text(): string {
    return this.#text;
  }

  get version(): number {
    return this.#version;
  }

  /** Replaces the first occurrence of a piece of the text, as one incremental change. */
  async replace(piece: string, newText: string): Promise<void> {
    const start = this.#text.indexOf(piece);
    if (start === -1) throw new Error(`The document does not hold ${JSON.stringify(piece)}.`);
    const range = { start: positionAt(this.#text, start), end: positionAt(this.#text, start + piece.length) };
    await this.edit([{ range, newText }]);
  }

  async save(): Promise<void> {
    await this.#client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: this.uri },
    });
  }

  /** Applies edits which mean places in the present text, and sends them last one first, so that each still fits. */
  async edit(edits: readonly TextEdit[]): Promise<void> {
    const lastFirst = edits.toSorted(
      ({ range: { start: a } }, { range: { start: b } }) => b.line - a.line || b.character - a.character,
    );
    this.#text = applyEdits(this.#text, edits);
    this.#version++;
    await this.#client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: lastFirst.map(({ range, newText }) => ({ range, text: newText })),
    });
  }

  /** @returns what a code action changes in this document */
  editsOf({ edit }: CodeAction): TextEdit[] {
    const versioned = (edit?.documentChanges ?? []).filter(
      (change): change is TextDocumentEdit =>
        TextDocumentEdit.is(change) && change.textDocument.uri === this.uri,
    );
    const stale = versioned.find(({ textDocument }) => textDocument.version !== this.#version);
    if (stale) throw new Error('The edit was made for another version.');
    const edits = versioned.flatMap((change) => change.edits.filter((each) => 'newText' in each));
    return [...edits, ...(edit?.changes?.[this.uri] ?? [])];
  }

  /** Applies what a code action changes in this document, as an editor does: what has no edit is asked for it. */
  async apply(action: CodeAction): Promise<void> {
    await this.edit(this.editsOf(action.edit ? action : await this.resolve(action)));
  }

  /** Asks for the edit of a code action. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    return this.#client.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  async close(): Promise<void> {
    await this.#client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri },
    });
  }

  /** Asks for the diagnostics. */
  async report(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.#client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** Asks for the diagnostics, all of them. */
  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.report();
    if (report.kind !== 'full') throw new Error('A first report has to be full.');
    return report.items;
  }

  /** Waits for the diagnostics of the present version to be sent. @param count how many there have to be */
  async published({
    count,
    from = 0,
  }: { count?: number; from?: number } = {}): Promise<PublishDiagnosticsParams> {
    return this.#client.messages.published.first(
      ({ uri, version, diagnostics }) =>
        uri === this.uri &&
        version === this.#version &&
        (count === undefined || diagnostics.length === count),
      from,
    );
  }

  /** Asks about the first occurrence of a piece of the text, where its last word begins. */
  async hover(piece: string, token?: CancellationToken): Promise<Hover | null> {
    const start = this.#text.indexOf(piece);
    if (start === -1) throw new Error(`The document does not hold ${JSON.stringify(piece)}.`);
    const word = start + piece.search(/[\w-]+\W*$/);
    const params = { textDocument: { uri: this.uri }, position: positionAt(this.#text, word) };
    return this.#client.connection.sendRequest(HoverRequest.type, params, token);
  }

  /** Asks for the steps that explain a diagnostic, made for the present version unless told. */
  async explain(finding: unknown, version = this.#version): Promise<unknown> {
    return this.#client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'cancellation.explainFinding',
      arguments: [{ uri: this.uri, version, finding }],
    });
  }

  /** Waits until types have been asked about the present text, as the explanation of a finding does, also of one that is not there. */
  async awaitTypes(): Promise<void> {
    await this.explain({ code: 'none', range: this.cursorIn('') });
  }

  /** Asks what mends some diagnostics. */
  async actions(diagnostics: Diagnostic[], only?: CodeActionKind[]): Promise<CodeAction[]> {
    const everywhere: Range = {
      start: { line: 0, character: 0 },
      end: positionAt(this.#text, this.#text.length),
    };
    const range = diagnostics[0]?.range ?? everywhere;
    return this.actionsAt(range, { diagnostics, ...(only && { only }) });
  }

  /** Asks for code actions at a place, or at the middle of the first occurrence of a piece of the text. */
  async actionsAt(place: Range | string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const answer = await this.#client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri },
      range: typeof place === 'string' ? this.cursorIn(place) : place,
      context: { diagnostics: [], ...context },
    });
    return (answer ?? []).filter((action): action is CodeAction => !Command.is(action));
  }

  /** @returns the empty range in the middle of the first occurrence of a piece of the text */
  cursorIn(piece: string): Range {
    const start = positionAt(this.#text, this.#text.indexOf(piece) + Math.floor(piece.length / 2));
    return { start, end: start };
  }
}
