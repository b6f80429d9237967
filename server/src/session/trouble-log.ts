import type { FileResult } from '../engine/finding.js';
import type { Log } from '../support/log.js';

/** Logs why documents cannot be checked, each reason once until it changes. */
export class TroubleLog {
  readonly #log: Log;
  readonly #told = new Map<string, string | undefined>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Takes note of what a check of the document at this address came to. */
  tell(uri: string, { trouble, isSyntaxError }: FileResult): void {
    if (trouble !== undefined && this.#told.get(uri) !== trouble) {
      if (isSyntaxError) this.#log.info(`${uri}: ${trouble}`);
      else this.#log.warn(`${uri}: ${trouble}`);
    }
    this.#told.set(uri, trouble);
  }

  forget(uri: string): void {
    this.#told.delete(uri);
  }
}
