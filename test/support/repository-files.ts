import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Lists the files of the repository as they are on disk, whether they are committed or not, without what git ignores.
 *
 * @param patterns git's, such as `*.md` for every Markdown file; all files where there is none
 * @returns paths from the top of the repository, with `/`
 */
export function repositoryFiles(...patterns: string[]): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...patterns];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  // A file that is deleted and not yet committed is still listed.
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}
