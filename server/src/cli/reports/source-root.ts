import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../display-path.js';

/**
 * Finds the folder by which GitHub and viewers of SARIF know a file: the top of the git repository, or else the workspace of the
 * GitHub job, or else the working directory.
 */
export function sourceRoot(cwd: string, { GITHUB_WORKSPACE }: NodeJS.ProcessEnv): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  return GITHUB_WORKSPACE && isInside(cwd, GITHUB_WORKSPACE) ? path.resolve(GITHUB_WORKSPACE) : cwd;
}
