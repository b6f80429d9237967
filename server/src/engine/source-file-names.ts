import path from 'node:path';

/** The extensions, without a dot, of the files that the engine checks. */
export const sourceExtensions = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'] as const;

const extensions: ReadonlySet<string> = new Set(sourceExtensions);

/** @returns true for JavaScript and TypeScript files, by their extension; declaration files hold no code and do not count */
export function isSourceFile(file: string): boolean {
  return extensions.has(path.extname(file).slice(1)) && !isDeclarationFile(file);
}

/** @returns true for `.d.ts`, `.d.mts`, `.d.cts` and the like of `.d.css.ts` */
export function isDeclarationFile(file: string): boolean {
  return /\.d\.(?:[^./\\]+\.)?[cm]?ts$/.test(file);
}
