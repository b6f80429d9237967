import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pageWithTable } from './trials/trials-table.js';
import { trials } from './trials/trials.js';

it('docs/hosts.md says what is tried; `npm run test:hosts -- --update` writes it', async () => {
  const page = await readFile(fileURLToPath(new URL('../../docs/hosts.md', import.meta.url)), 'utf8');
  expect(page).toBe(await pageWithTable(page, trials));
});
