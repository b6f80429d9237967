import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedClient } from '../support/lsp/clients.js';
import { jobModule, runningJob } from '../support/lsp/job-module.js';
import { markedPlaces } from '../support/lsp/marked-places.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';
import { positionAt, textIn } from '../support/lsp/text-positions.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('an open document', () => {
  const client = sharedClient();

  it('is followed edit by edit', async () => {
    const document = await client().open('/nowhere/edited.ts', mended);
    expect(await document.diagnostics()).toEqual([]);

    await document.replace('\n    if (signal.aborted) throw error;', '');
    expect(document.text).toBe(swallowing.code);
    expect(await document.diagnostics()).toMatchObject([{ range: markedPlaces(swallowing)[0] }]);

    await document.replace('export', '// A comment above moves it down.\nexport');
    const [finding] = await document.diagnostics();
    expect(finding && textIn(document.text, finding.range)).toBe('catch');

    await document.replace('return undefined', 'throw error');
    expect(await document.diagnostics()).toEqual([]);
  });

  it('takes several edits in one change', async () => {
    const document = await client().open('/nowhere/several.ts', swallowing.code);
    const start = { line: 0, character: 0 };
    const bodyEnd = { line: 4, character: 0 };
    await document.edit([
      { range: { start, end: start }, newText: '/** Loads. */\n' },
      { range: { start: bodyEnd, end: bodyEnd }, newText: '    if (signal.aborted) throw error;\n' },
    ]);
    expect(await document.diagnostics()).toEqual([]);
  });

  it('is counted in UTF-16 code units, also before and behind an edit', async () => {
    const text = `export const load = async (url: string, signal: AbortSignal, 名前: string) => {
  try { return [名前, '👩‍👩‍👧', await fetch(url, { signal })]; } catch { return '👍'; }
};
`;
    const document = await client().open('/nowhere/wide.ts', text);
    const start = positionAt(text, text.indexOf('catch'));
    expect(start.character).toBe(65);
    expect(await document.diagnostics()).toMatchObject([{ range: { start } }]);

    await document.replace('👩‍👩‍👧', '👍🏽 and é');
    const [finding] = await document.diagnostics();
    expect(finding && textIn(document.text, finding.range)).toBe('catch');
    await document.replace("'👍'", "'👎'");
    await document.replace('{ return', '{ signal.throwIfAborted(); return');
    expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  });

  it.each([
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('may end its lines with %s', async (_, lineEnd) => {
    const document = await client().open('/nowhere/ends.ts', swallowing.code.replaceAll('\n', lineEnd));
    expect(await document.diagnostics()).toMatchObject([{ range: markedPlaces(swallowing)[0] }]);
    await document.replace('export', `// Above.${lineEnd}export`);
    const [finding] = await document.diagnostics();
    expect(finding && textIn(document.text, finding.range)).toBe('catch');
  });

  it('may hold line separators, which are none to the protocol', async () => {
    const document = await client().open('/nowhere/separated.ts', `'\u2028';\u2029${swallowing.code}`);
    const [finding] = await document.diagnostics();
    expect(finding && textIn(document.text, finding.range)).toBe('catch');
  });

  it('wins over the file on disk until it is closed', async () => {
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'load.ts': swallowing.code });
    const file = path.join(folder, 'load.ts');
    const document = await client().open(file, mended);
    expect(await document.diagnostics()).toEqual([]);
    await document.close();
    const again = await client().open(file, swallowing.code);
    expect(await again.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  });

  it('wins over the file on disk for the types of whoever imports it, until it is closed', async () => {
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': jobModule('string'),
      'run.ts': runningJob,
    });
    const importing = await client().open(path.join(folder, 'run.ts'), runningJob);
    expect(await importing.diagnostics()).toEqual([]);

    const job = await client().open(path.join(folder, 'job.ts'), jobModule('AbortSignal'));
    expect(await importing.diagnostics()).toMatchObject([{ code: swallowingRule }]);
    await job.replace('AbortSignal', 'string');
    expect(await importing.diagnostics()).toEqual([]);
    await job.replace('string', 'AbortSignal');
    expect(await importing.diagnostics()).toMatchObject([{ code: swallowingRule }]);

    await job.close();
    expect(await importing.diagnostics()).toEqual([]);
  });

  it('that is not on disk yet is seen by whoever imports it, until it is closed', async () => {
    const folder = await temporaryFolder({ 'tsconfig.json': '{}', 'run.ts': runningJob });
    const importing = await client().open(path.join(folder, 'run.ts'), runningJob);
    expect(await importing.diagnostics()).toMatchObject([{ code: swallowingRule }]);
    const job = await client().open(path.join(folder, 'job.ts'), jobModule('string'));
    expect(await importing.diagnostics()).toEqual([]);
    await job.close();
    expect(await importing.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  });

  it('may be in the middle of being typed, and is found again when it can be read', async () => {
    const document = await client().open('/nowhere/typed.ts', swallowing.code);
    await document.replace('await fetch(url', 'await fetch((url');
    expect(await document.diagnostics()).toEqual([]);
    await client().messages.logged.first(({ message }) =>
      message.includes('typed.ts: Syntax error at line 3, column'),
    );
    await document.replace('((url', '(url');
    expect(await document.diagnostics()).toMatchObject([{ code: swallowingRule }]);
  });

  it.each([
    ['binary', `${swallowing.code}\0`, 'This is a binary file'],
    ['too large', swallowing.code + '// '.repeat(400_000), 'The file is too large to check: 1.1 MB'],
  ])('is left alone with one line in the log when it is %s', async (kind, text, words) => {
    const document = await client().open(`/nowhere/${kind}.ts`, text);
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.diagnostics()).toEqual([]);
    const about = client().messages.logged.all.filter(({ message }) => message.includes(words));
    expect(about).toHaveLength(1);
  });
});
