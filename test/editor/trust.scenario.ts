import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { eslintConfig } from '../support/lsp/eslint-project.js';
import { swallowing, swallowingRule } from './samples.js';
import { scenario } from './workbench.js';

/** A config that tells by a file that it has run. */
const telling = `import { writeFileSync } from 'node:fs';
writeFileSync(new URL('ran.txt', import.meta.url), '');
${eslintConfig({ [swallowingRule]: 'warn' })}`;

scenario(
  'in a folder that is not trusted nothing is run and findings are there all the same, until it is trusted',
  async ({ openWindow }) => {
    const window = await openWindow({
      files: { 'load.ts': swallowing, 'eslint.config.mjs': telling },
      file: 'load.ts',
      hasEslint: true,
      userSettings: { 'security.workspace.trust.enabled': true },
    });
    const hasRun = () => existsSync(path.join(window.folder, 'ran.txt'));
    await window.page.getByText('Restricted Mode').first().waitFor();
    await window.underlines('error').waitFor();
    await window.status('Cancellation: own rules').waitFor();
    expect(hasRun()).toBe(false);

    await window.runCommand('Workspaces: Manage Workspace Trust');
    await window.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .click();
    await window.show('load.ts');
    await window.underlines('warning').waitFor();
    await window.underlines('error').waitFor({ state: 'detached' });
    await window.status('Cancellation: rules of the ESLint config').waitFor();
    expect(hasRun()).toBe(true);
  },
);
