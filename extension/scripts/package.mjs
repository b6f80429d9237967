import { createVSIX } from '@vscode/vsce';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, extension } from './bundle.mjs';
import { measureActivation } from './measure-activation.mjs';
import { megabytes } from './megabytes.mjs';

/** @type {{ name: string, version: string, repository: { url: string, directory: string } }} */
const { name, version, repository } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;

/**
 * @param {'blob' | 'raw'} kind the page of a file, or its content
 * @returns {string} where the extension's folder is on the web
 */
function addressOf(kind) {
  return `${repository.url.replace(/\.git$/, '')}/${kind}/HEAD/${repository.directory}`;
}

const bundles = await bundle();
await copyFile(join(extension, '..', 'LICENSE'), join(extension, 'LICENSE'));
await createVSIX({
  cwd: extension,
  packagePath: join(extension, vsix),
  dependencies: false,
  // The marketplace shows the page without the package's files; by itself, vsce does not look into the folder.
  baseContentUrl: addressOf('blob'),
  baseImagesUrl: addressOf('raw'),
});

const sizes = { ...bundles, [vsix]: (await stat(join(extension, vsix))).size };
for (const [file, bytes] of Object.entries(sizes)) console.log(`${file}: ${megabytes(bytes)}`);
const { activated, free } = await measureActivation();
console.log(`activated in ${activated.toFixed(0)} ms, its client loaded after ${free.toFixed(0)} ms`);
// What the client begins with a stand-in for the editor has no end.
process.exit();
