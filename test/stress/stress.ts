import { parseArgs } from 'node:util';
import { asking, refreshing } from '../support/lsp/client-capabilities.js';
import { table } from '../support/table.js';
import { idleFigures, loadFigures } from './figures.js';
import { fuzzRun } from './fuzz-run.js';

// `npm run stress -- [--seed <n>] [--steps <n>] [--every <n>] [--files <n>]` uses the built language server as nobody would, in
// an order that the seed decides, once as a client that waits for types and once as one that is told to ask again. After every so
// many steps it has to say the same as a server that is started anew. What goes wrong is printed with its seed and step, and the
// command ends with 1. Then it measures saves, cancellations, and idling in a repository of so many files; 0 leaves that out.
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    steps: { type: 'string', default: '10000' },
    every: { type: 'string', default: '1000' },
    files: { type: 'string', default: '5000' },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const steps = Number(values.steps);
const files = Number(values.files);

for (const [name, capabilities] of Object.entries({ asking, refreshing })) {
  if (steps === 0) break;
  console.log(`${values.steps} steps of a client that is ${name}, with the seed ${String(seed)}`);
  const outcome = await fuzzRun({
    seed,
    steps,
    comparedEvery: Number(values.every),
    capabilities,
    onProgress: (words) => {
      console.log(`  ${words}`);
    },
  });
  const { complaints, requests, cancelled, findings, memory } = outcome;
  for (const complaint of complaints) console.log(`\n${complaint}`);
  console.log(
    `  ${String(requests)} requests, ${String(cancelled)} of them cancelled; ${String(findings)} findings compared; ${String(complaints.length)} complaints`,
  );
  const [first = 0] = memory;
  const figures = [first, Math.max(...memory), memory.at(-1) ?? 0].map((each) => each.toFixed(0));
  console.log(`  memory at the first comparison, at most and in the end: ${figures.join(', ')} MB\n`);
  if (complaints.length > 0) process.exitCode = 1;
}
const idling = files > 0 ? await idleFigures(files, AbortSignal.timeout(10 * 60_000)) : [];
console.log(table([...(await loadFigures()), ...idling]));
