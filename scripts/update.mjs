import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { generateDocuments } from './generate-documents.mjs';
import { generateExtension } from './generate-extension.mjs';
import { generateSnippets } from './generate-snippets.mjs';
import { generateSources } from './generate-source.mjs';
import { readSnippets } from './read-snippets.mjs';
import { build, root } from './set-up.mjs';

/** @typedef {import('./generate-source.mjs').Generated} Generated */

// `npm run update` writes what follows from other files; `npm run update -- --check` only says what is stale.
const isCheck = process.argv.includes('--check');

const snippets = await readSnippets(root);
await bringUpToDate([...generateSources(root), ...generateSnippets(snippets)]);
await build();
const { guidance } = await import('../eslint-plugin/build/guidance.js');
const { rules } = await import('../eslint-plugin/build/rules.js');
await bringUpToDate([
  ...generateDocuments(root, { guidance, rules, snippets, sampleRun: sampleRun() }),
  ...generateExtension(root, rules),
]);

/**
 * Writes the files that differ, or ends the process with 1 where this is a check and one differs.
 *
 * @param {readonly Generated[]} files
 */
async function bringUpToDate(files) {
  const stale = await findStale(files);
  for (const { file, text } of stale) {
    if (!isCheck) writeFileSync(join(root, file), text);
    console.error(isCheck ? `${file} is stale. Run \`npm run update\`.` : `Updated ${file}.`);
  }
  if (isCheck && stale.length > 0) process.exit(1);
}

/**
 * @param {readonly Generated[]} files
 * @returns {Promise<Generated[]>} the files whose text differs from what is on disk, formatted
 */
async function findStale(files) {
  const formatted = await Promise.all(
    files.map(async ({ file, text }) => {
      const path = join(root, file);
      const options = await prettier.resolveConfig(path);
      return { file, text: await prettier.format(text, { ...options, filepath: path }) };
    }),
  );
  return formatted.filter(({ file, text }) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, 'utf8') !== text;
  });
}

/** @returns {string} what the shell command says of the samples, without colours */
function sampleRun() {
  const command = join('server', 'dist', 'cancellation-lint.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'check', 'samples'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    encoding: 'utf8',
  });
  if (status !== 1)
    throw new Error(`The samples could not be checked (exit code ${status}):\n${stdout}${stderr}`);
  return stdout.replaceAll('\\', '/');
}
