import path from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { root } from '../support/repository-files.js';
import { userCache } from '../support/user-cache.js';
import { examplePrograms } from './example-programs.js';
import { realFiles } from './real-files.js';
import { splicedPrograms } from './spliced-program.js';
import { tryEverything } from './try-everything.js';

// `npm run fuzz -- [--files <n>] [--programs <n>] [--seed <n>] [folder ...]` runs all rules and makes all suggestions over so many
// files of the folders, by default of this project's dependencies and of what the benches have installed, and over programs
// that are put together from pieces of the rules' examples. It prints what must not happen and did, and ends with 1 where
// there is any.
const { values, positionals } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    programs: { type: 'string', default: '3000' },
    seed: { type: 'string' },
  },
  allowPositionals: true,
});

const total = { files: 0, findings: 0, suggestions: 0, complaints: 0 };
const folders =
  positionals.length > 0
    ? positionals
    : [path.join(root, 'node_modules'), userCache('cancellation-ecosystem')];
for await (const { file, text } of realFiles(folders.map((folder) => path.resolve(folder)))) {
  take(file, text);
  if (total.files === Number(values.files)) break;
}
console.log(`${total.files} real files, ${total.findings} findings, ${total.suggestions} suggestions`);

const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const programs = fc.sample(splicedPrograms(examplePrograms()), { numRuns: Number(values.programs), seed });
for (const text of programs) take('/spliced.tsx', text);
console.log(`${programs.length} programs with the seed ${seed}; ${total.complaints} complaints in all`);
if (total.complaints > 0) process.exitCode = 1;

function take(file: string, text: string): void {
  const outcome = tryEverything(file, text);
  if (!outcome) return;
  total.files += 1;
  total.findings += outcome.findings;
  total.suggestions += outcome.suggestions;
  total.complaints += outcome.complaints.length;
  for (const complaint of outcome.complaints) console.log(`${complaint}\n`);
  if (outcome.complaints.length > 0 && file === '/spliced.tsx') console.log(`${text}\n`);
}
