import { build } from 'esbuild';
import { existsSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { enginePlugins } from './bundle-plugins.mjs';
import { root } from './set-up.mjs';
import { writeLicences } from './write-licences.mjs';

/** @typedef {Omit<import('esbuild').BuildOptions, 'entryPoints'>} BuildOptions */

// Writes the dist/ of the packages of npm from what the compiler made of them; the server's holds all that it uses but TypeScript.

/**
 * What npm gets is bundled, because Node takes longer to find and link hundreds of modules than to run them: a command
 * of the shell is there in less than half the time. It is not minified, so that a stack trace can be read.
 *
 * @satisfies {BuildOptions}
 */
const options = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The oldest Node that the packages allow.
  target: 'node20.19',
  splitting: true,
  logLevel: 'warning',
};

/** What CommonJS finds in its surroundings and ES modules, into which it is bundled, do not have. */
const commonJsNames = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
  'const { filename: __filename, dirname: __dirname } = import.meta;',
].join('\n');

const licences = join(root, 'server', 'dist', 'third-party-licences.txt');

// What is fresh stays as it is, because somebody may be running it.
if (await isStale()) {
  await bundle('eslint-plugin', {
    entryPoints: {
      index: 'index.js',
      refactorings: 'refactorings/index.js',
      related: 'related.js',
      signals: 'signals.js',
      threading: 'threading.js',
      types: 'types.js',
    },
    packages: 'external',
  });
  const inputs = await bundle('server', {
    // Side by side, since a module finds the file of a thread beside its own.
    entryPoints: {
      'cancellation-language-server': 'main.js',
      'cancellation-lint': 'cli/main.js',
      'config-thread': 'config/eslint/config-thread.js',
      'engine-thread': 'engine-thread/engine-thread.js',
      protocol: 'protocol.js',
      thread: 'cli/threads/thread.js',
    },
    banner: { js: commonJsNames },
    external: ['typescript'],
    plugins: enginePlugins,
  });
  await writeLicences(licences, inputs);
}

/** @returns {Promise<boolean>} whether anything that goes into the bundles is newer than they are */
async function isStale() {
  if (!existsSync(join(root, 'eslint-plugin', 'dist', 'index.js'))) return true;
  // Written last.
  const written = statSync(licences, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const compiled = ['eslint-plugin', 'server'].map((workspace) => join(root, workspace, 'build'));
  const modules = await Promise.all(
    compiled.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(folder, name)),
    ),
  );
  const scripts = ['bundle.mjs', 'bundle-plugins.mjs'].map((name) => join(root, 'scripts', name));
  const used = [...scripts, join(root, 'package-lock.json'), ...modules.flat()];
  return used.some((file) => statSync(file).mtimeMs > written);
}

/**
 * Writes the dist/ of a package from what the compiler has made of it in build/.
 *
 * @param {string} workspace its folder
 * @param {BuildOptions & { entryPoints: Record<string, string> }} own the files of build/ by the name of their bundle
 * @returns {Promise<string[]>} the absolute paths of what went into it
 */
async function bundle(workspace, { entryPoints, ...own }) {
  const folder = join(root, workspace);
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  const { metafile } = await build({
    ...options,
    ...own,
    entryPoints: Object.fromEntries(
      Object.entries(entryPoints).map(([name, file]) => [name, join(folder, 'build', file)]),
    ),
    metafile: true,
    absWorkingDir: folder,
    outdir: 'dist',
  });
  return Object.keys(metafile.inputs).map((file) => join(folder, file));
}
