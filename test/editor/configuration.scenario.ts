import { expect } from 'vitest';
import { eslintConfig } from '../support/lsp/eslint-project.js';
import { writeFiles } from '../support/temporary-folder.js';
import { settingRule, swallowing, swallowingRule, typedFolder, typedProject } from './samples.js';
import { scenarioIn } from './workbench.js';

const scenario = scenarioIn({
  files: {
    'load.ts': swallowing,
    '.vscode/settings.json': settingRule('warn'),
    'linted/linted.ts': swallowing,
    'linted/eslint.config.mjs': eslintConfig({ [swallowingRule]: 'warn' }),
    ...typedFolder,
  },
  file: 'load.ts',
  hasEslint: true,
});

scenario('the settings of a folder choose how a rule is shown, and are followed', async ({ window }) => {
  await window.underlines('warning').waitFor();
  expect(await window.underlines('error').count()).toBe(0);
  await writeFiles(window.folder, { '.vscode/settings.json': settingRule('error') });
  await window.underlines('error').waitFor();
  expect(await window.underlines('warning').count()).toBe(0);
  await writeFiles(window.folder, { '.vscode/settings.json': settingRule('off') });
  await window.underlines('error').waitFor({ state: 'detached' });
});

scenario(
  'the ESLint config of a project chooses how a rule is shown, and is followed',
  async ({ window }) => {
    await window.show('linted/linted.ts');
    await window.underlines('warning').waitFor();
    await window.status('Cancellation: rules of the ESLint config').waitFor();
    await writeFiles(window.folder, {
      'linted/eslint.config.mjs': eslintConfig({ [swallowingRule]: 'error' }),
    });
    await window.underlines('error').waitFor();
    await writeFiles(window.folder, {
      'linted/eslint.config.mjs': eslintConfig({ [swallowingRule]: 'off' }),
    });
    await window.underlines('error').waitFor({ state: 'detached' });
  },
);

scenario(
  'the tsconfig.json of a project says which files have types, and is followed',
  async ({ window }) => {
    await window.show('typed/report.ts');
    await window.underlines('error').waitFor();
    await window.status('with types').waitFor();
    await writeFiles(window.folder, { 'typed/tsconfig.json': '{ "include": ["store.ts"] }' });
    await window.underlines('error').waitFor({ state: 'detached' });
    await window.status('without types').waitFor();
    await writeFiles(window.folder, { 'typed/tsconfig.json': typedProject['tsconfig.json'] });
    await window.underlines('error').waitFor();
  },
);
