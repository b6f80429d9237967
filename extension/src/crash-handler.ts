import { l10n } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import { EndCount } from './end-count.js';

/**
 * Starts a server that has ended once more, quietly, until it has ended too often. Then somebody has to know, once; all else
 * is for the log.
 */
export class CrashHandler implements ErrorHandler {
  readonly #onLastEnd: () => void;
  readonly #ends = new EndCount();

  /** @param onLastEnd is called when the server has ended too often and is not started again */
  constructor(onLastEnd: () => void) {
    this.#onLastEnd = onLastEnd;
  }

  /** A message that was lost: where the server has ended, that follows. */
  error(error: Error): ErrorHandlerResult {
    const message = l10n.t('A message to or from the server was lost: {0}', error.message);
    return { action: ErrorAction.Continue, message, handled: true };
  }

  closed(): CloseHandlerResult {
    const isTooOften = this.#ends.add(Date.now());
    if (isTooOften) this.#onLastEnd();
    return isTooOften
      ? {
          action: CloseAction.DoNotRestart,
          message: l10n.t('The server has ended too often and is not started again.'),
          handled: true,
        }
      : {
          action: CloseAction.Restart,
          message: l10n.t('The server has ended and is started again.'),
          handled: true,
        };
  }
}
