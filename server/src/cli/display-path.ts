import path from 'node:path';

/** @returns a path as people and other programs read it: relative to a folder where it can be, and with `/` */
export function displayPath(file: string, from: string): string {
  return (path.relative(from, file) || '.').split(path.sep).join('/');
}

/** @returns true for a folder itself and all that is below it */
export function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
