import path from 'node:path';
import { URI } from 'vscode-uri';
import { isDeclarationFile, isSourceFile } from '../engine/source-file-names.js';

/** How a document is checked. */
export interface CheckTarget {
  /** An absolute path whose extension says what the language is. */
  file: string;
  /** False for what no TypeScript project can include. */
  mayHaveTypes: boolean;
}

const extensions: Partial<Record<string, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
};

/**
 * Tells how to check an open document.
 *
 * @returns undefined for what is not checked: other languages, declarations, installed packages, and addresses that are neither
 *   files nor untitled, such as the old side of a comparison
 */
export function findCheckTarget(document: { uri: string; languageId: string }): CheckTarget | undefined {
  const uri = URI.parse(document.uri);
  const extension = extensions[document.languageId];
  if (uri.scheme === 'untitled' && extension !== undefined) {
    return { file: path.resolve('/', path.basename(uri.path) + extension), mayHaveTypes: false };
  }
  const file = uri.fsPath;
  if (uri.scheme !== 'file' || isDeclarationFile(file) || isInstalled(file)) return undefined;
  if (isSourceFile(file)) return { file, mayHaveTypes: true };
  return extension === undefined ? undefined : { file: file + extension, mayHaveTypes: false };
}

function isInstalled(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}
