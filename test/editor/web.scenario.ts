import { expect, inject } from 'vitest';
import type { EditorWindow } from './editor-window.js';
import { letThrough, swallowing } from './samples.js';
import { openVirtualWindow } from './web-window.js';
import { scenario as onDisk } from './workbench.js';

/** A window, and the addresses that it has asked for so far. */
interface VirtualWindow {
  window: EditorWindow;
  requested: readonly string[];
}

const scenario = onDisk.extend('openVirtual', ({ browser }, { onCleanup }) => {
  /** Opens a window on a virtual folder with one file. @param extension that of the browser's own extension host */
  return async (extension?: string): Promise<VirtualWindow> => {
    // VS Code keeps the list of a page's extensions for the next page.
    const fresh = await browser.browser()?.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await (fresh ?? browser).newPage();
    onCleanup(async () => {
      await page.close();
      await fresh?.close();
    });
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const files = { 'load.ts': swallowing };
    const window = await openVirtualWindow(page, {
      address: inject('vsCodeAddress'),
      files,
      shown: 'load.ts',
      ...(extension !== undefined && { extension }),
    });
    return { window, requested };
  };
});

scenario(
  'in a browser without Node a swallowed abort is underlined and mended, on no disk',
  async ({ openVirtual }) => {
    const { window, requested } = await openVirtual(inject('extension'));
    await window.underlines('error').waitFor();
    expect(await window.problems()).toMatchObject([{ code: 'cancellation/no-swallowed-abort' }]);
    expect(requested).toContainEqual(expect.stringMatching(/\/browser-server\.js$/));
    await window.status('Cancellation: own rules, without types').waitFor();
    await window.applyFirstQuickFix("Throw `signal`'s abort reason first.");
    await expect.poll(() => window.text()).toBe(letThrough);
    await window.underlines('error').waitFor({ state: 'detached' });
  },
);

scenario(
  'in a virtual workspace open documents are checked, and a check of all says that it cannot be made',
  async ({ openVirtual }) => {
    const { window, requested } = await openVirtual();
    await window.underlines('error').waitFor();
    expect(requested).not.toContainEqual(expect.stringMatching(/\/browser-server\.js$/));
    await window.runCommand('Async Cancellation: Check Workspace');
    const words = 'Only files on disk can be checked all at once. Of memfs:/';
    await (await window.notifications.saying(words)).waitFor();
  },
);
