import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Tells files of one TypeScript project from those of another, without reading a configuration: by the nearest folder upwards that
 * has a tsconfig.json or a jsconfig.json.
 *
 * @returns a function from an absolute path to the folder; undefined where there is none, and so no program
 */
export function projectFolders(): (file: string) => string | undefined {
  const known = new Map<string, string | undefined>();

  function nearest(folder: string): string | undefined {
    if (known.has(folder)) return known.get(folder);
    const found = isConfigured(folder) ? folder : nearestAbove(folder);
    known.set(folder, found);
    return found;
  }

  function nearestAbove(folder: string): string | undefined {
    const above = path.dirname(folder);
    return above === folder ? undefined : nearest(above);
  }

  return (file) => nearest(path.dirname(file));
}

function isConfigured(folder: string): boolean {
  return ['tsconfig.json', 'jsconfig.json'].some((name) => existsSync(path.join(folder, name)));
}
