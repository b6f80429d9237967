import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';
import { EditorWindow } from './editor-window.js';

const memoryFiles = path.join(import.meta.dirname, 'fixtures', 'memory-files');

/** What a window shows that has a virtual workspace. */
export interface VirtualWorkspace {
  /** Host and port of VS Code. */
  address: string;
  /** Contents by path, beside each other on no disk. */
  files: Record<string, string>;
  /** The path of the file that the window shows. */
  shown: string;
  /** The folder of the extension, to be run in the browser's own extension host; in that of Node unless told. */
  extension?: string;
}

/**
 * Opens a window on a folder that only an extension in the browser knows. VS Code for the Web gives a page its extensions in the same
 * way: as addresses in the configuration that comes with it.
 *
 * @param page an empty one
 */
export async function openVirtualWindow(
  page: Page,
  { address, files, shown, extension }: VirtualWorkspace,
): Promise<EditorWindow> {
  const folders = new Map([
    ['memory-files', memoryFiles],
    ...(extension ? [['web', extension] as const] : []),
  ]);
  // VS Code remembers what was edited in a folder that it has shown before.
  const folder = `/${randomUUID()}`;
  const contents = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]),
  );
  await page.route(`http://${address}/web-extensions/**`, (route) => serve(route, folders, contents));
  const configuration = {
    additionalBuiltinExtensions: [...folders.keys()].map((name) => ({
      scheme: 'http',
      authority: address,
      path: `/web-extensions/${name}`,
    })),
    ...(extension && {
      configurationDefaults: { 'remote.extensionKind': { 'cancellation.vscode-cancellation': ['web'] } },
    }),
  };
  await page.addInitScript({ content: extending(configuration) });
  const [root, file] = [`memfs:${folder}`, `memfs:${folder}/${shown}`];
  const query = new URLSearchParams({ folder: root, payload: JSON.stringify([['openFile', file]]) });
  return EditorWindow.load(page, `http://${address}/?${query.toString()}`, { folder: root, file });
}

async function serve(
  route: Route,
  folders: ReadonlyMap<string, string>,
  files: Record<string, string>,
): Promise<void> {
  const [, , name = '', ...rest] = new URL(route.request().url()).pathname.split('/');
  const folder = folders.get(name);
  if (rest.join('/') === 'files.json') await route.fulfill({ json: files });
  else if (folder === undefined) await route.fulfill({ status: 404 });
  else await route.fulfill({ path: path.join(folder, ...rest) }).catch(() => route.fulfill({ status: 404 }));
}

/** A script that adds to the page's configuration when it has been read and before it is used. */
function extending(configuration: object): string {
  return `document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (document.readyState !== 'interactive' || !element) return;
    const settings = { ...JSON.parse(element.dataset.settings), ...${JSON.stringify(configuration)} };
    element.dataset.settings = JSON.stringify(settings);
  });`;
}
