import path from 'node:path';
import { chromium } from 'playwright-core';
import { inject, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { EditorWindow } from './editor-window.js';

const failures = path.join(import.meta.dirname, 'failures');

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
    /**
     * Opens a window on a new folder.
     *
     * @param files contents by path
     * @param shown the path of the file that the window shows
     * @param makeFolder writes the files, and what else belongs there
     */
    return async (
      files: Record<string, string>,
      shown: string,
      makeFolder: (files: Record<string, string>) => Promise<string> = temporaryFolder,
    ): Promise<EditorWindow> => {
      const folder = await makeFolder(files);
      const page = await browser.newPage();
      onCleanup(async () => {
        if (task.result?.state === 'fail') {
          await page.screenshot({ path: path.join(failures, `${task.name}.png`) });
        }
        // Before the browser, because the extension host of a window that is only lost waits for it.
        await page.close();
      });
      return EditorWindow.open(page, inject('vsCodeAddress'), folder, shown);
    };
  });
