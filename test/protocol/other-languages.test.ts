import { describe, expect, it } from 'vitest';
import { waiting } from '../support/lsp/client-capabilities.js';
import { sharedClient } from '../support/lsp/clients.js';
import { swallowing, swallowingRule } from '../support/lsp/swallowing.js';

const script = `<script lang="ts">\n${swallowing.code}</script>\n`;

const documents: [kind: string, place: string, languageId: string, text: string][] = [
  ['a Vue component', '/nowhere/load.vue', 'vue', script],
  ['a Svelte component', '/nowhere/load.svelte', 'svelte', script],
  ['an Astro component', '/nowhere/load.astro', 'astro', `---\n${swallowing.code}---\n`],
  ['a cell in TypeScript', 'vscode-notebook-cell:/nowhere/a.ipynb#W0', 'typescript', swallowing.code],
  ['a cell in JavaScript', 'vscode-notebook-cell:/nowhere/a.nnb#W1', 'javascript', swallowing.code],
];

describe('what the server leaves to others', () => {
  const client = sharedClient();

  it.each(documents)('is %s', async (_, place, languageId, text) => {
    const document = await client().open(place, text, languageId);
    expect(await document.diagnostics()).toEqual([]);
    expect(await document.actions([])).toEqual([]);
    expect(await document.actionsAt('fetch')).toEqual([]);
    expect(await document.hover('signal')).toBeNull();

    await document.replace('undefined', 'null');
    expect(await document.diagnostics()).toEqual([]);
    await document.close();
    expect(client().messages.logged.all).toEqual([]);
    expect(client().messages.shown.all).toEqual([]);
  });
});

describe('for a client that waits for diagnostics', () => {
  const client = sharedClient({ capabilities: waiting });

  it.each(documents)('nothing is published for %s', async (_, place, languageId, text) => {
    const other = await client().open(place, text, languageId);
    const checked = await client().open(`/nowhere/${languageId}.ts`, swallowing.code);
    expect((await checked.published()).diagnostics).toMatchObject([{ code: swallowingRule }]);
    const about = client().messages.published.all.filter(({ uri }) => uri === other.uri);
    expect(about.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});
