import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { ClientSupport } from '../support/client-support.js';
import type { Log } from '../support/log.js';
import { reasonOf } from '../support/reason-of.js';
import { settingsSection } from '../protocol.js';
import { readSettings, type CancellationSettings } from './settings.js';

/** Asks the client for the settings of each document, and remembers the answers until they change. */
export class DocumentSettings {
  readonly #connection: Connection;
  readonly #client: ClientSupport;
  readonly #log: Log;
  readonly #known = new Map<string, Promise<CancellationSettings>>();
  readonly #told = new Set<string>();
  #section: unknown;

  /** @param section the settings of a client that cannot be asked */
  constructor(context: { connection: Connection; client: ClientSupport; log: Log }, section: unknown) {
    this.#connection = context.connection;
    this.#client = context.client;
    this.#log = context.log;
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

  /** The settings that belong to no document, such as what is logged. */
  async ofServer(): Promise<CancellationSettings> {
    return this.#read(undefined);
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

  async #read(uri: string | undefined): Promise<CancellationSettings> {
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

  async #ask(uri: string | undefined): Promise<unknown> {
    const scope = uri !== undefined && { scopeUri: uri };
    try {
      return await this.#connection.workspace.getConfiguration({ ...scope, section: settingsSection });
    } catch (error) {
      if (uri !== undefined) this.#known.delete(uri);
      this.#log.warn(`The client does not tell its settings: ${reasonOf(error)}.`);
      return undefined;
    }
  }
}
