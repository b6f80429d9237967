import { createVSIX } from '@vscode/vsce';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, extension } from './bundle.mjs';
import { measureActivation } from './measure-activation.mjs';
import { megabytes } from './megabytes.mjs';

const { name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;

const bundles = await bundle();
await copyFile(join(extension, '..', 'LICENSE'), join(extension, 'LICENSE'));
await createVSIX({
  cwd: extension,
  packagePath: join(extension, vsix),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const sizes = { ...bundles, [vsix]: (await stat(join(extension, vsix))).size };
for (const [file, bytes] of Object.entries(sizes)) console.log(`${file}: ${megabytes(bytes)}`);
const { activated, free } = await measureActivation();
console.log(`activated in ${activated.toFixed(0)} ms, its client loaded after ${free.toFixed(0)} ms`);
// What the client begins with a stand-in for the editor has no end.
process.exit();
