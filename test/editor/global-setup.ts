import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import manifest from '../../extension/package.json' with { type: 'json' };
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
    /** The folder into which VS Code unpacked the extension. */
    extension: string;
  }
}

const vsix = path.join(import.meta.dirname, '../../extension', `${manifest.name}-${manifest.version}.vsix`);

/** Installs what is missing and starts the one VS Code that all scenarios use. */
export default async function setUp(project: TestProject): Promise<() => void> {
  if (!existsSync(vsix)) throw new Error(`There is no ${vsix}. Run npm run package -w extension.`);
  project.provide('chromium', await installChromium());
  const vsCode = await installVsCode();
  const profile = await makeProfile(vsCode, vsix);
  project.provide('extension', profile.extension);
  const server = await startVsCodeServer(vsCode, profile);
  project.provide('vsCodeAddress', server.address);
  return () => {
    server.stop();
    profile.remove();
  };
}
