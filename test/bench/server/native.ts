import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Engine } from '../../../server/build/engine/engine.js';
import { loadNative } from '../../../server/build/engine/native/load-native.js';
import { presetSelection } from '../../../server/build/engine/rule-selection.js';
import { installedNative } from '../../native/installed-native.js';
import { asking } from '../../support/lsp/client-capabilities.js';
import { table } from '../../support/table.js';
import { generatedProject, publishedProject, type BenchProject } from './bench-projects.js';
import { measure, type Measurement } from './measure.js';
import { ourServer } from './measured-processes.js';

// `npm run bench:native -- [--edits <n>] [--files <n>]` measures the built language server as an editor sees it: without types, with
// those of TypeScript 6, and with those of TypeScript 7.1, whose memory is counted with the server's. Then it checks all files
// of the projects with both, and says in how many the findings differ.
const { values } = parseArgs({
  options: { edits: { type: 'string', default: '30' }, files: { type: 'string', default: '1000' } },
});
const options = { edits: Number(values.edits) };
const native = await installedNative();

for (const project of [await generatedProject(Number(values.files)), await publishedProject('ai', '7.0.173')])
  await using(project, measureProject);
for (const [name, version] of [
  ['ai', '7.0.173'],
  ['openai', '7.57.0'],
  ['mongodb', '7.9.0'],
  ['@mistralai/mistralai', '2.7.0'],
] as const)
  await using(await publishedProject(name, version), compareFindings);

/** Lays TypeScript 7.1 beside what a project has installed, and takes the project away in the end. */
async function using(project: BenchProject, work: (project: BenchProject) => Promise<void>): Promise<void> {
  try {
    const scope = path.join(project.folder, 'node_modules', '@typescript');
    await mkdir(scope, { recursive: true });
    await symlink(native.folder, path.join(scope, 'native'));
    await work(project);
  } finally {
    await rm(project.folder, { recursive: true });
  }
}

async function measureProject(project: BenchProject): Promise<void> {
  const measured = async (settings: unknown): Promise<Measurement> =>
    measure(project, () => ourServer(project, asking, settings), {
      ...options,
      first: project.files[1] ?? '',
    });
  const none = await measured({ types: { enable: false } });
  const own = await measured(null);
  const other = await measured({ types: { engine: 'native' } });
  const row = (title: string, of: (each: Measurement) => number | undefined): string[] => {
    const [without = NaN, six = NaN, seven = NaN] = [none, own, other].map(of);
    return [title, ...[without, six, seven].map((value) => value.toFixed(0)), (seven / six).toFixed(2)];
  };
  console.log(`\n${project.title} (${project.size} files), ${options.edits} edits a file, milliseconds\n`);
  console.log(
    table([
      ['', 'without types', 'TypeScript 6', `TypeScript ${native.version}`, 'of TypeScript 6'],
      row('cold start to the first findings', ({ coldStart }) => coldStart),
      ...project.files.flatMap((file, index) => [
        row(`edit of ${path.basename(file)} (${own.lines[index]} lines), p50`, ({ p50 }) => p50[index]),
        row('the same, p95', ({ p95 }) => p95[index]),
      ]),
      row('memory, MB', ({ memory }) => memory),
    ]),
  );
}

/** Checks all files of a project with the types of either. */
async function compareFindings({ title, folder }: BenchProject): Promise<void> {
  const selection = presetSelection('strict');
  const troubles = new Set<string>();
  const engine = new Engine({ loadNative, onTrouble: (trouble) => troubles.add(trouble) });
  const names = (await readdir(path.join(folder, 'src'), { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  );
  const count = { files: 0, findings: 0, typed: 0, different: [] as string[] };
  for (const name of names) {
    const document = {
      file: path.join(folder, 'src', name),
      text: await readFile(path.join(folder, 'src', name), 'utf8'),
    };
    const none = await engine.checkText(document, { selection, types: false });
    const own = await engine.checkText(document, { selection });
    const other = await engine.checkText(document, { selection, types: native });
    count.files++;
    count.findings += own.findings.length;
    if (!isDeepStrictEqual(none, own)) count.typed++;
    if (!isDeepStrictEqual(own, other)) count.different.push(name);
  }
  engine.dispose();
  const { files, findings, typed, different } = count;
  console.log(
    `${title}: ${findings} findings in ${files} files, of which types change ${typed}; other ones with TypeScript ${native.version} in ${different.length} (${different.join(', ')})`,
  );
  for (const trouble of troubles) console.log(trouble);
}
