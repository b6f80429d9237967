import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packWorkspace, type PackedPackage } from './packed-package.js';
import { findNode } from './trials/find-node.js';
import { pageWithTable } from './trials/trials-table.js';
import { trials } from './trials/trials.js';
import { TrialProject } from './trials/trial-project.js';
import type { Trial } from './trials/trial.js';

// `npm run test:hosts -- [--update] [<word> ...]` packs the packages, installs them beside each host, and uses them there.
// Words choose the trials whose names have one of them; `--update` writes the table of docs/hosts.md where all have passed.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false } },
});
const words = positionals.map((word) => word.toLowerCase());
const chosen = trials.filter(({ name, group }) => {
  return words.length === 0 || words.some((word) => `${group} ${name}`.toLowerCase().includes(word));
});
if (chosen.length === 0) {
  console.error('No trial is called that.');
  process.exit(2);
}

const packed = [await packWorkspace('eslint-plugin'), await packWorkspace('server')];
let passed = 0;
let failed = 0;
try {
  for (const trial of chosen) {
    for (const node of trial.nodes ?? [undefined]) {
      if (await passes(trial, packed, node)) passed++;
      else failed++;
    }
  }
} finally {
  for (const one of packed) await one.dispose();
}
if (values.update && failed === 0 && chosen.length === trials.length) {
  const page = fileURLToPath(new URL('../../docs/hosts.md', import.meta.url));
  await writeFile(page, await pageWithTable(await readFile(page, 'utf8'), trials));
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
if (failed > 0) process.exitCode = 1;

/** Tries one thing on one Node, and says how it went. */
async function passes(
  trial: Trial,
  packages: readonly PackedPackage[],
  node: string | undefined,
): Promise<boolean> {
  const label = `${trial.name}, Node ${node ?? process.versions.node}`;
  const start = performance.now();
  let project: TrialProject | undefined;
  try {
    project = await TrialProject.make(trial, packages, node === undefined ? undefined : await findNode(node));
    await trial.use(project);
    console.log(`passed  ${label} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${label}\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await project?.dispose();
  }
}
