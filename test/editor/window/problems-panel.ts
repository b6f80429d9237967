import type { Locator, Page } from 'playwright-core';

/** A row of the Problems panel. */
export interface Problem {
  message: string | undefined;
  source: string | undefined;
  code: string | undefined;
  place: string | undefined;
}

/** The Problems panel: what every extension has found in the files of the workspace. */
export class ProblemsPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Shows the panel. @returns what it says, as soon as it says anything */
  async problems(): Promise<Problem[]> {
    await this.#show();
    await this.#rows.first().waitFor();
    return this.#read();
  }

  /** @returns what the panel says now, which may be nothing */
  async current(): Promise<Problem[]> {
    await this.#show();
    return this.#read();
  }

  /** Moves the keyboard to the first problem's place in the text. */
  async openFirst(): Promise<void> {
    await this.#show();
    await this.#rows.first().dblclick();
  }

  /** The keys that show the panel hide it when it has the keyboard. */
  async #show(): Promise<void> {
    const panel = this.#page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.#page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
  }

  async #read(): Promise<Problem[]> {
    return (await this.#rows.allInnerTexts()).map((row) => {
      const [message, source, code, place] = row.split('\n');
      return { message, source, code, place };
    });
  }

  get #rows(): Locator {
    return this.#page
      .locator('.markers-panel .monaco-list-row')
      .filter({ has: this.#page.locator('.marker-icon') });
  }
}
