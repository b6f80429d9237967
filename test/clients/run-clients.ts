import { parseArgs } from 'node:util';
import { drive } from './drive.js';
import { editors, type Editor } from './editors.js';
import { findVersion } from './find-version.js';

// `npm run test:clients -- [--required] [<name> ...]` does in each editor what a user does: sees findings, mends one, silences one.
// An editor that is not installed counts as a failure only with `--required`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { required: { type: 'boolean', default: false } },
});
const words = positionals.map((word) => word.toLowerCase());
const chosen = editors.filter(({ name }) => {
  return words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
});
if (chosen.length === 0) {
  console.error(`No editor is called that. There are: ${editors.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const editor of chosen) {
  const isRight = await tryEditor(editor);
  if (isRight === true) passed++;
  if (isRight === false) failed++;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

/** @returns undefined where the editor is not installed and need not be */
async function tryEditor(editor: Editor): Promise<boolean | undefined> {
  const version = await findVersion(editor);
  if (version === undefined) {
    console.log(`${editor.name}: not installed`);
    return values.required ? false : undefined;
  }
  const start = performance.now();
  const differences = await drive(editor);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (differences.length === 0) console.log(`${editor.name}: passed in ${seconds} s (${version})`);
  else console.log(`${editor.name}: failed (${version})\n${differences.join('\n')}`);
  return differences.length === 0;
}
