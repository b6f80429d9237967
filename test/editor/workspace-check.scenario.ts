import { expect } from 'vitest';
import { writeFiles } from '../support/temporary-folder.js';
import { letThrough, swallowing } from './samples.js';
import { scenarioIn } from './workbench.js';

const check = 'Async Cancellation: Check Workspace';
const progress = 'Checking for cancellation bugs';

const scenario = scenarioIn({
  files: { 'load.ts': letThrough, 'other.ts': swallowing },
  file: 'load.ts',
});

scenario('a check of the workspace shows what is in files that are not open', async ({ window }) => {
  await window.runCommand(check);
  await window.statusMessage('Checked 1 files that are not open; findings: 1.').waitFor();
  expect(await window.problems()).toMatchObject([
    { source: 'cancellation', code: 'cancellation/no-swallowed-abort', place: '[Ln 5, Col 5]' },
  ]);
});

scenario('a check of a large workspace shows how far it is, and can be cancelled', async ({ window }) => {
  const many: Record<string, string> = { 'z-last.ts': `\n${swallowing}` };
  for (let index = 0; index < 4_000; index++) many[`many/${index}.ts`] = letThrough;
  await writeFiles(window.folder, many);
  await window.runCommand(check);
  await (await window.notifications.saying('of 4002 files')).waitFor();
  await window.notifications.answer(progress, 'Cancel');
  await window.statusMessage('Stopped after').waitFor();
  await (await window.notifications.saying(progress)).waitFor({ state: 'detached' });
  const places = (await window.problemsPanel.current()).map(({ place }) => place);
  expect(places).not.toContain('[Ln 6, Col 5]');
});
