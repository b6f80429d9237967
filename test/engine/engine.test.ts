import path from 'node:path';
import plugin from 'eslint-plugin-cancellation';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { Engine, type EngineOptions, type QuickResult } from '../../server/src/engine/engine.js';
import type { FileResult } from '../../server/src/engine/finding.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.js';

// `runningJob` has a finding where its import is a signal, and where nobody knows what it is; so no finding means types.
const typedProject = { 'tsconfig.json': '{}', 'job.ts': jobModule('string'), 'run.ts': runningJob };
const found = { findings: [{ rule: swallowingRule }] };
const nothing = { findings: [] };

describe('the engine', () => {
  const engines: Engine[] = [];
  afterEach(() => {
    for (const engine of engines.splice(0)) engine.dispose();
  });

  function engineWith(options?: EngineOptions): Engine {
    const engine = new Engine(options);
    engines.push(engine);
    return engine;
  }

  it('checks a file with the types of its project, or without when asked', async () => {
    const run = path.join(await temporaryFolder(typedProject), 'run.ts');
    const engine = engineWith();
    expect(await engine.checkFile(run)).toEqual({ file: run, findings: [] });
    expect(await engine.checkFile(run, { types: false })).toMatchObject(found);
  });

  it('checks a text that is not the one on disk with types too, and forgets it', async () => {
    const folder = await temporaryFolder(typedProject);
    const [job, run] = [path.join(folder, 'job.ts'), path.join(folder, 'run.ts')];
    const engine = engineWith();
    const text = `${runningJob}\n${swallowing.code}`;
    expect((await engine.checkText({ file: run, text })).findings).toHaveLength(1);
    expect(await engine.checkFile(run)).toMatchObject(nothing);

    await engine.checkText({ file: job, text: `${jobModule('AbortSignal')}// No signal is used.\n` });
    expect(await engine.checkFile(run)).toMatchObject(nothing);
  });

  it('counts a byte order mark in its edits, so that they fit the text that it was given', async () => {
    const text = `\uFEFF${runningJob}${swallowing.code}`;
    const folder = await temporaryFolder({ ...typedProject, 'run.ts': text });
    const engine = engineWith();
    for (const check of [
      engine.checkFile(path.join(folder, 'run.ts')),
      engine.checkText({ file: path.join(folder, 'run.ts'), text }),
    ]) {
      const { findings } = await check;
      const [finding, ...others] = findings;
      expect(others, 'it has types').toEqual([]);
      const edit = finding?.suggestions[0]?.edits[0];
      expect(edit && text.slice(0, edit.start)).toMatch(/catch \(error\) \{$/);
    }
  });

  it('checks many files in their order, and gives each trouble in its place', async () => {
    const folder = await temporaryFolder({
      'load.ts': swallowing.code,
      'typed.ts': `${swallowing.code}}`,
      'mended.ts': mended,
    });
    const files = ['load.ts', 'missing.ts', 'typed.ts', 'mended.ts'].map((name) => path.join(folder, name));
    const results: FileResult[] = [];
    for await (const result of engineWith().checkFiles(files)) results.push(result);
    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results).toMatchObject([
      found,
      { trouble: 'The file cannot be read: no such file or directory.' },
      { findings: [], trouble: expect.stringMatching(/^Syntax error at line 8, column 1: /) as string },
      nothing,
    ]);
  });

  it('stops between two files when it is aborted, with the reason', async () => {
    const folder = await temporaryFolder({ 'load.ts': swallowing.code });
    const controller = new AbortController();
    const reason = new Error('That is enough.');
    let count = 0;
    const checked = (async () => {
      const files = Array.from({ length: 3 }, () => path.join(folder, 'load.ts'));
      for await (const result of engineWith().checkFiles(files, { signal: controller.signal })) {
        expect(result).toMatchObject(found);
        count += 1;
        controller.abort(reason);
      }
    })();
    await expect(checked).rejects.toBe(reason);
    expect(count).toBe(1);
  });

  it('lets an abort in that arrives while a check waits for its turn', async () => {
    const controller = new AbortController();
    const check = engineWith().checkText(
      { file: '/nowhere/load.ts', text: swallowing.code },
      { signal: controller.signal },
    );
    controller.abort();
    await expect(check).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not parse what can hold no finding', async () => {
    const engine = engineWith();
    const broken = 'const one = ;\n';
    expect(await engine.checkText({ file: '/nowhere/a.ts', text: broken })).not.toHaveProperty('trouble');
    expect(await engine.checkText({ file: '/nowhere/a.ts', text: `${broken}// signal` })).toHaveProperty(
      'trouble',
    );
  });

  it('says at once what there is to find without types, and whether they could change that', async () => {
    const run = path.join(await temporaryFolder(typedProject), 'run.ts');
    const engine = engineWith();
    const text = `${runningJob}\n${swallowing.code}`;
    expect(engine.quickCheck({ file: run, text: runningJob })).toMatchObject({ ...found, types: 'missing' });
    expect(engine.quickCheck({ file: run, text }).findings).toHaveLength(2);
    expect((await engine.checkText({ file: run, text })).findings).toHaveLength(1);
    engine.openDocument({ file: run, text });
    expect(engine.quickCheck({ file: run, text })).toMatchObject({ ...found, types: 'given' });
    const plain = 'export const stop = () => { process.exit(); };\n';
    expect(engine.quickCheck({ file: run, text: plain })).toMatchObject({ ...nothing, types: 'unasked' });
    expect(engine.quickCheck({ file: run, text: runningJob }, { types: false })).toMatchObject({
      ...found,
      types: 'unasked',
    });
  });

  it('parses each version of an open document once, without types and with them', async () => {
    const run = path.join(await temporaryFolder(typedProject), 'run.ts');
    const engine = engineWith();
    const versions = [1, 2, 3].map((version) => `${runningJob}// Version ${version}.\n`);
    for (const [index, text] of versions.entries()) {
      engine.openDocument({ file: run, text });
      const before = engine.parses;
      expect(engine.quickCheck({ file: run, text }).types).toBe(index === 0 ? 'missing' : 'given');
      expect(await engine.checkText({ file: run, text })).toMatchObject(nothing);
      // TypeScript has its own tree of the first one: nobody knew yet to which project it belongs.
      expect(engine.parses - before, `version ${index + 1}`).toBe(index === 0 ? 2 : 1);
    }
  });

  it('answers quick checks while a project loads', async () => {
    const run = path.join(await temporaryFolder(typedProject), 'run.ts');
    const answers: FileResult[] = [];
    const engine: Engine = engineWith({
      onPause: () => {
        if (answers.length === 0) answers.push(engine.quickCheck({ file: run, text: swallowing.code }));
      },
    });
    expect(await engine.checkFile(run)).toMatchObject(nothing);
    expect(answers).toMatchObject([found]);
  });

  it('answers quick checks while it checks another text with types', async () => {
    const run = path.join(await temporaryFolder(typedProject), 'run.ts');
    const text = `${runningJob}\n${swallowing.code}`;
    const answers: QuickResult[] = [];
    let isAsked = false;
    const engine: Engine = engineWith({
      onPause: () => {
        if (isAsked) answers.push(engine.quickCheck({ file: run, text: swallowing.code.repeat(2) }));
      },
    });
    await engine.checkFile(run);
    isAsked = true;
    // As a language server does it, which has the text open.
    engine.openDocument({ file: run, text });
    const { findings, types } = engine.quickCheck({ file: run, text });
    expect({ findings, types }).toMatchObject({ ...found, types: 'given' });
    expect(findings).toHaveLength(1);
    expect(answers[0]?.findings).toHaveLength(2);
  });

  it('gives right answers for more projects than it keeps', async () => {
    const one = path.join(await temporaryFolder(typedProject), 'run.ts');
    const two = path.join(
      await temporaryFolder({ ...typedProject, 'job.ts': jobModule('AbortSignal') }),
      'run.ts',
    );
    const engine = engineWith({ projectLimits: { projects: 1, idle: 60_000 } });
    for (const turn of [1, 2]) {
      expect(await engine.checkFile(one), `turn ${turn}`).toMatchObject(nothing);
      expect(await engine.checkFile(two), `turn ${turn}`).toMatchObject(found);
    }
  });

  it('looks at the disk for each check where nobody watches it', async () => {
    const folder = await temporaryFolder({ ...typedProject, 'tsconfig.json': '{ "files": ["job.ts"] }' });
    const run = path.join(folder, 'run.ts');
    const engine = engineWith({ isDiskWatched: false });
    expect(await engine.checkFile(run)).toMatchObject(found);
    await writeFiles(folder, { 'tsconfig.json': '{ "files": ["job.ts", "run.ts"] }' });
    expect(await engine.checkFile(run)).toMatchObject(nothing);
    await writeFiles(folder, { 'job.ts': jobModule('AbortSignal') });
    expect(await engine.checkFile(run)).toMatchObject(found);
  });

  it('tells once of a broken configuration, until it is mended and broken again', async () => {
    const folder = await temporaryFolder({ ...typedProject, 'tsconfig.json': '{' });
    const [config, run] = [path.join(folder, 'tsconfig.json'), path.join(folder, 'run.ts')];
    const troubles: string[] = [];
    const engine = engineWith({ onTrouble: (trouble) => troubles.push(trouble) });
    const rewrite = async (text: string) => {
      await writeFiles(folder, { 'tsconfig.json': text });
      engine.filesChanged([{ file: config, kind: 'changed' }]);
      return engine.checkFile(run);
    };
    expect(await engine.checkFile(run)).toMatchObject(found);
    expect(await rewrite('{')).toMatchObject(found);
    expect(troubles).toEqual([`${config}, line 1: '}' expected. Its files are checked without types.`]);
    expect(await rewrite('{}')).toMatchObject(nothing);
    expect(await rewrite('{')).toMatchObject(found);
    expect(troubles).toHaveLength(2);
  });

  it('calls a rule that fails by its name, and goes on with the next file', async () => {
    const rules = plugin.rules ?? {};
    const rule = rules['no-swallowed-abort'];
    if (!rule) throw new Error('There is no such rule.');
    rules['no-swallowed-abort'] = {
      ...rule,
      create: () => ({
        CatchClause() {
          throw new TypeError('it was not meant to be.');
        },
      }),
    };
    onTestFinished(() => {
      rules['no-swallowed-abort'] = rule;
    });
    const engine = engineWith();
    const result = await engine.checkText({ file: '/nowhere/load.ts', text: swallowing.code });
    expect(result).toEqual({
      file: '/nowhere/load.ts',
      findings: [],
      trouble: `${swallowingRule} failed on this file, please report it: it was not meant to be.`,
    });
    expect(await engine.checkText({ file: '/nowhere/load.ts', text: '// signal' })).toMatchObject(nothing);
  });
});
