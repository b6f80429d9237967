import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { inject, test } from 'vitest';
import { linkPackages } from '../support/lsp/eslint-project.js';
import { newFolder, writeFiles } from '../support/temporary-folder.js';
import { EditorWindow, type WindowOptions } from './editor-window.js';
import { userSettings } from './profile.js';

const failures = path.join(import.meta.dirname, 'failures');

/** What a window is opened on. */
export interface Workspace extends WindowOptions {
  /** Contents by path. */
  files: Record<string, string>;
  /** The path of the file that the window shows first. */
  file: string;
  /** Whether ESLint and the plugin are installed there. */
  hasEslint?: boolean;
  /** What the user's settings have beside what makes every window quiet. */
  userSettings?: Record<string, unknown>;
}

/** An empty page of the browser, and the folder that is to be shown in it. */
interface Place {
  page: Page;
  folder: string;
  leave: () => Promise<void>;
}

/** A test that is given `openWindow`, which shows a new folder in the real workbench. */
export const scenario = test
  .extend('executablePath', { scope: 'worker' }, inject('chromium'))
  // One for all scenarios, so that the workbench's own files are loaded and compiled once.
  .extend('browser', { scope: 'worker' }, async ({ executablePath }, { onCleanup }) => {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    });
    onCleanup(() => browser.close());
    return browser.newContext({ viewport: { width: 1280, height: 800 } });
  })
  .extend('openWindow', ({ browser, task }, { onCleanup }) => {
    const places: Place[] = [];
    onCleanup(async () => {
      for (const { page, leave } of places) {
        await keepPictureOfFailure(page, task);
        await leave();
      }
    });
    return async (workspace: Workspace) => {
      const place = await preparePlace(browser, workspace);
      places.push(place);
      return EditorWindow.open(place.page, inject('vsCodeAddress'), place.folder, workspace);
    };
  });

/**
 * @param workspace what the window shows
 * @returns a test that is given `window`, one for all such tests of a file, where each works on a file of its own
 */
export function scenarioIn(workspace: Workspace) {
  return scenario
    .extend('place', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
      const place = await preparePlace(browser, workspace);
      onCleanup(place.leave);
      return place;
    })
    .extend('sharedWindow', { scope: 'file' }, async ({ place: { page, folder } }) =>
      EditorWindow.open(page, inject('vsCodeAddress'), folder, workspace),
    )
    .extend('picture', { auto: true }, ({ place, task }, { onCleanup }) => {
      onCleanup(() => keepPictureOfFailure(place.page, task));
    })
    .extend('window', ({ sharedWindow }) => sharedWindow);
}

async function preparePlace(browser: BrowserContext, workspace: Workspace): Promise<Place> {
  const { files, hasEslint = false, userSettings: more = {} } = workspace;
  const folder = await newFolder();
  await writeFiles(folder, files);
  if (hasEslint) await linkPackages(folder);
  await writeFile(inject('userSettingsFile'), JSON.stringify({ ...userSettings, ...more }));
  const page = await browser.newPage();
  const leave = async () => {
    // Before the browser, because the extension host of a window that is only lost waits for it.
    await page.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { page, folder, leave };
}

async function keepPictureOfFailure(
  page: Page,
  { name, result }: { name: string; result?: { state: string } },
): Promise<void> {
  if (result?.state === 'fail') await page.screenshot({ path: path.join(failures, `${name}.png`) });
}
