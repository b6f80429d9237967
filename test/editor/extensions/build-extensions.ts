import { copyFile, cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const sources = import.meta.dirname;

/** Builds the stand-in for the ESLint extension. @param folder the empty folder that becomes the extension */
export async function buildEslintExtension(folder: string): Promise<void> {
  await copyFile(path.join(sources, 'eslint', 'package.json'), path.join(folder, 'package.json'));
  await bundle(path.join(sources, 'eslint', 'extension.ts'), path.join(folder, 'extension.cjs'));
}

/**
 * Builds our extension once more, with a rule that has an automatic fix.
 *
 * @param extension the folder of the extension
 * @param folder the empty folder that becomes the other one
 */
export async function buildAutofixExtension(extension: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  // The server asks the rules whether they have fixes, and its thread runs them.
  for (const name of ['server', 'engine-thread'])
    await bundle(path.join(sources, 'autofix', `${name}.ts`), path.join(folder, 'dist', `${name}.cjs`));
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
    define: { 'import.meta.url': 'ownAddress' },
    banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
  });
}
