import { commands, l10n, window } from 'vscode';

/** Says that there is no server, once at a time, and offers what helps. */
export class ServerTrouble {
  #isShown = false;

  /** The server has ended too often. */
  async tellEnded(): Promise<void> {
    await this.#tell(
      l10n.t(
        'Async Cancellation: the language server has ended five times within three minutes and is not started again.',
      ),
    );
  }

  /** The server could not be started, or does not run any more. */
  async tellNotStarted(): Promise<void> {
    await this.#tell(l10n.t('Async Cancellation: the language server does not run.'));
  }

  async #tell(message: string): Promise<void> {
    if (this.#isShown) return;
    this.#isShown = true;
    const choices = new Map([
      [l10n.t('Restart'), 'cancellation.restart'],
      [l10n.t('Show Log'), 'cancellation.showLog'],
      [l10n.t('Copy Debug Information'), 'cancellation.copyDebugInformation'],
    ]);
    const choice = await window.showErrorMessage(message, ...choices.keys());
    this.#isShown = false;
    const command = choices.get(choice ?? '');
    if (command !== undefined) await commands.executeCommand(command);
  }
}
