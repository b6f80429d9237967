import { expect, inject } from 'vitest';
import { writeFiles } from '../support/temporary-folder.js';
import { swallowingScript } from './samples.js';
import { scenario } from './workbench.js';

const config = `import cancellation from 'eslint-plugin-cancellation';

export default [{ ...cancellation.configs.recommended, files: ['**/*.js'] }];
`;
const settings = (coexistence: string, isEslintOn = true) => ({
  '.vscode/settings.json': JSON.stringify({
    'cancellation.eslint.coexistence': coexistence,
    'eslint.enable': isEslintOn,
  }),
});

scenario(
  'beside the ESLint extension each finding is shown once, unless told otherwise',
  async ({ openWindow }) => {
    const window = await openWindow({
      files: { 'load.js': swallowingScript, 'eslint.config.mjs': config, ...settings('auto') },
      file: 'load.js',
      hasEslint: true,
      extension: inject('eslintExtension'),
    });
    const sources = async () => (await window.problemsPanel.current()).map(({ source }) => source).sort();
    await window.status('Cancellation: rules of the ESLint config').waitFor();
    await expect.poll(sources).toEqual(['eslint']);

    await writeFiles(window.folder, settings('always'));
    await expect.poll(sources).toEqual(['cancellation', 'eslint']);
    await writeFiles(window.folder, settings('never'));
    await expect.poll(sources).toEqual(['eslint']);
    await writeFiles(window.folder, settings('never', false));
    await expect.poll(sources).toEqual([]);
    await writeFiles(window.folder, settings('auto', false));
    await expect.poll(sources).toEqual(['cancellation']);
    await writeFiles(window.folder, settings('auto'));
    await expect.poll(sources).toEqual(['eslint']);
  },
);
