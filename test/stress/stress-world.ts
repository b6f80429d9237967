import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FileChangeType, type Diagnostic, type TextEdit } from 'vscode-languageserver-protocol/node';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import type { Random } from './random.js';
import type { StressClient } from './stress-client.js';
import type { StressProject } from './stress-project.js';

/** An open document, and what its client remembers of it. */
export interface OpenDocument {
  file: string;
  document: LspDocument;
  /** Earlier texts, the last one last. */
  history: string[];
  /** What was last reported, whatever has been edited since. */
  reported: { resultId: string | undefined; items: readonly Diagnostic[] };
}

/** Everything that decides about the findings: the files on disk, the open documents and the settings. */
export class StressWorld {
  readonly project: StressProject;
  readonly client: StressClient;
  readonly disk: Map<string, string>;
  readonly open = new Map<string, OpenDocument>();
  settings: unknown = null;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(project: StressProject, client: StressClient) {
    this.project = project;
    this.client = client;
    this.#texts = new Map([...project.files, ...project.newFiles]);
    this.disk = new Map(project.files);
    client.lsp.settings = () => this.settings;
  }

  /** The paths of all sources that there are, have been or can be. */
  get sources(): string[] {
    return [...this.#texts.keys()].filter((file) => file.startsWith('src/'));
  }

  /** @returns what stands in a file before anybody edits it */
  firstText(file: string): string {
    return this.#texts.get(file) ?? '';
  }

  absolute(file: string): string {
    return path.join(this.project.folder, file);
  }

  /** Opens a document with the text that is on disk, or one that is not on disk yet. */
  async openDocument(file: string): Promise<void> {
    if (this.open.has(file)) return;
    const text = this.disk.get(file) ?? this.firstText(file);
    const document = await this.client.lsp.open(this.absolute(file), text);
    this.open.set(file, { file, document, history: [], reported: { resultId: undefined, items: [] } });
  }

  async closeDocument({ file, document }: OpenDocument): Promise<void> {
    this.open.delete(file);
    await document.close();
  }

  /** Writes or removes files, and tells of all of them at once. @param texts by path; undefined for a file that is to go */
  async changeDisk(texts: ReadonlyMap<string, string | undefined>): Promise<void> {
    const changes: Record<string, FileChangeType> = {};
    for (const [file, text] of texts) {
      const isThere = this.disk.has(file);
      if (text === undefined) {
        if (!isThere) continue;
        this.disk.delete(file);
        await rm(this.absolute(file));
        changes[this.absolute(file)] = FileChangeType.Deleted;
      } else {
        this.disk.set(file, text);
        await writeFile(this.absolute(file), text);
        changes[this.absolute(file)] = isThere ? FileChangeType.Changed : FileChangeType.Created;
      }
    }
    await this.client.lsp.filesChanged(changes);
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.client.lsp.settingsChanged(settings);
  }
}

/** @returns one of the open documents, if there is any */
export function anyOpen({ open }: StressWorld, random: Random): OpenDocument | undefined {
  return open.size === 0 ? undefined : random.pick([...open.values()]);
}

/** Edits a document, so that it can be undone. */
export async function change({ document, history }: OpenDocument, edits: readonly TextEdit[]): Promise<void> {
  history.push(document.text);
  await document.edit(edits);
}
