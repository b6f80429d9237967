import { TextDocument } from 'vscode-languageserver-textdocument';
import { Emitter, type TextDocuments } from 'vscode-languageserver/node';
import type { DocumentSettings } from '../config/document-settings.js';
import type { Engine } from '../engine/engine.js';
import type { FileResult, Finding } from '../engine/finding.js';
import { presetSelection } from '../engine/rule-selection.js';
import type { Log } from '../support/log.js';
import { findCheckTarget } from './check-target.js';

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

/** What the checks of documents need. */
export interface CheckContext {
  log: Log;
  documents: TextDocuments<TextDocument>;
  engine: Engine;
  settings: DocumentSettings;
  /** False where the disk can change without a word, so that no result is good for long. */
  isDiskWatched: boolean;
}

/** Checks open documents, and remembers what it found until something changes that could change it. */
export class DocumentChecks {
  readonly #context: CheckContext;
  readonly #outdated = new Emitter<void>();
  readonly #known = new Map<string, { generation: number; check: DocumentCheck }>();
  readonly #troubles = new Map<string, string | undefined>();
  #generation = 0;

  /** Fires when findings may have changed for another reason than an edit. */
  readonly onOutdated = this.#outdated.event;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  /**
   * @param uri the address of an open document
   * @returns what there is to find in its present version; nothing for a document that is not checked
   * @throws the signal's reason when it aborts, or a DocumentChangedError
   */
  async check(uri: string, signal: AbortSignal): Promise<DocumentCheck | undefined> {
    const { documents, settings } = this.#context;
    const { preset, rules, types, maximumFileSize } = await settings.of(uri, signal);
    const open = documents.get(uri);
    const target = open && findCheckTarget(open);
    if (!target) return undefined;
    const known = this.#known.get(uri);
    if (known?.generation === this.#generation && this.#context.isDiskWatched) return known.check;
    const generation = this.#generation;
    const document = TextDocument.create(uri, open.languageId, open.version, open.getText());
    const result = await this.#context.engine.checkText(
      { file: target.file, text: document.getText() },
      {
        selection: presetSelection(preset, rules),
        types: types.enable && target.mayHaveTypes,
        maximumBytes: maximumFileSize * 1024,
        signal,
      },
    );
    if (documents.get(uri)?.version !== document.version)
      throw new DocumentChangedError('The document was edited.');
    this.#log(uri, result);
    const check = { document, findings: result.findings };
    this.#known.set(uri, { generation, check });
    return check;
  }

  /** Takes note that a text was edited, opened or closed: what imports it may be found otherwise too. */
  documentChanged(): void {
    this.#generation++;
  }

  /** Takes note that findings may have changed, and tells those who show them. */
  outdate(): void {
    this.#generation++;
    this.#outdated.fire();
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#troubles.delete(uri);
  }

  #log(uri: string, { trouble, isSyntaxError }: FileResult): void {
    if (trouble !== undefined && this.#troubles.get(uri) !== trouble) {
      const { log } = this.#context;
      if (isSyntaxError) log.info(`${uri}: ${trouble}`);
      else log.warn(`${uri}: ${trouble}`);
    }
    this.#troubles.set(uri, trouble);
  }
}
