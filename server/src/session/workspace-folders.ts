import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { isWithin } from '../support/is-within.js';
import { virtualFile } from './virtual-file.js';

/** What a client's initialize request says of its folders; older clients have one root. */
interface FolderParams {
  workspaceFolders?: WorkspaceFolder[] | null;
  rootUri?: string | null;
}

/** The folders that the client has open. */
export class WorkspaceFolders {
  readonly #hasDisk: boolean;
  /** By their addresses in one spelling. */
  readonly #folders = new Map<string, URI>();

  /** @param hasDisk false where `file:` too means what cannot be read */
  constructor({ workspaceFolders, rootUri }: FolderParams, hasDisk: boolean) {
    this.#hasDisk = hasDisk;
    for (const uri of workspaceFolders?.map((folder) => folder.uri) ?? (rootUri ? [rootUri] : []))
      this.#add(uri);
  }

  /** The absolute paths of those on disk. */
  get all(): readonly string[] {
    return [...this.#folders.values()].filter((uri) => this.#isOnDisk(uri)).map(({ fsPath }) => fsPath);
  }

  /** The addresses of those on no disk. */
  get virtual(): readonly string[] {
    return this.#virtual.map((uri) => uri.toString(true));
  }

  /** @returns true where a folder on no disk has an address of this kind */
  hasVirtual(scheme: string): boolean {
    return this.#virtual.some((uri) => uri.scheme === scheme);
  }

  /** @returns the innermost folder in which a file lies, whether it is on disk or not; undefined where it lies in none */
  find(file: string): string | undefined {
    return [...this.all, ...this.#virtual.map(virtualFile)]
      .filter((folder) => isWithin(file, folder))
      .sort((one, other) => other.length - one.length)
      .at(0);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    for (const { uri } of removed) this.#folders.delete(URI.parse(uri).toString());
    for (const { uri } of added) this.#add(uri);
  }

  #add(address: string): void {
    const uri = URI.parse(address);
    this.#folders.set(uri.toString(), uri);
  }

  get #virtual(): URI[] {
    return [...this.#folders.values()].filter((uri) => !this.#isOnDisk(uri));
  }

  #isOnDisk({ scheme }: URI): boolean {
    return this.#hasDisk && scheme === 'file';
  }
}
