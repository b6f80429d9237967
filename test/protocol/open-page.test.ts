import { ExecuteCommandRequest } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { asking } from '../support/lsp/client-capabilities.js';
import { sharedClient, startClient } from '../support/lsp/clients.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';

const kind = 'quickfix.cancellation.open-page';

describe('the page of a rule', () => {
  const client = sharedClient();

  it('is shown outside of the editor', async () => {
    const document = await client().open('/nowhere/page.ts', swallowing.code);
    const diagnostics = await document.diagnostics();
    const [action] = await document.actions(diagnostics, [kind]);
    expect(action?.command?.arguments).toEqual([swallowingRule]);
    expect(client().initializeResult.capabilities.executeCommandProvider?.commands).toContain(
      action?.command?.command,
    );
    if (action?.command) await client().connection.sendRequest(ExecuteCommandRequest.type, action.command);
    expect(await client().messages.opened.first()).toEqual({
      uri: diagnostics[0]?.codeDescription?.href,
      external: true,
    });
  });

  it.each([[['cancellation/no-such-rule']], [[]], [['https://example.org']], [[1]]])(
    'is not shown for %j',
    async (given) => {
      const command = { command: 'cancellation.openRulePage', arguments: given };
      const answer = client().connection.sendRequest(ExecuteCommandRequest.type, command);
      await expect(answer).rejects.toThrow('There is no rule');
    },
  );

  it('is not offered by a server that cannot have it shown', async () => {
    const other = await startClient({ capabilities: { ...asking, window: {} } });
    const document = await other.open('/nowhere/page.ts', swallowing.code);
    const actions = await document.actions(await document.diagnostics());
    expect(actions.filter((action) => action.kind === kind || action.command)).toEqual([]);
    expect(actions).not.toEqual([]);
    const command = { command: 'cancellation.openRulePage', arguments: [swallowingRule] };
    const answer = other.connection.sendRequest(ExecuteCommandRequest.type, command);
    await expect(answer).rejects.toThrow('The client cannot show https://');
  });
});
