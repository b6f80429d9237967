import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Model } from '../model.js';

interface Package {
  folder: string;
  isLibrary: boolean;
  executables: readonly string[];
}

const packageOfFolder = new Map<string, Package | undefined>();

const executableName = /^(?:cli|bin|main|server|start|run|worker|daemon|watch|dev)\b|[-.](?:cli|bin)\b/i;

/**
 * Is the file a part of a package that other programs import: one that is published, has an entry, and of which this
 * file exports something? A file with a hashbang, one that the package names as an executable, and one that is called
 * like one is none. The nearest `package.json` is read once per folder.
 *
 * @param filename the file's path; false where it has no package around it
 */
export function isLibraryFile({ sourceCode }: Model, filename: string): boolean {
  if (isExecutableFile({ sourceCode }, filename)) return false;
  const found = findPackage(dirname(filename));
  if (!found?.isLibrary) return false;
  const path = relative(found.folder, filename).replaceAll('\\', '/');
  const isListed = found.executables.some((each) => each.replace(/^\.\//, '') === path);
  return !isListed && /^\s*export\b|\bmodule\.exports\b|^\s*exports\.\w/m.test(sourceCode.text);
}

/** @returns true for a file with a hashbang, and for one whose name or folder says that it is run */
export function isExecutableFile({ sourceCode }: Pick<Model, 'sourceCode'>, filename: string): boolean {
  return (
    sourceCode.text.startsWith('#!') ||
    executableName.test(basename(filename)) ||
    /[\\/](?:bin|cli|scripts|examples?)[\\/]/.test(filename)
  );
}

function findPackage(folder: string): Package | undefined {
  if (packageOfFolder.has(folder)) return packageOfFolder.get(folder);
  const found =
    readPackage(folder) ?? (dirname(folder) === folder ? undefined : findPackage(dirname(folder)));
  packageOfFolder.set(folder, found);
  return found;
}

function readPackage(folder: string): Package | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest)) return undefined;
    const hasEntry = 'exports' in manifest || 'main' in manifest || 'module' in manifest;
    const isPrivate = 'private' in manifest && manifest.private === true;
    return { folder, isLibrary: hasEntry && !isPrivate, executables: executablesOf(manifest) };
  } catch {
    // There is no manifest here, or none that can be read.
    return undefined;
  }
}

function executablesOf(manifest: object): string[] {
  const bin: unknown = 'bin' in manifest ? manifest.bin : undefined;
  const paths: unknown[] = typeof bin === 'object' && bin !== null ? Object.values(bin) : [bin];
  return paths.filter((path) => typeof path === 'string');
}
