interface Listed {
  readonly module?: string;
  readonly path: string;
}

/**
 * Finds the entry of a call: its module (undefined for a global, with or without `node:`) and its path. The members of a module are taken
 * for those of its default export, as `require` and the imports of CommonJS modules give them.
 */
export type Lookup<Entry extends Listed> = (module: string | undefined, path: string) => Entry | undefined;

/**
 * Makes entries fast to find. Entries whose module or path has a `*` are tried last.
 *
 * @param entries a table of the catalogue
 * @returns a function that finds one
 */
export function lookupIn<Entry extends Listed>(entries: readonly Entry[]): Lookup<Entry> {
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
    if (module === undefined) return byModule.get(module)?.get(path);
    const name = module.replace(/^node:/, '');
    const paths = byModule.get(name);
    return (
      paths?.get(path) ??
      paths?.get(path.startsWith('default.') ? path.slice('default.'.length) : `default.${path}`) ??
      patterns.find((entry) => fits(entry, name, path))
    );
  };
}

function fits(entry: Listed, module: string, path: string): boolean {
  if (!module.startsWith(entry.module?.slice(0, -1) ?? '')) return false;
  return entry.path.startsWith('*') ? path.replace(/^[^#.]+/, '*') === entry.path : path === entry.path;
}
