import { expect, inject } from 'vitest';
import { dropping } from './samples.js';
import { scenarioIn } from './workbench.js';

const title = 'Fix all cancellation/forward-abort-signal findings in this file';
const mendedOnce = dropping.replace('fetch(from)', 'fetch(from, { signal })');
const mended = mendedOnce.replace('fetch(to)', 'fetch(to, { signal })');

const scenario = scenarioIn({
  files: {
    'one.ts': dropping,
    'all.ts': dropping,
    'save.ts': dropping,
    '.vscode/settings.json': JSON.stringify({
      'editor.codeActionsOnSave': { 'source.fixAll.cancellation': 'explicit' },
    }),
  },
  file: 'one.ts',
  extension: inject('autofixExtension'),
});

scenario('an automatic fix is what the menu offers first', async ({ window }) => {
  await window.underlines('error').nth(1).waitFor();
  await window.editor.goTo(3, 22);
  await window.actions.choose('Fix this cancellation/forward-abort-signal finding');
  await expect.poll(() => window.text()).toBe(mendedOnce);
});

scenario('all automatic fixes of a rule are made at once', async ({ window }) => {
  await window.show('all.ts');
  await window.underlines('error').nth(1).waitFor();
  await window.editor.goTo(3, 22);
  await window.actions.choose(title);
  await expect.poll(() => window.text()).toBe(mended);
  await window.underlines('error').first().waitFor({ state: 'detached' });
});

scenario('automatic fixes are made when a file is saved', async ({ window }) => {
  await window.show('save.ts');
  await window.underlines('error').nth(1).waitFor();
  await window.editor.goTo(1, 1);
  await window.page.keyboard.press('Enter');
  expect(await window.save()).toBe(`\n${mended}`);
  await window.underlines('error').first().waitFor({ state: 'detached' });
});
