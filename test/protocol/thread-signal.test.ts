import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  CodeActionResolveRequest,
  FileChangeType,
  MessageType,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { asking, plain } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import type { LspClient } from '../support/lsp/lsp-client.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { applyEdits } from '../support/lsp/text-positions.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const kind = 'refactor.rewrite.cancellation.thread-signal';
const title = 'Add a `signal` parameter to `load` and thread it through its callers';

const annotating: ClientCapabilities = {
  ...asking,
  workspace: {
    ...asking.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

const project = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["*.ts"] }',
  'load.ts': `const 名 = '👩‍👩‍👧'; export async function load(url: string) {
  return [名, await fetch(url)];
}
`,
  'page.ts': `import { load } from './load.js';\nexport const page = async (name: string) => await load(name);\n`,
  'main.ts': `import { page } from './page.js';\nexport async function run(signal: AbortSignal) {\n  return await page('a');\n}\n`,
};

const threaded = {
  'load.ts': project['load.ts']
    .replace('url: string', 'url: string, { signal }: { signal?: AbortSignal } = {}')
    .replace('fetch(url)', 'fetch(url, { signal })'),
  'page.ts': project['page.ts']
    .replace('name: string', 'name: string, { signal }: { signal?: AbortSignal } = {}')
    .replace('load(name)', 'load(name, { signal })'),
  'main.ts': project['main.ts'].replace("page('a')", "page('a', { signal })"),
};

async function open(
  client: LspClient,
  files: Record<string, string> = project,
): Promise<{ folder: string; document: LspDocument }> {
  const folder = await temporaryFolder(files);
  const document = await client.open(path.join(folder, 'load.ts'), files['load.ts'] ?? '');
  return { folder, document };
}

async function offered(document: LspDocument): Promise<CodeAction> {
  const [action, ...others] = await document.actionsAt('load(', { only: [kind] });
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title, kind });
  if (!action) throw new Error('There is no action.');
  return action;
}

/** Applies what an edit says of the files in a folder. */
async function appliedTo(folder: string, { edit }: CodeAction): Promise<Record<string, string>> {
  const changes = edit?.documentChanges?.filter((change) => TextDocumentEdit.is(change)) ?? [];
  const byFile: [string, TextEdit[]][] = [
    ...changes.map(({ textDocument, edits }): [string, TextEdit[]] => [
      textDocument.uri,
      edits.filter((each) => 'newText' in each),
    ]),
    ...Object.entries(edit?.changes ?? {}),
  ];
  const texts = byFile.map(async ([uri, edits]) => {
    const file = fileURLToPath(uri);
    return [path.relative(folder, file), applyEdits(await readFile(file, 'utf8'), edits)];
  });
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

describe('threading a signal through the callers', () => {
  const client = sharedClient({ capabilities: annotating });

  it('is offered beside the other refactorings, and worked out when it is chosen', async () => {
    const { document, folder } = await open(client());
    const all = await document.actionsAt('load(', { only: ['refactor'] });
    expect(all.map((action) => action.title)).toEqual(['Add a `signal` parameter and use it', title]);
    expect(await document.actionsAt('load(', { triggerKind: 2 })).toEqual([]);
    const action = await offered(document);
    expect(action.edit).toBeUndefined();

    const page = await client().open(path.join(folder, 'page.ts'), project['page.ts']);
    const resolved = await document.resolve(action);
    expect(await appliedTo(folder, resolved)).toEqual(threaded);
    const versions = resolved.edit?.documentChanges?.flatMap((change) =>
      TextDocumentEdit.is(change)
        ? [[path.basename(change.textDocument.uri), change.textDocument.version]]
        : [],
    );
    expect(Object.fromEntries(versions ?? [])).toEqual({ 'load.ts': 1, 'page.ts': 1, 'main.ts': null });
    expect(page.editsOf(resolved)).toHaveLength(2);
  });

  it('says what each edit is for, so that it is looked at first', async () => {
    const { document } = await open(client());
    const { edit } = await document.resolve(await offered(document));
    expect(edit?.changeAnnotations).toMatchObject({
      parameter: { label: 'Add the parameter', needsConfirmation: true },
      argument: { label: 'Pass the signal on', needsConfirmation: true },
    });
    const annotations = edit?.documentChanges?.flatMap((change) =>
      TextDocumentEdit.is(change)
        ? change.edits.map((each) => ('annotationId' in each ? each.annotationId : undefined))
        : [],
    );
    expect(annotations).toEqual(['parameter', 'argument', 'parameter', 'argument', 'argument']);
  });

  it('has plain edits for a client that shows none of that', async () => {
    const { document, folder } = await open(await startClient({ capabilities: asking }));
    const resolved = await document.resolve(await offered(document));
    expect(resolved.edit?.changeAnnotations).toBeUndefined();
    expect(JSON.stringify(resolved.edit)).not.toContain('annotationId');
    expect(await appliedTo(folder, resolved)).toEqual(threaded);
  });

  it('has its edit at once for a client of the oldest kind, which knows no versions', async () => {
    const { document, folder } = await open(await startClient({ capabilities: plain }));
    const action = await offered(document);
    expect(action.edit?.documentChanges).toBeUndefined();
    expect(await appliedTo(folder, action)).toEqual(threaded);
  });

  it('has no edit any more when the document has changed', async () => {
    const { document } = await open(client());
    const action = await offered(document);
    await document.replace('const', ' const');
    expect(await document.resolve(action)).toEqual(action);
  });

  it('goes by what other documents hold that are not saved', async () => {
    const { document, folder } = await open(client());
    const main = await client().open(path.join(folder, 'main.ts'), `\n\n${project['main.ts']}`);
    const resolved = await document.resolve(await offered(document));
    await main.edit(main.editsOf(resolved));
    expect(main.text).toBe(`\n\n${threaded['main.ts']}`);
  });

  it('counts a byte order mark as the client does', async () => {
    const { document } = await open(client(), { ...project, 'load.ts': `\uFEFF${project['load.ts']}` });
    await document.apply(await offered(document));
    expect(document.text).toBe(`\uFEFF${threaded['load.ts']}`);
  });

  it('changes nothing when a file is not what it was any more, and says so', async () => {
    const { document, folder } = await open(client());
    const action = await offered(document);
    const file = path.join(folder, 'main.ts');
    await writeFile(file, `\n${project['main.ts']}`);
    expect(await document.resolve(action)).toEqual(action);
    expect(client().messages.shown.all.at(-1)).toEqual({
      type: MessageType.Info,
      message: `${file} has changed meanwhile, so nothing is changed.`,
    });
    await client().filesChanged({ [file]: FileChangeType.Changed });
    const main = await client().open(file, `\n${project['main.ts']}`);
    await main.apply(await document.resolve(action));
    expect(main.text).toBe(`\n${threaded['main.ts']}`);
  });

  it('says why nothing is changed', async () => {
    const values = `import { load } from './load.js';\nexport const all = (urls: string[]) => Promise.all(urls.map(load));\n`;
    const { document, folder } = await open(client(), {
      ...project,
      'page.ts': values,
      'main.ts': '',
    });
    const action = await offered(document);
    expect(await document.resolve(action)).toEqual(action);
    const place = `${path.join(folder, 'page.ts')}, line 2`;
    expect(client().messages.shown.all.at(-1)).toMatchObject({
      message: `\`load\` is handed on as a value there, so that others say what it is given (${place}).`,
    });
  });

  it('is not offered to a client of the oldest kind where nothing can be changed', async () => {
    const values = `import { load } from './load.js';\nexport const all = (urls: string[]) => Promise.all(urls.map(load));\n`;
    const old = await startClient({ capabilities: plain });
    const { document } = await open(old, { ...project, 'page.ts': values, 'main.ts': '' });
    expect(await document.actionsAt('load(', { only: [kind] })).toEqual([]);
    expect(old.messages.shown.all).toEqual([]);
  });

  it('can be cancelled', async () => {
    const { document } = await open(client());
    const action = await offered(document);
    const source = new CancellationTokenSource();
    const answer = client().connection.sendRequest(CodeActionResolveRequest.type, action, source.token);
    source.cancel();
    await expect(answer).rejects.toThrow('The request was cancelled.');
    expect((await document.resolve(action)).edit).toBeDefined();
  });

  it('is not offered where there are no types', async () => {
    const alone = await client().open('/nowhere/load.ts', project['load.ts']);
    expect(await alone.actionsAt('load(', { only: [kind] })).toEqual([]);
  });

  it('names the files as the client does', async () => {
    const { document, folder } = await open(client());
    const { edit } = await document.resolve(await offered(document));
    const uris = edit?.documentChanges?.flatMap((change) =>
      TextDocumentEdit.is(change) ? [change.textDocument.uri] : [],
    );
    expect(uris).toEqual(
      ['load.ts', 'page.ts', 'main.ts'].map((name) => pathToFileURL(path.join(folder, name)).href),
    );
  });
});
