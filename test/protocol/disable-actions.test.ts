import path from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain, asking } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { eslintProject } from '../support/lsp/eslint-project.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { swallowing } from '../support/lsp/swallowing.js';

const forLine = 'quickfix.cancellation.disable-line';
const forFile = 'quickfix.cancellation.disable-file';

/** Two findings of two rules on one line, and one of the first rule on another. */
const three = `export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  await fetch(url);
  try { await fetch(url); return await fetch(url, { signal }); } catch { return undefined; }
}
`;

describe('an action that silences a rule', () => {
  const client = sharedClient();

  it('is offered for the line and for the file, behind all that mends the finding', async () => {
    const document = await client().open('/nowhere/order.ts', swallowing.code);
    const actions = await document.actions(await document.diagnostics());
    expect(actions.slice(-3).map(({ title, kind }) => [kind, title])).toEqual([
      ['quickfix.cancellation.open-page', 'Open the page of cancellation/no-swallowed-abort'],
      [forLine, 'Disable cancellation/no-swallowed-abort for this line'],
      [forFile, 'Disable cancellation/no-swallowed-abort for this file'],
    ]);
    // A client shows what is about a diagnostic before what is not.
    expect(actions.map(({ diagnostics }) => diagnostics?.length)).toEqual(actions.map(() => 1));
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([]);
  });

  it.each([forLine, forFile])('comes without an edit, which is found when it is chosen: %s', async (kind) => {
    const document = await client().open(`/nowhere/${kind}.ts`, swallowing.code);
    const [action, ...others] = await document.actions(await document.diagnostics(), [kind]);
    expect(others).toEqual([]);
    expect(action?.edit).toBeUndefined();
    if (action) await document.apply(action);
    expect(document.text).toMatch(
      /^\s*(?:\/\/|\/\*) cancellation-disable(?:-next-line)? no-swallowed-abort(?: \*\/)?$/m,
    );
    expect(await document.diagnostics()).toEqual([]);
  });

  it('keeps to its line, and adds to the comment that is there', async () => {
    const document = await client().open('/nowhere/lines.ts', three);
    expect(await document.diagnostics()).toHaveLength(3);
    await silence(document, (await document.diagnostics()).slice(1, 2));
    expect(await document.diagnostics()).toHaveLength(2);
    await silence(document, (await document.diagnostics()).slice(1, 2));
    expect(document.text).toContain(
      '\n  // cancellation-disable-next-line forward-abort-signal, no-swallowed-abort\n  try',
    );
    expect(await document.diagnostics()).toMatchObject([{ range: { start: { line: 1 } } }]);
  });

  it('is one for two findings of a rule on one line, and one for each line', async () => {
    const text = three.replace('await fetch(url); return', 'await fetch(url); await fetch(url); return');
    const document = await client().open('/nowhere/twice.ts', text);
    const findings = (await document.diagnostics()).filter(
      ({ code }) => code === 'cancellation/forward-abort-signal',
    );
    expect(findings).toHaveLength(3);
    const actions = await document.actions(findings, [forLine, forFile]);
    expect(actions.map(({ kind, diagnostics }) => [kind, diagnostics?.length])).toEqual([
      [forLine, 1],
      [forLine, 2],
      [forFile, 3],
    ]);
  });

  it('finds its place behind characters of several units, in a file with the line ends of Windows', async () => {
    const text = `const 名 = '👩‍👩‍👧';\n${swallowing.code}`.replaceAll('\n', '\r\n');
    const document = await client().open('/nowhere/wide.ts', text);
    await silence(document, await document.diagnostics());
    expect(document.text).toBe(
      text.replace('  } catch', '  // cancellation-disable-next-line no-swallowed-abort\r\n  } catch'),
    );
    expect(await document.diagnostics()).toEqual([]);
  });

  it('has no edit any more when the document has changed', async () => {
    const document = await client().open('/nowhere/stale.ts', swallowing.code);
    const [action] = await document.actions(await document.diagnostics(), [forLine]);
    if (!action) throw new Error('There is no action.');
    await document.replace('export', '\n\nexport');
    expect(await document.resolve(action)).toEqual(action);
  });

  it('has no edit when what comes back is not what was sent', async () => {
    const document = await client().open('/nowhere/mangled.ts', swallowing.code);
    const [action] = await document.actions(await document.diagnostics(), [forLine]);
    const data = action?.data as { work: object };
    const mangled: unknown[] = [
      undefined,
      'x',
      { ...data, work: undefined },
      { ...data, work: { ...data.work, rule: 1 } },
      { ...data, work: { ...data.work, range: { start: 0 } } },
      { ...data, work: {} },
      { ...data, kind: 'quickfix.cancellation.other' },
      { ...data, uri: 'file:///nowhere/closed.ts' },
    ];
    for (const each of mangled) {
      const changed: CodeAction = { title: 'x', ...(each !== undefined && { data: each }) };
      expect(await document.resolve(changed)).toEqual(changed);
    }
  });

  it('writes ESLint’s comment, with its name for the rule, where the project’s ESLint runs the rule', async () => {
    const config = `import plugin from 'eslint-plugin-cancellation';
export default [{ files: ['**/*.ts'], plugins: { abort: plugin }, rules: { 'abort/no-swallowed-abort': 'error' } }];`;
    const folder = await eslintProject({ 'eslint.config.mjs': config });
    const trusting = await startClient({ folders: [folder], initializationOptions: { trusted: true } });
    const document = await trusting.open(path.join(folder, 'load.ts'), swallowing.code);
    await silence(document, await document.diagnostics());
    expect(document.text).toContain('\n  // eslint-disable-next-line abort/no-swallowed-abort\n  } catch');
    expect(await document.diagnostics()).toEqual([]);
  });

  it('can be switched off', async () => {
    const quiet = await startClient({ settings: () => ({ disableActions: { enable: false } }) });
    const document = await quiet.open('/nowhere/off.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    expect(await document.actions(diagnostics, [forLine, forFile])).toEqual([]);
    expect(await document.actions(diagnostics)).not.toEqual([]);
  });

  it('has its edit at once for a client that does not ask for it later, when it asks for a menu', async () => {
    const capabilities = {
      ...asking,
      textDocument: { ...asking.textDocument, codeAction: plain.textDocument?.codeAction ?? {} },
    };
    const old = await startClient({ capabilities });
    expect(old.initializeResult.capabilities.codeActionProvider).not.toHaveProperty('resolveProvider');
    const document = await old.open('/nowhere/old.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    const range = diagnostics[0]?.range ?? document.cursorIn('catch');
    expect(
      await document.actionsAt(range, { diagnostics, only: [forLine, forFile], triggerKind: 2 }),
    ).toEqual([]);
    const [line, file] = await document.actionsAt(range, {
      diagnostics,
      only: [forLine, forFile],
      triggerKind: 1,
    });
    expect(file?.edit).toBeDefined();
    if (line) await document.edit(document.editsOf(line));
    expect(await document.diagnostics()).toEqual([]);
  });

  it('names no version for a client that does not know them', async () => {
    const old = await startClient({ capabilities: plain });
    const document = await old.open('/nowhere/plain.ts', swallowing.code);
    const { diagnostics } = await document.published();
    const [action] = await document.actions(diagnostics, [forFile]);
    expect(action?.edit?.documentChanges).toBeUndefined();
    if (action) await document.edit(document.editsOf(action));
    expect((await document.published()).diagnostics).toEqual([]);
  });

  async function silence(document: LspDocument, diagnostics: Diagnostic[]): Promise<void> {
    const [action] = await document.actions(diagnostics, [forLine]);
    if (action) await document.apply(action);
  }
});
