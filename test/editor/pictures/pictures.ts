import type { PictureWindow, Theme, View } from './picture-window.js';

/** One picture: what it shows, and how the window gets there. */
export interface Picture extends View {
  name: string;
  /** Those in which it is needed; both unless told, since the walkthrough goes with the editor's. */
  themes?: readonly Theme[];
  /** What of the window is in the picture, by its selector; all of it unless told. */
  part?: string;
  arrange: (window: PictureWindow) => Promise<void>;
}

/** All pictures of the extension's README and of its walkthrough. */
export const pictures: readonly Picture[] = [
  {
    name: 'finding',
    size: { width: 880, height: 400 },
    file: 'orders.ts',
    async arrange(window) {
      await window.underlined(2);
      await window.word('catch').hover();
      await window.page.locator('.monaco-hover-content', { hasText: 'no-swallowed-abort' }).waitFor();
    },
  },
  {
    name: 'quick-fix',
    size: { width: 880, height: 400 },
    file: 'orders.ts',
    async arrange(window) {
      await window.underlined(2);
      await window.word('catch').click();
      await window.restPointer();
      await window.page.locator('.lightBulbWidget, [class*="gutter-lightbulb"]').first().waitFor();
      await window.page.keyboard.press('Control+.');
      await window.page
        .locator('.action-widget .monaco-list-row', {
          hasText: 'Disable cancellation/no-swallowed-abort for this file',
        })
        .waitFor();
    },
  },
  {
    name: 'hover',
    themes: ['dark'],
    size: { width: 880, height: 400 },
    file: 'orders.ts',
    async arrange(window) {
      await window.underlined(2);
      await window.word('signal', 2).hover();
      await window.page.locator('.monaco-hover-content', { hasText: 'signal' }).waitFor();
    },
  },
  {
    name: 'explain',
    size: { width: 1080, height: 600 },
    file: 'report.ts',
    async arrange(window) {
      await window.underlined(1);
      await window.word('catch').click();
      await window.run('Async Cancellation: Explain Finding');
      await window.page.locator('.peekview-widget .ref-tree .monaco-list-row').nth(1).waitFor();
      await window.restPointer();
    },
  },
  {
    name: 'workspace',
    size: { width: 1080, height: 580 },
    hasStatusBar: true,
    file: 'watch.ts',
    async arrange(window) {
      await window.underlined(1);
      await window.run('Async Cancellation: Check Workspace');
      await window.page.locator('.statusbar-item', { hasText: 'Checked' }).waitFor();
      await window.page.keyboard.press('Control+Shift+M');
      await window.page.locator('.markers-panel', { hasText: 'report.ts' }).waitFor();
      await window.enlargePanel(340);
      await window.focusText();
      await window.restPointer();
    },
  },
  {
    name: 'status',
    themes: ['dark'],
    size: { width: 880, height: 260 },
    hasStatusBar: true,
    file: 'watch.ts',
    async arrange(window) {
      await window.underlined(2);
      await window.page.locator('#status\\.languageStatus').hover();
      await window.page.locator('.hover-language-status', { hasText: 'with types' }).waitFor();
    },
  },
  {
    name: 'settings',
    size: { width: 980, height: 640 },
    file: 'orders.ts',
    // Above it are the folders of this machine.
    part: '.settings-body',
    async arrange(window) {
      await window.run('Preferences: Open Settings (UI)');
      await window.page.keyboard.type('@ext:cancellation.vscode-cancellation');
      await window.page.locator('.settings-editor .setting-item', { hasText: 'Preset' }).first().waitFor();
      await window.restPointer();
    },
  },
];
