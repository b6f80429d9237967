import { expect } from 'vitest';
import { letThrough, swallowing } from './samples.js';
import { scenario } from './workbench.js';

const progress = 'Checking for cancellation bugs';
const check = 'Async Cancellation: Check Workspace';

scenario('a check of the workspace shows what is in files that are not open', async ({ openWindow }) => {
  const files = { 'load.ts': letThrough, 'other.ts': swallowing };
  const window = await openWindow({ files, file: 'load.ts' });
  await window.runCommand(check);
  await window.statusMessage('Checked 1 files that are not open; findings: 1.').waitFor();
  expect(await window.problems()).toMatchObject([
    { source: 'cancellation', code: 'cancellation/no-swallowed-abort', place: '[Ln 5, Col 5]' },
  ]);
});

scenario('a check of a large workspace shows how far it is, and can be cancelled', async ({ openWindow }) => {
  const count = 4_000;
  const files: Record<string, string> = { 'load.ts': letThrough, 'z-last.ts': swallowing };
  for (let index = 0; index < count; index++) files[`many/${index}.ts`] = letThrough;
  const window = await openWindow({ files, file: 'load.ts' });
  await window.runCommand(check);
  await (await window.notifications.saying(`of ${count + 1} files`)).waitFor();
  await window.notifications.answer(progress, 'Cancel');
  await window.statusMessage('Stopped after').waitFor();
  await (await window.notifications.saying(progress)).waitFor({ state: 'detached' });
  expect(await window.problemsPanel.current()).toEqual([]);
});
