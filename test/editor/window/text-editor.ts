import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isReached, soon } from './reached.js';

/** What the editor's line elements have; the tests are compiled without the types of a browser. */
interface ViewLine {
  style: { top: string };
  textContent: string;
}

/** The editor in the middle of a window: the text of a file, and what is shown in and about it. */
export class TextEditor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until there is a text. */
  async ready(): Promise<void> {
    await this.#editor.locator('.view-line').first().waitFor();
  }

  /** Waits until what is typed goes into the text. */
  async focused(): Promise<void> {
    await this.#editor.locator('.monaco-editor.focused').waitFor();
  }

  /** Shows a file. @param file an absolute path; no other file in the window has its name */
  async show(file: string): Promise<void> {
    const input = this.#page.locator('.quick-input-widget');
    // Until the file is found, the last one is offered.
    const found = input.locator(`.monaco-list-row.focused[aria-label^="${path.basename(file)}"]`);
    await this.#ask('Control+P', file, () => isReached(found.waitFor(soon)));
    await this.#page.keyboard.press('Enter');
    await this.#editor.locator(`.monaco-editor.focused[data-uri$="${file}"] .view-line`).first().waitFor();
  }

  /** Puts the cursor somewhere, counted from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const input = this.#page.locator('.quick-input-widget');
    await this.#ask('Control+G', `:${line}:${column}`, () => input.isVisible());
    await this.#page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.focused();
    await expect
      .poll(() => this.#page.locator('#status\\.editor\\.selection').innerText())
      .toBe(`Ln ${line}, Col ${column}`);
  }

  /** Types into the field that a key opens, and opens it again where something else that happens meanwhile closes it. */
  async #ask(key: string, text: string, isAnswered: () => Promise<boolean>): Promise<void> {
    const input = this.#page.locator('.quick-input-widget input').first();
    await expect
      .poll(async () => {
        await this.#page.keyboard.press(key);
        return (await isReached(input.fill(text, soon))) && isAnswered();
      })
      .toBe(true);
  }

  /** The underlines of a severity in the text. */
  underlines(severity: 'error' | 'warning'): Locator {
    return this.#editor.locator(`.squiggly-${severity}`);
  }

  /** The text, as far as it is in view. */
  async text(): Promise<string> {
    const lines = await this.#editor.locator('.view-line').evaluateAll((elements: ViewLine[]) =>
      elements
        .map((element) => ({ top: parseFloat(element.style.top), text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Saves the text, and waits until that is done. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+S');
    await this.#page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Shows by the keyboard what is known of the cursor's place. @returns what the hover says */
  async hover(words: string): Promise<string> {
    await this.#page.keyboard.press('Control+K');
    await this.#page.keyboard.press('Control+I');
    const hover = this.#page.locator('.monaco-hover:visible').filter({ hasText: words });
    await hover.first().waitFor();
    return (await hover.first().innerText()).replaceAll('\u00a0', ' ');
  }

  /** Waits for a peek view. @returns the lines that it lists */
  async peekedPlaces(): Promise<string> {
    const tree = this.#page.locator('.peekview-widget .ref-tree');
    await tree.locator('.monaco-list-row').nth(1).waitFor();
    return (await tree.innerText()).replaceAll('\u00a0', ' ');
  }

  get #editor(): Locator {
    return this.#page.locator('.editor-instance');
  }
}
