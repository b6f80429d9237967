import type { Locator, Page } from 'playwright-core';

/** What a window tells or asks beside the text: notifications, and dialogs that have to be answered. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the list of notifications, where they stay until somebody answers or clears them. @returns those that say these words */
  async saying(words: string): Promise<Locator> {
    await this.#open();
    return this.#items.filter({ hasText: words });
  }

  /** Opens the list of notifications. @returns what they say */
  async texts(): Promise<string[]> {
    await this.#open();
    return this.#items.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Presses a button of a notification. */
  async answer(words: string, button: string): Promise<void> {
    await (await this.saying(words)).getByRole('button', { name: button }).click();
  }

  /** The dialog that covers the window. */
  get dialog(): Locator {
    return this.#page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the dialog. */
  async answerDialog(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async #open(): Promise<void> {
    const list = this.#page.locator('.notifications-center.visible');
    if (!(await list.isVisible())) await this.#page.locator('#status\\.notifications a').click();
    await list.waitFor();
  }

  get #items(): Locator {
    return this.#page.locator('.notifications-center .notification-list-item');
  }
}
