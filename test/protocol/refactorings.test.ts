import path from 'node:path';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { jobModule } from '../support/lsp/job-module.js';
import { plain, asking } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const forward = 'refactor.rewrite.cancellation.forward-signal';
const add = 'refactor.rewrite.cancellation.add-signal-parameter';

const silenced = `const 名 = '👩‍👩‍👧'; /* eslint-disable */
export async function load(url: string, signal: AbortSignal) {
  return [名, await fetch(url)];
}
`;

const uncancellable = `const 名 = '👩‍👩‍👧'; export async function load(url: string) {
  return [名, await fetch(url)];
}
`;

describe('a refactoring', () => {
  const client = sharedClient();

  it('passes the signal where no finding asks for it', async () => {
    const document = await client().open('/nowhere/forward.ts', silenced.replaceAll('\n', '\r\n'));
    expect(await document.diagnostics()).toEqual([]);
    const action = only(await document.actionsAt('fetch'));
    expect(action).toMatchObject({ title: 'Pass `signal`', kind: forward });
    expect(action.edit).toBeUndefined();
    await document.apply(action);
    expect(document.text).toBe(
      silenced.replace('fetch(url)', 'fetch(url, { signal })').replaceAll('\n', '\r\n'),
    );
    expect(await document.actionsAt('fetch')).toEqual([]);
  });

  it('adds a signal and hands it on', async () => {
    const document = await client().open('/nowhere/add.ts', uncancellable);
    const action = only(await document.actionsAt('function load'));
    expect(action).toMatchObject({ title: 'Add a `signal` parameter and use it', kind: add });
    await document.apply(action);
    expect(document.text).toBe(
      uncancellable
        .replace('url: string', 'url: string, { signal }: { signal?: AbortSignal } = {}')
        .replace('fetch(url)', 'fetch(url, { signal })'),
    );
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.actionsAt('function load')).toEqual([]);
  });

  it('is the work of a quick fix, where there is a finding that has one', async () => {
    const document = await client().open('/nowhere/finding.ts', silenced.replace('/* eslint-disable */', ''));
    const diagnostics = await document.diagnostics();
    expect(diagnostics).toMatchObject([{ code: 'cancellation/forward-abort-signal' }]);
    expect(await document.actions(diagnostics, ['refactor'])).toEqual([]);
    expect(await document.actions(diagnostics, ['quickfix'])).not.toEqual([]);
  });

  it('is offered by its kind and those above it, and to nobody who did not ask', async () => {
    const document = await client().open('/nowhere/kinds.ts', uncancellable);
    for (const kind of ['refactor', 'refactor.rewrite', 'refactor.rewrite.cancellation', add])
      only(await document.actionsAt('load', { only: [kind] }));
    for (const kind of ['quickfix', 'refactor.extract', forward, 'source'])
      expect(await document.actionsAt('load', { only: [kind] })).toEqual([]);
    only(await document.actionsAt('load', { triggerKind: 1 }));
    expect(await document.actionsAt('load', { triggerKind: 2 })).toEqual([]);
    expect(await document.actionsAt('load', { triggerKind: 2, only: ['refactor'] })).toEqual([]);
  });

  it('knows the types of the project, unless they are switched off', async () => {
    const text = `import { finish, type Job } from './job.js';\nexport async function run(job: Job) {\n  return await finish(1);\n}\n`;
    const folder = await temporaryFolder({
      'tsconfig.json': '{}',
      'job.ts': `${jobModule('AbortSignal')}export declare function finish(code: number, options?: { signal?: AbortSignal }): Promise<void>;\n`,
      'run.ts': text,
    });
    const typed = await startClient({
      folders: [folder],
      settings: () => ({ preset: 'recommended', rules: { 'cancellation/forward-abort-signal': 'off' } }),
    });
    const document = await typed.open(path.join(folder, 'run.ts'), text);
    await document.apply(only(await document.actionsAt('finish(1)')));
    expect(document.text).toContain('finish(1, { signal: job.signal })');

    const untyped = await startClient({ folders: [folder], settings: () => ({ types: { enable: false } }) });
    const same = await untyped.open(path.join(folder, 'run.ts'), text);
    expect(await same.actionsAt('finish(1)')).toEqual([]);
  });

  it('has no edit any more when the document has changed', async () => {
    const document = await client().open('/nowhere/stale.ts', uncancellable);
    const action = only(await document.actionsAt('load'));
    await document.replace('const', ' const');
    expect(await document.resolve(action)).toEqual(action);
  });

  it('has its edit at once for a client that does not ask for it later', async () => {
    const capabilities = {
      ...asking,
      textDocument: { ...asking.textDocument, codeAction: plain.textDocument?.codeAction ?? {} },
    };
    const old = await startClient({ capabilities });
    const document = await old.open('/nowhere/old.ts', uncancellable);
    await document.edit(document.editsOf(only(await document.actionsAt('load'))));
    expect(document.text).toContain('fetch(url, { signal })');
  });

  it('is not looked for in a text with a syntax error, nor where we do not look at all', async () => {
    const broken = await client().open('/nowhere/broken.ts', `${uncancellable}}`);
    expect(await broken.actionsAt('load')).toEqual([]);
    const foreign = await client().open('/nowhere/node_modules/x/index.js', uncancellable, 'javascript');
    expect(await foreign.actionsAt('load')).toEqual([]);
  });
});

function only(actions: readonly CodeAction[]): CodeAction {
  const [action, ...others] = actions;
  expect(others).toEqual([]);
  if (!action) throw new Error('There is no action.');
  return action;
}
