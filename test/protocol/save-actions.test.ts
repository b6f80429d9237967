import {
  CancellationTokenSource,
  CodeActionRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { startClient } from '../support/lsp/clients.js';
import { swallowing } from '../support/lsp/swallowing.js';

const fixAll = 'source.fixAll.cancellation';

/** Takes the server a while. */
const large = Array.from({ length: 400 }, (_, index) =>
  swallowing.code.replace('load(', `load${String(index)}(`),
).join('');

describe('a document that is saved', () => {
  it('does not wait for kinds of actions that are not ours', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/large.ts', large);
    const first: string[] = [];
    const check = document.diagnostics().then(() => first.push('check'));
    const kinds = ['source.organizeImports', 'source.fixAll.eslint', 'quickfix.other', 'notebook'];
    await Promise.all(
      kinds.map(async (kind) =>
        first.push(...(await document.actions([], [kind])).map(() => kind), 'answer'),
      ),
    );
    await check;
    expect(first).toEqual(['answer', 'answer', 'answer', 'answer', 'check']);
  });

  it('waits for its fixes only so long, and then goes without them', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/large.ts', large);
    // The engine is still starting, which takes longer than a save waits.
    expect(await document.actionsAt('export', { only: [fixAll], triggerKind: 2 })).toEqual([]);
    const { message } = await client.messages.logged.first(({ message: text }) => text.includes('is saved'));
    expect(message).toMatch(/large\.ts is saved without fixes: its check takes longer than 200 ms\.$/);
    expect(await document.diagnostics()).toHaveLength(400);
  });

  it('waits no longer when the save is called off', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/large.ts', large);
    const source = new CancellationTokenSource();
    const context = { diagnostics: [], only: [fixAll] };
    const params = { textDocument: { uri: document.uri }, range: document.cursorIn('export'), context };
    const answer = client.connection.sendRequest(CodeActionRequest.type, params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});
