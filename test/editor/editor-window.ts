import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A row of the Problems panel. */
export interface Problem {
  message: string | undefined;
  source: string | undefined;
  code: string | undefined;
  place: string | undefined;
}

/** What the editor's line elements have; the tests are compiled without the types of a browser. */
interface ViewLine {
  style: { top: string };
  textContent: string;
}

/** A window of VS Code that shows one file. Each method waits until what it asks for is there. */
export class EditorWindow {
  readonly page: Page;
  readonly #file: string;

  private constructor(page: Page, file: string) {
    this.page = page;
    this.#file = file;
  }

  /**
   * Opens a window.
   *
   * @param page an empty one
   * @param address host and port of VS Code
   * @param folder the absolute path of the folder that the window shows
   * @param file the path in it of the file that the window shows
   */
  static async open(page: Page, address: string, folder: string, file: string): Promise<EditorWindow> {
    page.setDefaultTimeout(45_000);
    const payload = JSON.stringify([['openFile', `vscode-remote://${address}${path.join(folder, file)}`]]);
    const query = new URLSearchParams({ folder, payload }).toString();
    await page.goto(`http://${address}/?${query}`, { waitUntil: 'commit' });
    const window = new EditorWindow(page, path.join(folder, file));
    await window.#editor.locator('.view-line').first().waitFor();
    return window;
  }

  /** The underlines of a severity in the text. */
  underlines(severity: 'error' | 'warning'): Locator {
    return this.#editor.locator(`.squiggly-${severity}`);
  }

  /** Shows the Problems panel. @returns what it says, as soon as it says anything */
  async problems(): Promise<Problem[]> {
    await this.page.keyboard.press('Control+Shift+M');
    await this.#problemRows.first().waitFor();
    return (await this.#problemRows.allInnerTexts()).map((row) => {
      const [message, source, code, place] = row.split('\n');
      return { message, source, code, place };
    });
  }

  /** Puts the cursor where the first problem of the Problems panel is, which shows it if it does not yet. */
  async goToFirstProblem(): Promise<void> {
    if ((await this.#problemRows.count()) === 0) await this.problems();
    // A double click moves the keyboard to the problem's place in the text.
    await this.#problemRows.first().dblclick();
    await this.#editor.locator('.monaco-editor.focused').waitFor();
  }

  /** What the language status says, behind its symbol in the status bar. */
  status(words: string): Locator {
    return this.page
      .locator('#status\\.languageStatus [aria-label]')
      .and(this.page.locator(`[aria-label*="${words}"]`));
  }

  /** Waits for a peek view. @returns the lines that it lists */
  async peekedPlaces(): Promise<string> {
    const tree = this.page.locator('.peekview-widget .ref-tree');
    await tree.locator('.monaco-list-row').nth(1).waitFor();
    return (await tree.innerText()).replaceAll('\u00a0', ' ');
  }

  /** Applies the first of the fixes that Ctrl+. offers for the first problem of the Problems panel, which has this title. */
  async applyFirstQuickFix(title: string): Promise<void> {
    await this.goToFirstProblem();
    // A pointer that rests where the menu opens would choose an entry.
    await this.page.mouse.move(0, 0);
    await this.#openQuickFixes();
    await expect.poll(() => this.#quickFixes.first().innerText()).toBe(title);
    await this.#quickFixes.first().and(this.page.locator('.focused')).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** VS Code closes the menu, or does not open it, when findings arrive meanwhile; one asks again then, as a person would. */
  async #openQuickFixes(): Promise<void> {
    await expect
      .poll(async () => {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+.');
        return this.#quickFixes
          .first()
          .waitFor({ timeout: 5_000 })
          .then(
            () => true,
            () => false,
          );
      })
      .toBe(true);
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const palette = this.page.locator('.quick-input-widget');
    await palette.locator('input').fill(`>${title}`);
    await palette.locator('.monaco-list-row').filter({ hasText: title }).click();
  }

  /** The text in the editor, as far as it is in view. */
  async text(): Promise<string> {
    const lines = await this.#editor.locator('.view-line').evaluateAll((elements: ViewLine[]) =>
      elements
        .map((element) => ({ top: parseFloat(element.style.top), text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Saves the file. @returns what is on disk then */
  async save(): Promise<string> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tabs-container .tab.dirty').waitFor({ state: 'detached' });
    return readFile(this.#file, 'utf8');
  }

  get #editor(): Locator {
    return this.page.locator('.editor-instance');
  }

  get #quickFixes(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  get #problemRows(): Locator {
    return this.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ has: this.page.locator('.marker-icon') });
  }
}
