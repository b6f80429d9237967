import {
  CancellationTokenSource,
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp/lsp-client.js';
import type { Random } from './random.js';

/** So many requests wait for their answers at most. */
const mostRequests = 8;

/** How long nothing may come back before the server counts as stuck, in milliseconds. */
const patience = 120_000;

/** A client that asks without waiting, calls off what it asked, and notes what should not have been answered so. */
export class StressClient {
  readonly lsp: LspClient;
  /** What went wrong since this was last looked at. */
  readonly complaints: string[] = [];
  readonly #running = new Set<Promise<void>>();
  #requests = 0;
  #cancelled = 0;

  private constructor(lsp: LspClient) {
    this.lsp = lsp;
  }

  static async start(folder: string, capabilities: ClientCapabilities): Promise<StressClient> {
    return new StressClient(await LspClient.start({ folders: [folder], capabilities, settings: () => null }));
  }

  /** How many requests were sent, and how many of them were answered as cancelled. */
  get counts(): { requests: number; cancelled: number } {
    return { requests: this.#requests, cancelled: this.#cancelled };
  }

  /**
   * Asks something, and perhaps calls it off, at once or a little later.
   *
   * @param method what is asked
   * @param chance how likely it is called off
   * @returns the answer; undefined where there is none, because it was called off or because the document changed
   */
  async ask<Answer>(
    method: string,
    params: object,
    { random, chance = 0.2 }: { random: Random; chance?: number },
  ): Promise<Answer | undefined> {
    this.#requests++;
    const source = new CancellationTokenSource();
    const answer = this.lsp.connection.sendRequest<Answer>(method, params, source.token);
    const isCancelled = random.isLucky(chance);
    const delay = random.below(3) === 0 ? random.below(60) : 0;
    const timer =
      isCancelled && delay > 0
        ? setTimeout(() => {
            source.cancel();
          }, delay)
        : undefined;
    if (isCancelled && delay === 0) source.cancel();
    try {
      return await answer;
    } catch (error) {
      const code = error instanceof ResponseError ? error.code : undefined;
      const isDue =
        (code === LSPErrorCodes.RequestCancelled && isCancelled) ||
        (code === LSPErrorCodes.ServerCancelled && method === 'textDocument/diagnostic');
      if (isDue) this.#cancelled++;
      else this.complaints.push(`${method} failed: ${String(error)}`);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets something go on that asks, and waits only where too much is going on already. */
  async run(work: Promise<void>): Promise<void> {
    const running = work.catch((error: unknown) => {
      this.complaints.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
    if (this.#running.size > mostRequests) await this.#inTime(Promise.race(this.#running));
  }

  /** Waits until everything is answered. */
  async rest(): Promise<void> {
    while (this.#running.size > 0) await this.#inTime(Promise.all(this.#running));
  }

  async #inTime(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error('The server is stuck: nothing is answered.'));
      }, patience);
    });
    try {
      await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
