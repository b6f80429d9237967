import path from 'node:path';
import picomatch from 'picomatch';

/**
 * @param file an absolute path
 * @param folder the workspace's folder in which the file lies, where it lies in one
 * @param patterns globs below that folder; one that names a folder means everything in it
 */
export function isExcluded(file: string, folder: string | undefined, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  const place = path.relative(folder ?? path.parse(file).root, file).replaceAll(path.sep, '/');
  const globs = patterns.flatMap((pattern) => [pattern, `${pattern.replace(/\/+$/, '')}/**`]);
  return picomatch.isMatch(place, globs, { dot: true });
}
