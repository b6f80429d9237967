import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ActionMenu } from './window/action-menu.js';
import { isReached, soon } from './window/reached.js';
import { Notifications } from './window/notifications.js';
import { ProblemsPanel, type Problem } from './window/problems-panel.js';
import { TextEditor } from './window/text-editor.js';

/** What a window shows beside its file. */
export interface WindowOptions {
  /** The path in the folder of a `.code-workspace`, which is opened instead of the folder. */
  workspaceFile?: string;
  /** The folder of an extension that only this window has. */
  extension?: string;
}

/** A window of VS Code that shows one file. Each method waits until what it asks for is there. */
export class EditorWindow {
  readonly page: Page;
  readonly editor: TextEditor;
  readonly problemsPanel: ProblemsPanel;
  readonly actions: ActionMenu;
  readonly notifications: Notifications;
  readonly folder: string;
  #file: string;

  private constructor(page: Page, folder: string, file: string) {
    this.page = page;
    this.folder = folder;
    this.#file = file;
    this.editor = new TextEditor(page);
    this.problemsPanel = new ProblemsPanel(page);
    this.actions = new ActionMenu(page);
    this.notifications = new Notifications(page);
  }

  /**
   * Opens a window.
   *
   * @param page an empty one
   * @param address host and port of VS Code
   * @param folder the absolute path of the folder that the window shows
   * @param shown the path in it of the file that the window shows, and what else is asked of the window
   */
  static async open(
    page: Page,
    address: string,
    folder: string,
    shown: string | (WindowOptions & { file: string }),
  ): Promise<EditorWindow> {
    const { file, workspaceFile, extension } = typeof shown === 'string' ? { file: shown } : shown;
    const payload = [['openFile', remote(address, path.join(folder, file))]];
    if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(address, extension)]);
    const query = new URLSearchParams({
      ...(workspaceFile === undefined ? { folder } : { workspace: path.join(folder, workspaceFile) }),
      payload: JSON.stringify(payload),
    });
    const window = await EditorWindow.load(page, `http://${address}/?${query.toString()}`, {
      folder,
      file: path.join(folder, file),
    });
    if (workspaceFile !== undefined) await window.#showFolders();
    return window;
  }

  /** Opens a window by its address, which says what it shows: a folder, and a file in it. */
  static async load(
    page: Page,
    address: string,
    { folder, file }: { folder: string; file: string },
  ): Promise<EditorWindow> {
    page.setDefaultTimeout(45_000);
    await page.goto(address, { waitUntil: 'commit' });
    const window = new EditorWindow(page, folder, file);
    await window.editor.ready();
    return window;
  }

  /** VS Code now and then reads a workspace's file too early and shows no folder; to load the window again helps. */
  async #showFolders(): Promise<void> {
    const folders = this.page.locator('.explorer-folders-view .monaco-list-row');
    await expect
      .poll(async () => {
        if (await isReached(folders.first().waitFor(soon))) return true;
        await this.page.reload({ waitUntil: 'commit' });
        await this.editor.ready();
        return false;
      })
      .toBe(true);
  }

  /** Shows another file. @param file its path in the folder */
  async show(file: string): Promise<void> {
    this.#file = path.join(this.folder, file);
    await this.editor.show(this.#file);
  }

  /** The underlines of a severity in the text. */
  underlines(severity: 'error' | 'warning'): Locator {
    return this.editor.underlines(severity);
  }

  /** Shows the Problems panel. @returns what it says, as soon as it says anything */
  async problems(): Promise<Problem[]> {
    return this.problemsPanel.problems();
  }

  /** Puts the cursor where the first problem of the Problems panel is, which shows it if it does not yet. */
  async goToFirstProblem(): Promise<void> {
    await this.problems();
    await this.problemsPanel.openFirst();
    await this.editor.focused();
  }

  /** What the language status says, behind its symbol in the status bar. */
  status(words: string): Locator {
    return this.page
      .locator('#status\\.languageStatus [aria-label]')
      .and(this.page.locator(`[aria-label*="${words}"]`));
  }

  /** What the status bar says for a while. */
  statusMessage(words: string): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: words });
  }

  /** Waits for a peek view. @returns the lines that it lists */
  async peekedPlaces(): Promise<string> {
    return this.editor.peekedPlaces();
  }

  /** Applies the first of the fixes that Ctrl+. offers for the first problem of the Problems panel, which has this title. */
  async applyFirstQuickFix(title: string): Promise<void> {
    await this.goToFirstProblem();
    await expect.poll(async () => (await this.actions.open())[0]).toBe(title);
    await this.actions.choose(title);
  }

  /** Runs a command by its title in the command palette, which lacks those of extensions while a window starts. */
  async runCommand(title: string): Promise<void> {
    const palette = this.page.locator('.quick-input-widget');
    const command = palette.locator('.monaco-list-row.focused').filter({ hasText: title });
    await expect
      .poll(async () => {
        await this.page.keyboard.press('F1');
        await palette.locator('input').fill(`>${title}`);
        return isReached(command.waitFor(soon));
      })
      .toBe(true);
    await this.page.keyboard.press('Enter');
    await palette.waitFor({ state: 'hidden' });
  }

  /** The text in the editor, as far as it is in view. */
  async text(): Promise<string> {
    return this.editor.text();
  }

  /** Saves the file. @returns what is on disk then */
  async save(): Promise<string> {
    await this.editor.save();
    return readFile(this.#file, 'utf8');
  }
}

function remote(address: string, file: string): string {
  return `vscode-remote://${address}${file}`;
}
