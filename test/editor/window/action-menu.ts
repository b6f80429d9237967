import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isReached, soon } from './reached.js';

/** The menu of code actions, used by the keyboard. */
export class ActionMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Opens the menu for the cursor's place.
   *
   * @param keys `Control+.` for all actions, `Control+Shift+R` for the refactorings
   * @returns the titles of its entries, from top to bottom
   */
  async open(keys = 'Control+.'): Promise<string[]> {
    // A pointer that rests where the menu opens would choose an entry.
    await this.#page.mouse.move(0, 0);
    // VS Code closes the menu, or does not open it, when findings arrive meanwhile; one asks again then, as a person would.
    await expect
      .poll(async () => {
        await this.#page.keyboard.press('Escape');
        await this.#page.keyboard.press(keys);
        return isReached(this.#entries.first().waitFor(soon));
      })
      .toBe(true);
    return this.#entries.allInnerTexts();
  }

  /**
   * Opens the menu, goes down to an entry, and chooses it.
   *
   * @param title the entry's
   * @param keys what opens the menu
   */
  async choose(title: string, keys?: string): Promise<void> {
    await expect.poll(() => this.open(keys)).toContain(title);
    await expect
      .poll(async () => {
        if (await isReached(this.#goTo(title))) return true;
        await this.open(keys);
        return false;
      })
      .toBe(true);
    await this.#page.keyboard.press('Enter');
    await this.#entries.first().waitFor({ state: 'detached' });
  }

  async #goTo(title: string): Promise<void> {
    const index = (await this.#entries.allInnerTexts()).indexOf(title);
    for (let below = 0; below < index; below++) {
      await this.#focused(below).waitFor(soon);
      await this.#page.keyboard.press('ArrowDown');
    }
    await this.#focused(index).filter({ hasText: title }).waitFor(soon);
  }

  #focused(index: number): Locator {
    return this.#entries.nth(index).and(this.#page.locator('.focused'));
  }

  /** Closes the menu without choosing. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#entries.first().waitFor({ state: 'detached' });
  }

  get #entries(): Locator {
    return this.#page.locator('.action-widget .monaco-list-row.action');
  }
}
