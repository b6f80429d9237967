import type { LanguageClient } from 'vscode-languageclient/node';

/** What the server's life needs of a client. */
export type StartableClient = Pick<LanguageClient, 'start' | 'dispose'>;

/**
 * The one server of a window. Each start takes a new client, because a client whose first start has failed cannot
 * be started again. What goes wrong is shown and logged by the client; no method rejects.
 */
export class Server {
  readonly #createClient: () => StartableClient;
  #client: StartableClient | undefined;
  #lastStep: Promise<void> = Promise.resolve();

  constructor(createClient: () => StartableClient) {
    this.#createClient = createClient;
  }

  /** Starts the server, after it has ended the one that runs. */
  restart(): Promise<void> {
    return this.#endAnd(async () => {
      this.#client = this.#createClient();
      await this.#client.start();
    });
  }

  /** Ends the server, also one that does not answer. */
  stop(): Promise<void> {
    return this.#endAnd(() => Promise.resolve());
  }

  /** Steps wait for each other, because a client cannot be stopped while it starts. */
  #endAnd(step: () => Promise<void>): Promise<void> {
    this.#lastStep = this.#lastStep
      .then(() => this.#client?.dispose())
      .catch(() => undefined)
      .then(step)
      .catch(() => undefined);
    return this.#lastStep;
  }
}
