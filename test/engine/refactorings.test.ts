import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../server/src/engine/engine.js';
import type { Refactoring } from '../../server/src/engine/refactor/refactoring.js';
import { presetSelection } from '../../server/src/engine/rule-selection.js';
import { writeFiles } from '../support/temporary-folder.js';
import { TypedProgram } from '../support/typed-program.js';
import { compilerOptions, cursor } from './cursor-files.js';
import { addingCases, passingCases, type RefactoringCase } from './refactoring-cases.js';

describe.each([
  ['forward-signal', passingCases],
  ['add-signal-parameter', addingCases],
] as const)('%s', (name, cases) => {
  const engine = new Engine();
  const programs = new Map<string, TypedProgram>();
  let folder: string;

  beforeAll(async () => {
    // Of two files with one name, TypeScript would take only one.
    const files = Object.fromEntries(['ts', 'tsx', 'js'].map((language) => [`${language}.${language}`, '']));
    folder = await mkdtemp(path.join(tmpdir(), 'cancellation-'));
    await writeFiles(folder, { 'tsconfig.json': JSON.stringify({ compilerOptions }), ...files });
    return () => rm(folder, { recursive: true, force: true });
  });

  afterAll(() => {
    engine.dispose();
  });

  async function find(marked: string, language: string, types: boolean): Promise<Refactoring | undefined> {
    const start = marked.indexOf(cursor);
    expect(start, 'the case has a cursor').toBeGreaterThan(-1);
    const text = marked.replace(cursor, '');
    const document = { file: path.join(folder, `${language}.${language}`), text };
    const found = await engine.refactorings({ ...document, start, end: start }, { types });
    return found?.find((each) => each.name === name);
  }

  function diagnosticsOf(text: string, language: string): string[] {
    const program = programs.get(language) ?? new TypedProgram(`case.${language}`);
    programs.set(language, program);
    return program.diagnosticsOf(text);
  }

  async function said(text: string, language: string): Promise<string[]> {
    const document = { file: path.join(folder, `${language}.${language}`), text };
    const options = { selection: presetSelection('strict'), types: false };
    const { findings, trouble } = await engine.checkText(document, options);
    expect(trouble).toBeUndefined();
    return findings.map(({ rule, message }) => `${rule}: ${message}`);
  }

  const offered = Object.entries<RefactoringCase>(cases);

  it.each(offered)('is offered for %s', async (_, { fits, language = 'ts', types = true, uncovers = [] }) => {
    const text = fits.replace(cursor, '');
    const found = await find(fits, language, types);
    expect(found?.edits).toHaveLength(1);
    const [edit] = found?.edits ?? [];
    const changed = edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : '';
    expect(`${String(found?.title)}\n${changed}`).toMatchSnapshot();

    if (types || language !== 'js')
      expect(diagnosticsOf(changed, language)).toEqual(diagnosticsOf(text, language));
    const before = await said(text, language);
    const brought = (await said(changed, language)).filter((each) => !before.includes(each));
    expect(brought.map((each) => each.slice(0, each.indexOf(':')))).toEqual(uncovers);
    const crlf = await find(fits.replaceAll('\n', '\r\n'), language, types);
    expect(crlf?.edits.map((each) => each.text)).toEqual(
      found?.edits.map((each) => each.text.replaceAll('\n', '\r\n')),
    );
  });

  it.each(offered.filter(([, { beside }]) => beside))(
    'is not offered for the neighbour of %s',
    async (_, { beside = '', language = 'ts', types = true }) => {
      expect(await find(beside, language, types)).toBeUndefined();
    },
  );
});
