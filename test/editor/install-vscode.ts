import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { npm, run } from './run.js';

// code-server 4.x holds VS Code 1.x; these versions of Node and code-server belong together.
const versions = { 'code-server': '4.139.1', [`node-${process.platform}-${process.arch}`]: '24.21.0' };

/** Extensions that come with VS Code and that an editor of JavaScript and TypeScript cannot do without. */
const builtInExtensions = ['javascript', 'typescript-basics', 'theme-defaults', 'theme-modern-icons'];

/** An installed VS Code: the workbench, its server, and a Node that can run it. */
export interface VsCode {
  node: string;
  serverMain: string;
}

/**
 * Installs VS Code from npm's registry into the user's cache, where later runs find it.
 * None of the packages runs code of its own while it is installed.
 */
export async function installVsCode(): Promise<VsCode> {
  const cache = path.join(
    process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
    'cancellation-editor-tests',
  );
  const folder = path.join(cache, Object.entries(versions).flat().join('-'));
  if (!existsSync(folder)) await fill(cache, folder);
  return {
    node: path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'),
    serverMain: path.join(vsCodeIn(folder), 'out', 'server-main.js'),
  };
}

/** The folder appears when all is in it, so that a run that was stopped half-way leaves nothing that looks complete. */
async function fill(cache: string, folder: string): Promise<void> {
  console.log(`Installing VS Code into ${folder}; this takes a minute, once.`);
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(path.join(cache, 'unfinished-'));
  try {
    await writeFile(path.join(unfinished, 'package.json'), JSON.stringify({ dependencies: versions }));
    const install = [
      'install',
      '--ignore-scripts',
      '--omit=dev',
      '--legacy-peer-deps',
      '--engine-strict=false',
    ];
    const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
    await run(...npm(...install, ...quietly), { cwd: unfinished });
    await run(...npm(...install, ...quietly), { cwd: vsCodeIn(unfinished) });
    await removeOtherExtensions(path.join(vsCodeIn(unfinished), 'extensions'));
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function removeOtherExtensions(folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !builtInExtensions.includes(name));
  await Promise.all(others.map((name) => rm(path.join(folder, name), { recursive: true })));
}

function vsCodeIn(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
