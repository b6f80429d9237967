import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import manifest from '../../extension/package.json' with { type: 'json' };
import { buildAutofixExtension, buildEslintExtension } from './extensions/build-extensions.js';
import { installChromium } from './install-chromium.js';
import { installVsCode } from './install-vscode.js';
import { makeProfile } from './profile.js';
import { startVsCodeServer } from './vscode-server.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of the browser. */
    chromium: string;
    /** Host and port of VS Code. */
    vsCodeAddress: string;
    /** The package of the extension. */
    vsix: string;
    /** The folder into which VS Code unpacked the extension. */
    extension: string;
    /** The file with the user's settings. */
    userSettingsFile: string;
    /** The folder of the stand-in for the ESLint extension. */
    eslintExtension: string;
    /** The folder of our extension with a rule that has an automatic fix. */
    autofixExtension: string;
  }
}

const vsix = path.join(import.meta.dirname, '../../extension', `${manifest.name}-${manifest.version}.vsix`);

/** Installs what is missing and starts the one VS Code that all scenarios use. */
export default async function setUp(project: TestProject): Promise<() => void> {
  if (!existsSync(vsix)) throw new Error(`There is no ${vsix}. Run npm run package -w extension.`);
  project.provide('chromium', await installChromium());
  project.provide('vsix', vsix);
  const vsCode = await installVsCode();
  const profile = await makeProfile(vsCode, vsix);
  project.provide('extension', profile.extension);
  project.provide('userSettingsFile', profile.userSettingsFile);
  const [eslintExtension, autofixExtension] = [
    await profile.newFolder('eslint'),
    await profile.newFolder('autofix'),
  ];
  await buildEslintExtension(eslintExtension);
  await buildAutofixExtension(profile.extension, autofixExtension);
  project.provide('eslintExtension', eslintExtension);
  project.provide('autofixExtension', autofixExtension);
  const server = await startVsCodeServer(vsCode, profile);
  project.provide('vsCodeAddress', server.address);
  return () => {
    server.stop();
    profile.remove();
  };
}
