import path from 'node:path';
import { URI } from 'vscode-uri';
import { isDeclarationFile, isSourceFile } from '../engine/source-file-names.js';
import { virtualFile } from './virtual-file.js';
import type { WorkspaceFolders } from './workspace-folders.js';

/** How a document is checked. */
export interface CheckTarget {
  /** An absolute path whose extension says what the language is; of what is on no disk, one that no disk has. */
  file: string;
  /** False for what no TypeScript project can include. */
  mayHaveTypes: boolean;
  /** True for a document of a virtual workspace: what is beside it cannot be read. */
  isVirtual: boolean;
}

/**
 * Tells how to check an open document.
 *
 * @returns undefined for what is not checked: other languages, declarations, installed packages, and addresses that are neither
 *   untitled nor of a kind that holds a workspace, such as the old side of a comparison or the cell of a notebook
 */
export type TargetFinder = (document: { uri: string; languageId: string }) => CheckTarget | undefined;

const extensions: Partial<Record<string, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
};

/**
 * @param folders those of the client: addresses of their kinds are checked
 * @param hasDisk false where `file:` too means what cannot be read
 */
export function targetFinder(folders: WorkspaceFolders, hasDisk: boolean): TargetFinder {
  return ({ uri: address, languageId }) => {
    const uri = URI.parse(address);
    const extension = extensions[languageId];
    if (uri.scheme === 'untitled' && extension !== undefined) {
      const file = path.resolve('/', path.basename(uri.path) + extension);
      return { file, mayHaveTypes: false, isVirtual: false };
    }
    const isVirtual = uri.scheme !== 'file' || !hasDisk;
    if (uri.scheme !== 'file' && !folders.hasVirtual(uri.scheme)) return undefined;
    const file = isVirtual ? virtualFile(uri) : uri.fsPath;
    if (isDeclarationFile(file) || isInstalled(file)) return undefined;
    if (isSourceFile(file)) return { file, mayHaveTypes: !isVirtual, isVirtual };
    return extension === undefined ? undefined : { file: file + extension, mayHaveTypes: false, isVirtual };
  };
}

function isInstalled(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}
