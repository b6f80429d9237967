import path from 'node:path';
import type { URI } from 'vscode-uri';

/**
 * @param uri the address of what is on no disk
 * @returns an absolute path that no disk has, for those who go by the names of files and folders; a name in angle brackets is what
 *   ESLint calls a text without a file
 */
export function virtualFile({ scheme, authority, path: place }: URI): string {
  return path.resolve('/', `<${scheme}>`, authority, `.${path.posix.normalize(place)}`);
}
