import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { ClientSupport } from '../support/client-support.js';
import { reasonOf } from '../support/reason-of.js';
import { readSettings, type CancellationSettings } from './settings.js';

/** Asks the client for the settings of each document, and remembers the answers until they change. */
export class DocumentSettings {
  readonly #connection: Connection;
  readonly #client: ClientSupport;
  readonly #known = new Map<string, Promise<CancellationSettings>>();
  readonly #told = new Set<string>();
  #section: unknown;

  /** @param section the settings of a client that cannot be asked */
  constructor(connection: Connection, client: ClientSupport, section: unknown) {
    this.#connection = connection;
    this.#client = client;
    this.#section = section;
  }

  /**
   * The settings of a document, in which a wrong value has become its default after one message about it.
   *
   * @param uri the document's address; its folder may have its own settings
   * @param signal ends the wait; the client's answer serves the next who asks
   * @throws the signal's reason when it aborts
   */
  async of(uri: string, signal: AbortSignal): Promise<CancellationSettings> {
    const known = this.#known.get(uri) ?? this.#read(uri);
    this.#known.set(uri, known);
    const settings = await known;
    signal.throwIfAborted();
    return settings;
  }

  /** @param section the new settings, from a client that cannot be asked for them */
  change(section: unknown): void {
    this.#section = section;
    this.askAgain();
  }

  /** Forgets the settings of all documents. */
  askAgain(): void {
    this.#known.clear();
    this.#told.clear();
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  async #read(uri: string): Promise<CancellationSettings> {
    const section: unknown = this.#client.answersConfiguration ? await this.#ask(uri) : this.#section;
    const { settings, problems } = readSettings(section);
    const words = problems.join(' ');
    if (words !== '' && !this.#told.has(words)) {
      this.#told.add(words);
      this.#show(words);
    }
    return settings;
  }

  /** As a notification: the library's own `showWarningMessage` is a request, which waits for an answer. */
  #show(message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }

  async #ask(uri: string): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'cancellation' });
    } catch (error) {
      this.#known.delete(uri);
      this.#connection.console.warn(`The client does not tell its settings: ${reasonOf(error)}.`);
      return undefined;
    }
  }
}
