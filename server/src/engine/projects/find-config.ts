import path from 'node:path';
import type { ProjectConfig } from './project-config.js';
import { toKey } from './source-texts.js';

/** What the search for a file's configuration asks. */
export interface ConfigSearch {
  exists(file: string): boolean;
  read(path: string): ProjectConfig;
  /** Whether a project reaches a file that it does not name, by imports; this loads the project. */
  reaches(config: ProjectConfig, file: string): boolean;
}

/**
 * Finds the configuration that a file belongs to: the nearest tsconfig.json, or else jsconfig.json, upwards that includes it,
 * itself or through its references.
 *
 * @param file an absolute path
 * @returns the configuration, which is a broken one where the search met one before; undefined where none includes the file
 */
export function findConfig(file: string, search: ConfigSearch): ProjectConfig | undefined {
  for (const directory of ancestors(file)) {
    const config = ['tsconfig.json', 'jsconfig.json']
      .map((name) => path.join(directory, name))
      .find((candidate) => search.exists(candidate));
    const found = config && findIncluding(search.read(config), file, search, new Set());
    if (found) return found;
  }
  return undefined;
}

function findIncluding(
  config: ProjectConfig,
  file: string,
  search: ConfigSearch,
  seen: Set<string>,
): ProjectConfig | undefined {
  seen.add(toKey(config.path));
  if (config.trouble !== undefined || config.files.has(toKey(file))) return config;
  for (const { path: reference } of config.commandLine.projectReferences ?? []) {
    const referenced = configPathOf(reference);
    if (seen.has(toKey(referenced)) || !search.exists(referenced)) continue;
    const found = findIncluding(search.read(referenced), file, search, seen);
    if (found && found.trouble === undefined) return found;
  }
  return canReach(config, file) && search.reaches(config, file) ? config : undefined;
}

/** @returns what a reference means, which names a folder or a configuration file */
export function configPathOf(reference: string): string {
  return reference.endsWith('.json') ? reference : path.join(reference, 'tsconfig.json');
}

function canReach({ commandLine: { fileNames, options } }: ProjectConfig, file: string): boolean {
  if (fileNames.length === 0) return false;
  return /\.[cm]?tsx?$/.test(file) || options.allowJs === true || options.checkJs === true;
}

/** The folders that a file is in, the nearest first. */
export function* ancestors(file: string): Generator<string> {
  for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
    yield directory;
    if (directory === path.dirname(directory)) return;
  }
}
