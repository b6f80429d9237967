import { expect } from 'vitest';
import { eslintConfig, eslintProject } from '../support/lsp/eslint-project.js';
import { letThrough, swallowing } from './samples.js';
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

scenario('the ESLint config of a trusted project chooses how a rule is shown', async ({ openWindow }) => {
  const config = eslintConfig({ 'cancellation/no-swallowed-abort': 'warn' });
  const files = { 'load.ts': swallowing, 'eslint.config.mjs': config };
  const window = await openWindow(files, 'load.ts', (contents) => eslintProject(contents));
  await window.underlines('warning').waitFor();
  await window.underlines('error').waitFor({ state: 'detached' });
});

scenario(
  'the command that checks the workspace shows what is in files that are not open',
  async ({ openWindow }) => {
    const window = await openWindow({ 'load.ts': letThrough, 'other.ts': swallowing }, 'load.ts');
    await window.runCommand('Async Cancellation: Check Workspace');
    expect(await window.problems()).toMatchObject([
      { source: 'cancellation', code: 'cancellation/no-swallowed-abort', place: '[Ln 5, Col 5]' },
    ]);
  },
);

scenario('the status says how the document is checked', async ({ openWindow }) => {
  const window = await openWindow({ 'load.ts': swallowing }, 'load.ts');
  await window.status('Cancellation: own rules, without types').waitFor();
});

scenario('the command that explains a finding shows the way of its signal', async ({ openWindow }) => {
  const window = await openWindow({ 'load.ts': swallowing }, 'load.ts');
  await window.underlines('error').waitFor();
  await window.goToFirstProblem();
  await window.runCommand('Async Cancellation: Explain Finding');
  expect(await window.peekedPlaces()).toContain('signal: AbortSignal');
});
