import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { cachedFolder, installPackages } from '../support/user-cache.js';

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
  const key = Object.entries(versions).flat().join('-');
  const folder = await cachedFolder('cancellation-editor-tests', key, async (unfinished) => {
    console.log('Installing VS Code; this takes a minute, once.');
    await installPackages(unfinished, versions);
    await installPackages(vsCodeIn(unfinished));
    await removeOtherExtensions(path.join(vsCodeIn(unfinished), 'extensions'));
  });
  return {
    node: path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'),
    serverMain: path.join(vsCodeIn(folder), 'out', 'server-main.js'),
  };
}

async function removeOtherExtensions(folder: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !builtInExtensions.includes(name));
  await Promise.all(others.map((name) => rm(path.join(folder, name), { recursive: true })));
}

function vsCodeIn(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
