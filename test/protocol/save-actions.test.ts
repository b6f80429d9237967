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

  it('does not wait for its check while no rule has an automatic fix, nor is its log full of it', async () => {
    const client = await startClient();
    const document = await client.open('/nowhere/large.ts', large);
    const first: string[] = [];
    const check = document.diagnostics().then((found) => first.push(`${String(found.length)} findings`));
    for (const triggerKind of [1, 2] as const)
      first.push(
        ...(await document.actionsAt('export', { only: [fixAll], triggerKind })).map(String),
        'answer',
      );
    await check;
    expect(first).toEqual(['answer', 'answer', '400 findings']);
    expect(client.messages.logged.all.filter(({ message }) => message.includes('is saved'))).toEqual([]);
  });
});
