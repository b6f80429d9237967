import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { plain } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { mended, swallowing, swallowingRule } from '../support/lsp/swallowing.js';

describe('a quick fix', () => {
  const client = sharedClient();

  it('mends the finding when its edits are applied', async () => {
    const document = await client().open('/nowhere/mended.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    const [action] = await document.actions(diagnostics);
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: swallowingRule }] });
    expect(action?.title).toMatch(/\w/);
    // A suggestion changes what the program does, so that nobody but its author can prefer it.
    expect(action?.isPreferred).toBeUndefined();

    if (action) await document.apply(action);
    expect(document.text).toBe(mended);
    expect(await document.diagnostics()).toEqual([]);
  });

  it('is offered for each alternative, each of which mends the finding', async () => {
    const first = await client().open('/nowhere/alternatives.ts', swallowing.code);
    const alternatives = (await first.actions(await first.diagnostics())).filter(
      ({ kind }) => kind === 'quickfix',
    );
    const titles = alternatives.map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(1);
    for (const [index, title] of titles.entries()) {
      const document = await client().open(`/nowhere/alternative-${String(index)}.ts`, swallowing.code);
      const actions = await document.actions(await document.diagnostics(), ['quickfix']);
      const action = actions.find((candidate) => candidate.title === title);
      if (action) await document.apply(action);
      expect(document.text).not.toBe(swallowing.code);
      expect(await document.diagnostics()).toEqual([]);
    }
  });

  it('keeps a file’s line ends', async () => {
    const document = await client().open('/nowhere/crlf.ts', swallowing.code.replaceAll('\n', '\r\n'));
    const [action] = await document.actions(await document.diagnostics());
    if (action) await document.apply(action);
    expect(document.text).toBe(mended.replaceAll('\n', '\r\n'));
  });

  it('lands in its place behind characters of several units', async () => {
    const document = await client().open('/nowhere/wide.ts', `const 名 = '👩‍👩‍👧'; ${swallowing.code}`);
    const [action] = await document.actions(await document.diagnostics());
    if (action) await document.apply(action);
    expect(document.text).toBe(`const 名 = '👩‍👩‍👧'; ${mended}`);
  });

  it('is not offered for a version that is gone', async () => {
    const document = await client().open('/nowhere/stale.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    await document.replace('export', '\n\nexport');
    expect(await document.actions(diagnostics)).toEqual([]);
    expect(await document.actions(await document.diagnostics())).not.toEqual([]);
  });

  it('is offered by a server that was started anew', async () => {
    const document = await client().open('/nowhere/anew.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    const other = await startClient();
    const same = await other.open('/nowhere/anew.ts', swallowing.code);
    expect(await same.actions(diagnostics)).toEqual(await document.actions(diagnostics));
  });

  it('is not offered for a finding of somebody else’s, nor for data that is not ours', async () => {
    const document = await client().open('/nowhere/foreign.ts', swallowing.code);
    const [finding] = await document.diagnostics();
    if (!finding) throw new Error('There is no finding.');
    const foreign: Diagnostic[] = [
      { ...finding, source: 'eslint' },
      { ...finding, data: undefined },
      { ...finding, data: { version: 1, suggestions: [{ title: 'x', edits: ['x'] }] } },
    ];
    expect(await document.actions(foreign)).toEqual([]);
  });

  it.each([
    'refactor.extract',
    'source.organizeImports',
    'quickfix.other',
    'source.fixAll.eslint',
    'notebook',
  ])('is not the answer to a request for %s', async (kind) => {
    const document = await client().open('/nowhere/kinds.ts', swallowing.code);
    expect(await document.actions(await document.diagnostics(), [kind])).toEqual([]);
  });

  it('is found again for a client that does not keep the data of a diagnostic', async () => {
    const old = await startClient({ capabilities: plain });
    const document = await old.open('/nowhere/plain.ts', swallowing.code);
    const { diagnostics } = await document.published();
    const withoutData = diagnostics.map(({ range, message, code, source }) => ({
      range,
      message,
      code,
      source,
    }));
    const [action] = await document.actions(withoutData as Diagnostic[]);
    // Nor does it check versions.
    expect(action?.edit?.documentChanges).toBeUndefined();
    if (action) await document.apply(action);
    expect(document.text).toBe(mended);
  });

  it('is found again for a client that sends a diagnostic back in other words for the same', async () => {
    const old = await startClient({ capabilities: plain });
    const document = await old.open('/nowhere/rebuilt.ts', swallowing.code);
    const { diagnostics } = await document.published();
    // As ALE does it: without the source, and with the members of a range the other way round.
    const rebuilt = diagnostics.map(({ range: { start, end }, message, code }) => ({
      range: { end, start },
      message,
      code,
    }));
    const [action] = await document.actions(rebuilt as Diagnostic[]);
    if (action) await document.apply(action);
    expect(document.text).toBe(mended);
  });

  it('is not applied on save, since it changes what runs', async () => {
    const document = await client().open('/nowhere/saved.ts', swallowing.code);
    expect(await document.diagnostics()).toHaveLength(1);
    expect(client().initializeResult.capabilities.codeActionProvider).toEqual({
      codeActionKinds: [
        'quickfix',
        'quickfix.cancellation.fix-all-of-rule',
        'quickfix.cancellation.open-page',
        'quickfix.cancellation.disable-line',
        'quickfix.cancellation.disable-file',
        'refactor.rewrite.cancellation.forward-signal',
        'refactor.rewrite.cancellation.add-signal-parameter',
        'refactor.rewrite.cancellation.thread-signal',
        'source.fixAll.cancellation',
      ],
      resolveProvider: true,
    });
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.cancellation']) {
      expect(await document.actions([], [kind])).toEqual([]);
    }
  });
});
