import { build } from 'esbuild';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enginePlugins } from '../../scripts/bundle-plugins.mjs';
import { writeLicences } from '../../scripts/write-licences.mjs';

/** The folder of the extension. */
export const extension = fileURLToPath(new URL('..', import.meta.url));

const require = createRequire(import.meta.url);
const dist = join(extension, 'dist');
const server = join(dirname(require.resolve('cancellation-language-server/package.json')), 'build');

/** What the server runs: itself, and its threads. @type {Record<string, string>} */
const serverEntries = {
  server: join(server, 'main.js'),
  'engine-thread': join(server, 'engine-thread', 'engine-thread.js'),
  'config-thread': join(server, 'config', 'eslint', 'config-thread.js'),
};

/** @satisfies {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: extension,
  outdir: dist,
  bundle: true,
  minify: true,
  metafile: true,
  logLevel: 'warning',
};

/** @satisfies {import('esbuild').BuildOptions} */
const forNode = {
  ...options,
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  // VS Code 1.100, the oldest that the manifest allows, runs extensions on Node 20.
  target: 'node20',
};

/** @satisfies {import('esbuild').BuildOptions} */
const forBrowsers = { ...options, platform: 'browser', target: 'es2023' };

/** The bundle of it for npm begins with what only an ES module can run. */
const protocol = { 'cancellation-language-server/protocol': join(server, 'protocol.js') };

const standIns = join(extension, 'src', 'stand-ins');
const files = join(standIns, 'files.ts');

/** What stands in for Node's modules in a browser; one that is missing here ends the build with an error. */
const browserModules = {
  'node:path': require.resolve('path-browserify'),
  'node:fs': files,
  'node:fs/promises': files,
  'node:crypto': join(standIns, 'crypto.ts'),
  'node:timers/promises': join(standIns, 'timers.ts'),
  'node:util': join(standIns, 'node-util.ts'),
  // Finds the projects that a parser may be told of, which ours is not.
  tinyglobby: files,
  // Reads what git ignores, which is asked of files on a disk only.
  globby: files,
};

/**
 * Writes into dist/ what the extension runs: the client, the server with all that it uses, both once more for browsers, TypeScript's
 * declarations of the language and the web, and the licences of what is bundled. The server has to be compiled before.
 *
 * @returns {Promise<Record<string, number>>} the sizes of the bundles in bytes, by path from the extension's folder
 */
export async function bundle() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  const bundles = await Promise.all([
    build({
      ...forNode,
      entryPoints: { extension: 'src/extension.ts' },
      external: ['vscode'],
      alias: protocol,
    }),
    build({
      ...forNode,
      entryPoints: serverEntries,
      plugins: enginePlugins,
      // Files find their threads by their own address, which CommonJS tells in another way.
      define: { 'import.meta.url': 'ownAddress' },
      banner: { js: "const ownAddress = require('node:url').pathToFileURL(__filename).href;" },
    }),
    build({
      ...forBrowsers,
      entryPoints: { browser: 'src/browser.ts' },
      external: ['vscode'],
      alias: protocol,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
    }),
    build({
      ...forBrowsers,
      entryPoints: { 'browser-server': join(server, 'browser.js') },
      plugins: enginePlugins,
      alias: browserModules,
      inject: [join(standIns, 'process.ts')],
    }),
  ]);
  const metafiles = bundles.map(({ metafile }) => metafile);
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  await writeLicences(
    join(dist, 'third-party-licences.txt'),
    inputs.map((file) => join(extension, file)),
  );
  await copyTypeScriptLibraries();
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  return Object.fromEntries(outputs.map(([file, { bytes }]) => [file, bytes]));
}

/** TypeScript looks for its lib.*.d.ts beside the file that it runs from, which is the server's bundle. */
async function copyTypeScriptLibraries() {
  const libraries = dirname(require.resolve('typescript'));
  const names = (await readdir(libraries)).filter((name) => /^lib\..*d\.ts$/.test(name));
  await Promise.all(names.map((name) => copyFile(join(libraries, name), join(dist, name))));
}
