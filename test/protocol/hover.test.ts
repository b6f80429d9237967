import path from 'node:path';
import { CancellationTokenSource, type Hover } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { textIn } from '../support/lsp/text-positions.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const program = `const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const limited = AbortSignal.any([signal, AbortSignal.timeout(90_000)]);
  const response = await fetch(url, { signal: limited });
  await fetch(url);
  return response.json();
}

void load('https://example.org', controller.signal);
`;

/** @returns the text of a hover, without the addresses of its links */
function textOf(hover: Hover | null): string {
  if (!hover || typeof hover.contents !== 'object' || !('value' in hover.contents)) return '';
  return hover.contents.value.replaceAll(/\[(?<words>[^\]]+)\]\([^)]+\)/g, '$<words>');
}

describe('a hover on a signal', () => {
  const client = sharedClient();

  it('says where it comes from, what aborts it, where it goes and where not', async () => {
    const document = await client().open('/nowhere/signal.ts', program);
    const hover = await document.hover('{ signal: limited');
    expect(textOf(hover)).toBe(`**\`limited\`**: abort signal

**Comes from**
- \`AbortSignal.any()\` of \`signal\` and \`AbortSignal.timeout(90_000)\`, line 6
- parameter \`signal\` of \`load\`, line 4
- calls of \`load\` in this file, line 12
- \`AbortSignal.timeout(90000)\`, line 6

**Aborted by**
- whoever calls \`load\`
- a timeout of 90 s, line 6

**Goes to**
- \`fetch\`, line 7

**Is not handed to**
- \`fetch\`, line 8`);
    expect(hover?.range && textIn(document.text, hover.range)).toBe('limited');
  });

  it('says who aborts a controller', async () => {
    const document = await client().open('/nowhere/controller.ts', program);
    expect(textOf(await document.hover('const controller'))).toBe(`**\`controller\`**: abort controller

**Comes from**
- \`new AbortController()\`, line 1

**Aborted by**
- \`controller.abort()\` on \`SIGINT\`, line 2

**Goes to**
- \`load\`, line 12`);
  });

  it('leaves out what is not known, and says what is certainly not', async () => {
    const document = await client().open(
      '/nowhere/little.ts',
      "import { signal } from './stop.js';\nsignal.throwIfAborted();\nconst own = new AbortController();\nexport const stopped = () => own.signal.aborted;\n",
    );
    expect(textOf(await document.hover('{ signal'))).toBe(`**\`signal\`**: abort signal

**Comes from**
- \`signal\`, imported from \`./stop.js\`

**Goes to**
- \`throwIfAborted()\`, line 2`);
    expect(textOf(await document.hover('const own'))).toContain('- nothing in this file');
  });

  it('links to the lines of the file', async () => {
    const document = await client().open('/nowhere/folder with spaces/links.ts', program);
    const { contents } = (await document.hover('const controller')) ?? {};
    expect(contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining(
        '[line 2](file:///nowhere/folder%20with%20spaces/links.ts#L2)',
      ) as string,
    });
  });

  it('names lines of a text that has no file, where nothing can be linked to', async () => {
    const document = await client().open('untitled:Untitled-1', program);
    expect((await document.hover('const controller'))?.contents).toMatchObject({
      value: expect.stringContaining('on `SIGINT`, line 2\n') as string,
    });
  });

  it('is plain text for a client that knows no Markdown', async () => {
    const other = await startClient({ capabilities: plain });
    const document = await other.open('/nowhere/plain.ts', program);
    const { contents } = (await document.hover('const controller')) ?? {};
    expect(contents).toEqual({
      kind: 'plaintext',
      value: `\`controller\`: abort controller

Comes from
- \`new AbortController()\`, line 1

Aborted by
- \`controller.abort()\` on \`SIGINT\`, line 2

Goes to
- \`load\`, line 12`,
    });
  });

  it('follows the unsaved text', async () => {
    const document = await client().open('/nowhere/edited.ts', program);
    await document.replace("once('SIGINT'", "once('SIGTERM'");
    await document.replace('const controller', '// Above.\nconst controller');
    expect(textOf(await document.hover('const controller'))).toContain('on `SIGTERM`, line 3');
    await document.replace('controller.abort()', 'log()');
    expect(textOf(await document.hover('const controller'))).toContain('- nothing in this file');
  });

  it('knows a signal of any name by its type', async () => {
    const text =
      "import type { Job } from './job.js';\n// No abort comes unseen.\nexport const run = (job: Job) => fetch('', { signal: job.quit });\n";
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': 'export interface Job { quit: AbortSignal }\n',
      'run.ts': text,
    });
    const document = await client().open(path.join(folder, 'run.ts'), text);
    expect(textOf(await document.hover('job.quit'))).toContain('- parameter `job.quit` of `run`, line 3');
    const untyped = await client().open('/nowhere/run.ts', text);
    expect(await untyped.hover('job.quit')).toBeNull();
  });

  it('counts in UTF-16 code units, behind a byte order mark and with any line end', async () => {
    const text = `\uFEFFconst 名 = '👩‍👩‍👧'; ${program}`.replaceAll('\n', '\r\n');
    const document = await client().open('/nowhere/wide.ts', text);
    const hover = await document.hover('const controller');
    expect(textOf(hover)).toContain('on `SIGINT`, line 2');
    expect(hover?.range && textIn(text, hover.range)).toBe('controller');
  });

  it.each([
    ['another name', 'url: string', 'async function load(url'],
    ['a keyword', 'void load', 'void'],
    ['a member of a signal', 'signal', 'signal.throwIfAborted'],
    ['a type', 'x', 'signal: AbortSignal'],
  ])('is nothing on %s', async (_, __, piece) => {
    const document = await client().open('/nowhere/nothing.ts', program);
    expect(await document.hover(piece)).toBeNull();
  });

  it('is nothing in a text with a syntax error, in another language, and in a package', async () => {
    const broken = await client().open(
      '/nowhere/broken.ts',
      program.replace('await fetch(', 'await fetch(('),
    );
    expect(await broken.hover('const controller')).toBeNull();
    const other = await client().open('/nowhere/notes.md', program, 'markdown');
    expect(await other.hover('const controller')).toBeNull();
    const installed = await client().open('/nowhere/node_modules/x/index.ts', program);
    expect(await installed.hover('const controller')).toBeNull();
  });

  it('is found in a file of 3,000 lines', async () => {
    const filling = Array.from({ length: 2_990 }, (_, line) => `export const value${line} = [${line}];\n`);
    const document = await client().open('/nowhere/long.ts', filling.join('') + program);
    expect(textOf(await document.hover('const controller'))).toContain('on `SIGINT`, line 2992');
  });

  it('can be cancelled', async () => {
    const document = await client().open('/nowhere/cancelled.ts', program);
    const source = new CancellationTokenSource();
    const hover = document.hover('const controller', source.token);
    source.cancel();
    await expect(hover).rejects.toMatchObject({ code: -32800 });
    expect(await document.hover('const controller')).not.toBeNull();
  });
});

describe('a hover on a rule in a comment', () => {
  const client = sharedClient();

  it.each([
    ['ESLint’s for the next line', '// eslint-disable-next-line cancellation/no-swallowed-abort'],
    [
      'ESLint’s for the line',
      'stop(); // eslint-disable-line cancellation/no-swallowed-abort -- no-one asks',
    ],
    ['ESLint’s for the file', '/* eslint-disable no-empty, cancellation/no-swallowed-abort */'],
    ['ESLint’s in several lines', '/* eslint-disable\n   no-empty,\n   cancellation/no-swallowed-abort\n*/'],
    ['ESLint’s configuration', '/* eslint cancellation/no-swallowed-abort: "off" */'],
    ['our own', '// cancellation-disable-next-line no-swallowed-abort'],
    ['our own with the full id', '/* cancellation-disable cancellation/no-swallowed-abort */'],
    [
      'a child of JSX',
      'export const a = <a>{/* eslint-disable-next-line cancellation/no-swallowed-abort */}</a>;',
    ],
  ])('tells of the rule: %s', async (name, comment) => {
    const document = await client().open(
      `/nowhere/${name}.tsx`,
      `${comment}\nexport {};\n`,
      'typescriptreact',
    );
    const hover = await document.hover('no-swallowed-abort');
    expect(textOf(hover)).toMatch(
      /^\*\*`cancellation\/no-swallowed-abort`\*\*\n\nDisallow handlers that turn an abort .+\.\n\nA signal belongs to whoever made it\. .+\n\nIn the preset `recommended` as an error; offers suggestions\.\n\nThe page of the rule$/,
    );
    expect(hover?.contents).toMatchObject({
      value: expect.stringMatching(/\(https:\/\/\S+\/no-swallowed-abort\.md\)$/) as string,
    });
    expect(hover?.range && textIn(document.text, hover.range)).toMatch(
      /^(?:cancellation\/)?no-swallowed-abort$/,
    );
  });

  it('tells of the one under the cursor', async () => {
    const document = await client().open(
      '/nowhere/several.ts',
      '// cancellation-disable-next-line no-swallowed-abort, require-sigint-and-sigterm\nexport {};\n',
    );
    expect(textOf(await document.hover('no-swallowed-abort'))).toContain('`cancellation/no-swallowed-abort`');
    expect(textOf(await document.hover('require-sigint-and-sigterm'))).toContain(
      '`cancellation/require-sigint-and-sigterm`',
    );
  });

  it.each([
    ['another plugin’s rule', '// eslint-disable-next-line other/no-swallowed-abort'],
    ['a rule of ESLint’s own', '// eslint-disable-next-line no-empty'],
    ['an id that no rule has', '// cancellation-disable-next-line no-such-rule'],
    ['the reason', '// eslint-disable-next-line no-empty -- as cancellation/no-swallowed-abort'],
    ['another comment', '// see cancellation/no-swallowed-abort'],
    ['code', "const rule = 'cancellation/no-swallowed-abort'"],
  ])('is nothing on %s', async (_, text) => {
    const document = await client().open('/nowhere/other.ts', `${text}\n`);
    const [word] = /[\w-]+$/.exec(text.replaceAll(/\W+$/g, '')) ?? [''];
    expect(await document.hover(word)).toBeNull();
  });
});
