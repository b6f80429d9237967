import type { WorkspaceFolder, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { isWithin } from '../config/eslint/find-eslint-config.js';

/** What a client's initialize request says of its folders; older clients have one root. */
interface FolderParams {
  workspaceFolders?: WorkspaceFolder[] | null;
  rootUri?: string | null;
}

/** The folders that the client has open. */
export class WorkspaceFolders {
  readonly #folders: Set<string>;

  constructor({ workspaceFolders, rootUri }: FolderParams) {
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ''];
    this.#folders = new Set(uris.flatMap(pathOf));
  }

  /** The absolute paths of those on disk. */
  get all(): readonly string[] {
    return [...this.#folders];
  }

  /** @returns the innermost folder in which a file lies, or undefined where it lies in none */
  find(file: string): string | undefined {
    return this.all
      .filter((folder) => isWithin(file, folder))
      .sort((one, other) => other.length - one.length)
      .at(0);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    for (const { uri } of removed) for (const folder of pathOf(uri)) this.#folders.delete(folder);
    for (const { uri } of added) for (const folder of pathOf(uri)) this.#folders.add(folder);
  }
}

function pathOf(uri: string): string[] {
  const { scheme, fsPath } = URI.parse(uri);
  return scheme === 'file' ? [fsPath] : [];
}
