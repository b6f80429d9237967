import { expect } from 'vitest';
import { swallowing } from './samples.js';
import { scenario } from './workbench.js';

scenario('the settings of a folder choose how a rule is shown', async ({ openWindow }) => {
  const settings = { 'cancellation.rules': { 'cancellation/no-swallowed-abort': 'warn' } };
  const files = { 'load.ts': swallowing, '.vscode/settings.json': JSON.stringify(settings) };
  const window = await openWindow(files, 'load.ts');
  await window.underlines('warning').waitFor();
  expect(await window.underlines('error').count()).toBe(0);
});

scenario('the command that restarts the server brings the findings back', async ({ openWindow }) => {
  const window = await openWindow({ 'load.ts': swallowing }, 'load.ts');
  await window.underlines('error').waitFor();
  const gone = window.underlines('error').waitFor({ state: 'detached' });
  await window.runCommand('Async Cancellation: Restart Server');
  await gone;
  await window.underlines('error').waitFor();
});
