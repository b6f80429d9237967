import { expect } from 'vitest';
import { settingRule, swallowing } from './samples.js';
import { scenario } from './workbench.js';

scenario('each folder of a workspace goes by its own settings', async ({ openWindow }) => {
  const window = await openWindow({
    files: {
      'all.code-workspace': JSON.stringify({ folders: ['loud', 'mild', 'mute'].map((path) => ({ path })) }),
      'loud/loud.ts': swallowing,
      'mild/mild.ts': swallowing,
      'mild/.vscode/settings.json': settingRule('warn'),
      'mute/mute.ts': swallowing,
      'mute/.vscode/settings.json': settingRule('off'),
    },
    file: 'loud/loud.ts',
    workspaceFile: 'all.code-workspace',
  });
  await window.underlines('error').waitFor();
  await window.show('mild/mild.ts');
  await window.underlines('warning').waitFor();
  await window.show('mute/mute.ts');
  await window.runCommand('Async Cancellation: Check Workspace');
  await expect.poll(() => window.problemsPanel.current()).toHaveLength(2);
  expect(await window.underlines('error').count()).toBe(0);
});
