import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the server's life needs of a client. */
export type StartableClient = Pick<BaseLanguageClient, 'start' | 'dispose'>;

/**
 * The one server of a window. Each start takes a new client, because a client whose first start has failed cannot
 * be started again. What goes wrong is logged by the client; no method rejects.
 */
export class Server<Client extends StartableClient = BaseLanguageClient> {
  readonly #createClient: () => Promise<Client>;
  readonly #onFailedStart: () => void;
  #client: Client | undefined;
  #lastStep: Promise<void> = Promise.resolve();

  /** @param onFailedStart is called when a start has failed that nobody has called off */
  constructor(createClient: () => Promise<Client>, onFailedStart: () => void = () => undefined) {
    this.#createClient = createClient;
    this.#onFailedStart = onFailedStart;
  }

  /** @returns the client, as soon as nothing is being started or ended any more; none before the first start */
  async client(): Promise<Client | undefined> {
    await this.#lastStep;
    return this.#client;
  }

  /** Starts the server, after it has ended the one that runs. */
  restart(): Promise<void> {
    return this.#endAnd(async () => {
      this.#client = await this.#createClient();
      await this.#client.start().catch(this.#onFailedStart);
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
