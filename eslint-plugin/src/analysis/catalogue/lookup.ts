interface Listed {
  readonly module?: string;
  readonly path: string;
}

/**
 * Finds the entry of a call: its module (undefined for a global, with or without `node:`) and its path. A member of the
 * module itself, as `require` and namespace imports give it, is found as a member of its default export too.
 */
export type Lookup<Entry extends Listed> = (module: string | undefined, path: string) => Entry | undefined;

/**
 * Makes entries fast to find. Entries whose module or path has a `*` are tried last.
 *
 * @param entries a table of the catalogue
 * @param core modules whose members are the same through their default export
 * @returns a function that finds one
 */
export function lookupIn<Entry extends Listed>(
  entries: readonly Entry[],
  core: ReadonlySet<string>,
): Lookup<Entry> {
  const byModule = new Map<string | undefined, Map<string, Entry>>();
  const patterns: Entry[] = [];
  for (const entry of entries) {
    if (entry.module?.endsWith('*')) patterns.push(entry);
    else {
      const paths = byModule.get(entry.module) ?? new Map<string, Entry>();
      byModule.set(entry.module, paths.set(entry.path, entry));
    }
  }
  return (module, path) => {
    const name = module?.replace(/^node:/, '');
    const paths = byModule.get(name);
    if (name === undefined) return paths?.get(path);
    return (
      paths?.get(core.has(name) ? path.replace(/^default\./, '') : path) ??
      paths?.get(`default.${path}`) ??
      patterns.find((entry) => fits(entry, name, path))
    );
  };
}

function fits(entry: Listed, module: string, path: string): boolean {
  if (!module.startsWith(entry.module?.slice(0, -1) ?? '')) return false;
  return entry.path.startsWith('*') ? path.replace(/^[^#.]+/, '*') === entry.path : path === entry.path;
}
