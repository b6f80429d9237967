import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { scenario } from './workbench.js';

const project = {
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext" }, "include": ["*.ts"] }\n',
  'load.ts': `async function load(url: string) {
  return await fetch(url);
}

export { load };
`,
  'main.ts': `import { load } from './load.js';

export async function run(signal: AbortSignal) {
  return await load('/a');
}
`,
};

const title = 'Add a `signal` parameter to `load` and thread it through its callers';

scenario('a signal is threaded through the callers, after a preview', async ({ openWindow }) => {
  const { page, folder } = await openWindow({ files: project, file: 'load.ts' });
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+Home');

  const choice = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title });
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+R');
      return choice.waitFor({ timeout: 8_000 }).then(
        () => true,
        () => false,
      );
    })
    .toBe(true);
  await choice.click();

  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.first().waitFor();
  // Nothing is ticked yet, since each edit asks to be looked at.
  for (const file of ['load.ts', 'main.ts'])
    await rows.filter({ hasText: file }).locator('.edit-checkbox').click();
  await page.getByRole('button', { name: 'Apply' }).click();
  const main = () => readFile(path.join(folder, 'main.ts'), 'utf8');
  await expect.poll(main).toContain("load('/a', { signal })");
  expect(await readFile(path.join(folder, 'load.ts'), 'utf8')).toContain('fetch(url, { signal })');
});
