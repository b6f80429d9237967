import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { asking, refreshing } from '../../support/lsp/client-capabilities.js';
import { table } from '../../support/table.js';
import { generatedProject, publishedProject, type BenchProject } from './bench-projects.js';
import { measure } from './measure.js';
import { eslintProcess, ourServer, typescriptProcess } from './measured-processes.js';
import { parseRatio } from './parse-ratio.js';

// `npm run bench:server -- [--edits <n>] [--files <n>]` measures the built language server as an editor sees it, beside the same
// rules in ESLint with typescript-eslint's project service, in one run on one machine: the times mean little, their ratio does.
const { values } = parseArgs({
  options: { edits: { type: 'string', default: '30' }, files: { type: 'string', default: '1000' } },
});
const edits = Number(values.edits);

for (const project of [
  await generatedProject(Number(values.files)),
  await publishedProject('ai', '7.0.173'),
]) {
  try {
    await measureProject(project);
  } finally {
    await rm(project.folder, { recursive: true });
  }
}

async function measureProject(project: BenchProject): Promise<void> {
  const [, first = ''] = project.files;
  const options = { first, edits };
  const waiting = await measure(project, () => ourServer(project, asking), options);
  const hasty = await measure(project, () => ourServer(project, refreshing), options);
  const eslint = await measure(project, () => Promise.resolve(eslintProcess(project)), options);
  const typescript = await measure(project, () => Promise.resolve(typescriptProcess(project)), options);
  const { ofParse, ofTraverse, files } = await parseRatio(project);

  console.log(
    `\n${project.title} (${String(project.size)} files), ${String(edits)} edits a file, milliseconds\n`,
  );
  console.log(
    table([
      ['', 'without types', 'with types', 'ESLint, project service', 'with types : ESLint'],
      ['cold start to the first findings', ...compared(hasty.coldStart, waiting.coldStart, eslint.coldStart)],
      ...project.files.map((file, index) => [
        `edit of ${path.basename(file)} (${String(waiting.lines[index])} lines), p50`,
        ...compared(hasty.p50[index], waiting.p50[index], eslint.p50[index]),
      ]),
      ...project.files.map((_, index) => [
        'the same, p95',
        ...compared(hasty.p95[index], waiting.p95[index], eslint.p95[index]),
      ]),
      ['save action, p50', ...compared(hasty.save, waiting.save, undefined)],
      ['memory, MB', ...compared(hasty.memory, waiting.memory, eslint.memory)],
    ]),
  );
  console.log(
    `\nTypeScript's language service with the same edits takes ${typescript.memory.toFixed(0)} MB, the server ${(waiting.memory / typescript.memory).toFixed(2)} times as much.`,
  );
  console.log(
    `A check without types takes ${ofParse.toFixed(2)} times as long as parsing, and ${ofTraverse.toFixed(2)} times as long as ESLint with a rule that does nothing (${String(files)} files whose text may hold findings).`,
  );
}

function compared(quick?: number, typed?: number, eslint?: number): string[] {
  const ratio = typed !== undefined && eslint !== undefined ? (typed / eslint).toFixed(2) : '';
  return [...[quick, typed, eslint].map((value) => value?.toFixed(0) ?? ''), ratio];
}
