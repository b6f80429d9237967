import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { VsCode } from './install-vscode.js';
import { run } from '../support/run.js';

/** Nothing that looks outside, moves by itself, asks questions or covers the editor. */
export const userSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Where VS Code keeps what belongs to a user. */
export interface Profile {
  /** The options that make VS Code use it. */
  options: string[];
  /** Without a market place to look into. */
  env: NodeJS.ProcessEnv;
  /** The folder into which VS Code unpacked the extension. */
  extension: string;
  /** The file with the user's settings. */
  userSettingsFile: string;
  /** Makes a folder that goes with the profile. */
  newFolder: (name: string) => Promise<string>;
  remove: () => void;
}

/** Makes a profile whose only extension is that of a .vsix. It goes when it is removed or this process ends. */
export async function makeProfile({ node, serverMain }: VsCode, vsix: string): Promise<Profile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancellation-vscode-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', remove);

  const [userData, extensions] = [path.join(folder, 'user-data'), path.join(folder, 'extensions')];
  await mkdir(path.join(userData, 'User'), { recursive: true });
  const userSettingsFile = path.join(userData, 'User', 'settings.json');
  await writeFile(userSettingsFile, JSON.stringify(userSettings));

  const options = ['--server-data-dir', folder, '--user-data-dir', userData, '--extensions-dir', extensions];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const install = [serverMain, '--accept-server-license-terms', ...options, '--install-extension', vsix];
  await run(node, install, { env });
  const unpacked = (await readdir(extensions)).find((name) => name.startsWith('cancellation.'));
  if (unpacked === undefined) throw new Error(`VS Code did not install ${vsix}.`);
  const newFolder = async (name: string) => {
    await mkdir(path.join(folder, name));
    return path.join(folder, name);
  };
  return { options, env, extension: path.join(extensions, unpacked), userSettingsFile, newFolder, remove };
}
