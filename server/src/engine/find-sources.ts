import { existsSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { convertPathToPattern, globbyStream, isDynamicPattern, isGitIgnored, type Options } from 'globby';
import picomatch from 'picomatch';
import { reasonOf } from '../support/reason-of.js';
import { isDeclarationFile, isSourceFile } from './source-file-names.js';

/** A file or folder that could not be looked at, and why, in one sentence. */
export interface SourceTrouble {
  /** The absolute path. */
  file: string;
  message: string;
}

/** The files to check, absolute and without duplicates, and what could not be looked at. */
export interface FoundSources {
  files: string[];
  troubles: SourceTrouble[];
}

/** What is never code of the project's own, whatever git says of it. */
const neverChecked = ['**/node_modules/**', '**/*.min.{js,cjs,mjs}'];

/**
 * Finds the JavaScript and TypeScript files that a user's paths stand for. A file stands for itself; a declaration, which holds
 * nothing to check, and what the patterns leave out stand for nothing, since hooks name whatever has changed. A folder stands for
 * the files below it, except hidden ones, packages, minified files, declarations and what git ignores; links inside it are not
 * followed. A folder that git ignores was named on purpose, so there git is not asked.
 *
 * @param paths files and folders, relative to `cwd` or absolute
 * @param search where the paths start, which further patterns to leave out, and what stops the search
 * @throws the signal's reason when it aborts
 */
export async function findSources(
  paths: readonly string[],
  search: { cwd: string; ignore: readonly string[]; signal: AbortSignal },
): Promise<FoundSources> {
  const files = new Set<string>();
  const troubles: SourceTrouble[] = [];
  const ignore = search.ignore.map((pattern) => patternFrom(search.cwd, pattern));
  for (const given of paths) {
    const found = await findBelow(path.resolve(search.cwd, given), ignore, search.signal);
    for (const file of found.files) files.add(file);
    troubles.push(...found.troubles);
  }
  return { files: [...files], troubles };
}

/** A pattern without a folder of its own holds everywhere, any other from the folder where the paths start. */
function patternFrom(folder: string, pattern: string): string {
  return pattern.startsWith('**/') ? pattern : `${convertPathToPattern(folder)}/${pattern}`;
}

async function findBelow(
  start: string,
  ignore: readonly string[],
  signal: AbortSignal,
): Promise<FoundSources> {
  try {
    const stats = await stat(start);
    if (stats.isDirectory()) return await findInFolder(start, ignore, signal);
    if (!stats.isFile()) return trouble(start, 'This is neither a file nor a folder.');
  } catch (error) {
    signal.throwIfAborted();
    const advice = isDynamicPattern(start) ? ' Patterns are not read here; name files and folders.' : '';
    return trouble(start, `The path cannot be read: ${reasonOf(error)}.${advice}`);
  }
  if (isDeclarationFile(start) || isLeftOut(start, ignore)) return { files: [], troubles: [] };
  if (isSourceFile(start)) return { files: [start], troubles: [] };
  return trouble(start, 'This is not a JavaScript or TypeScript source file, by its extension.');
}

function isLeftOut(file: string, ignore: readonly string[]): boolean {
  const place = file.replaceAll(path.sep, '/');
  return ignore.some((pattern) => picomatch.isMatch(place, pattern, { dot: true }));
}

async function findInFolder(
  folder: string,
  ignore: readonly string[],
  signal: AbortSignal,
): Promise<FoundSources> {
  const found: FoundSources = { files: [], troubles: await troubleOfFolder(folder) };
  const entries = globbyStream('**', {
    cwd: folder,
    absolute: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    ignore: [...neverChecked, ...ignore],
    ...(await gitIgnoreOf(folder)),
    suppressErrors: true,
  });
  for await (const { path: file, dirent } of entries) {
    signal.throwIfAborted();
    if (dirent.isFile() && isSourceFile(file)) found.files.push(path.normalize(file));
    if (dirent.isDirectory()) found.troubles.push(...(await troubleOfFolder(path.normalize(file))));
  }
  if (found.files.length === 0 && found.troubles.length === 0)
    return trouble(folder, 'There are no JavaScript or TypeScript source files to check in this folder.');
  return { ...found, files: found.files.sort() };
}

/** Inside a folder that git ignores only its own ignore files count. */
async function gitIgnoreOf(folder: string): Promise<Pick<Options, 'gitignore' | 'ignoreFiles'>> {
  return (await isIgnoredFromAbove(folder)) ? { ignoreFiles: '**/.gitignore' } : { gitignore: true };
}

/** Asks the ignore files in the folders above, up to the top of the repository. */
async function isIgnoredFromAbove(folder: string): Promise<boolean> {
  let below = folder;
  while (!existsSync(path.join(below, '.git')) && below !== path.dirname(below)) {
    below = path.dirname(below);
    const isIgnored = await isGitIgnored({ cwd: below, deep: 1, suppressErrors: true });
    // A pattern such as `build/` means folders only, which the slash tells.
    if (isIgnored(`${folder}/`)) return true;
  }
  return false;
}

async function troubleOfFolder(folder: string): Promise<SourceTrouble[]> {
  try {
    await access(folder, constants.R_OK | constants.X_OK);
    return [];
  } catch (error) {
    return [{ file: folder, message: `The folder cannot be read: ${reasonOf(error)}.` }];
  }
}

function trouble(file: string, message: string): FoundSources {
  return { files: [], troubles: [{ file, message }] };
}
