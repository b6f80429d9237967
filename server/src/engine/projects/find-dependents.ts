import path from 'node:path';
import { ancestors, configPathOf, type ConfigSearch } from './find-config.js';
import type { ProjectConfig } from './project-config.js';
import { toKey } from './source-texts.js';

/**
 * Finds the configurations that refer to one, themselves or by way of others: those that a configuration in a folder above it leads to.
 *
 * @returns those that name files, without the one that was asked about
 */
export function findDependents(
  config: ProjectConfig,
  search: Pick<ConfigSearch, 'exists' | 'read'>,
): ProjectConfig[] {
  const known = new Map<string, ProjectConfig>();
  for (const folder of ancestors(config.path)) collect(path.join(folder, 'tsconfig.json'), search, known);
  const dependents = new Set<ProjectConfig>([config]);
  for (const target of dependents) {
    for (const other of known.values()) {
      if (referencesOf(other).some((each) => toKey(each) === toKey(target.path))) dependents.add(other);
    }
  }
  dependents.delete(config);
  return [...dependents].filter(({ files, trouble }) => files.size > 0 && trouble === undefined);
}

function collect(
  configPath: string,
  search: Pick<ConfigSearch, 'exists' | 'read'>,
  known: Map<string, ProjectConfig>,
): void {
  if (known.has(toKey(configPath)) || !search.exists(configPath)) return;
  const config = search.read(configPath);
  known.set(toKey(configPath), config);
  for (const reference of referencesOf(config)) collect(reference, search, known);
}

function referencesOf({ commandLine }: ProjectConfig): string[] {
  return (commandLine.projectReferences ?? []).map((reference) => configPathOf(reference.path));
}
