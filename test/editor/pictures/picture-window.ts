import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { writeFiles } from '../../support/temporary-folder.js';

/** In points, of which the pictures have two pixels each. */
interface Size {
  width: number;
  height: number;
}

/** What is to be seen in a window. */
export interface View {
  /** The path of the file in the window's folder. */
  file: string;
  size: Size;
  hasStatusBar?: boolean;
}

export type Theme = 'light' | 'dark';

const themes: Record<Theme, string> = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Nothing beside what is to be seen. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.folding': false,
  'editor.fontSize': 14,
  'editor.glyphMargin': false,
  'editor.guides.indentation': false,
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.lightbulb.enabled': 'on',
  'editor.matchBrackets': 'never',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.renderFinalNewline': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'editor.scrollbar.horizontal': 'hidden',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
  'workbench.editor.useModal': 'off',
  'workbench.layoutControl.enabled': false,
  'workbench.remoteIndicator.showExtensionRecommendations': false,
  'workbench.tree.enableStickyScroll': false,
};

/** A window of VS Code on a folder of its own, arranged for a picture. */
export class PictureWindow {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * @param browser shows it
   * @param address host and port of VS Code
   * @param shown the folder, which is empty yet, its files, the one to show, and how
   */
  static async open(
    browser: Browser,
    address: string,
    shown: { folder: string; files: Record<string, string>; theme: Theme } & View,
  ): Promise<PictureWindow> {
    const { folder, files, file, theme, size, hasStatusBar = false } = shown;
    const chosen = JSON.stringify({
      ...settings,
      'workbench.colorTheme': themes[theme],
      'workbench.statusBar.visible': hasStatusBar,
    });
    await writeFiles(folder, { ...files, '.vscode/settings.json': chosen });
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme: theme });
    page.setDefaultTimeout(60_000);
    const payload = JSON.stringify([['openFile', `vscode-remote://${address}${path.join(folder, file)}`]]);
    const query = new URLSearchParams({ folder, payload }).toString();
    await page.goto(`http://${address}/?${query}`, { waitUntil: 'commit' });
    const window = new PictureWindow(page);
    await window.word('export').waitFor();
    await window.focusText();
    if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+B');
    return window;
  }

  /** A word of the text, the first unless told, by its own element or the one that holds it. */
  word(text: string, count = 0): Locator {
    return this.page.locator('.editor-instance .view-line span > span', { hasText: text }).nth(count);
  }

  /** Waits until findings are underlined, so many at least. */
  async underlined(count: number): Promise<void> {
    await this.page
      .locator('.squiggly-error, .squiggly-warning')
      .nth(count - 1)
      .waitFor();
  }

  /** Moves the keyboard to the text. */
  async focusText(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Runs a command by its title in the command palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const palette = this.page.locator('.quick-input-widget');
    await palette.locator('input').fill(`>${title}`);
    await palette.locator('.monaco-list-row', { hasText: title }).first().click();
    await palette.waitFor({ state: 'hidden' });
  }

  /** Drags the upper edge of the panel below the text. @param height what it is to have then */
  async enlargePanel(height: number): Promise<void> {
    const { mouse } = this.page;
    const box = await this.page.locator('.part.panel').boundingBox();
    if (!box) throw new Error('There is no panel.');
    const middle = box.x + box.width / 2;
    // What one can take hold of is in the gap above it.
    const edge = box.y - 3;
    await mouse.move(middle, edge);
    await mouse.down();
    await mouse.move(middle, edge + box.height - height, { steps: 5 });
    await mouse.up();
  }

  /** Moves the pointer to where it points at nothing. */
  async restPointer(): Promise<void> {
    const { width = 0 } = this.page.viewportSize() ?? {};
    await this.page.mouse.move(width - 2, 2);
  }
}
