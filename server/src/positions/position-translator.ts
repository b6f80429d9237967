import {
  Message,
  PositionEncodingKind,
  type NotificationMessage,
  type RequestMessage,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { isObject } from '../support/is-object.js';
import { toBytes, toCodeUnits } from './columns.js';
import { MirroredTexts } from './mirrored-texts.js';
import { negotiatedEncoding } from './negotiated-encoding.js';
import { replacePositions, uriIn, type ReplacePosition } from './replace-positions.js';

/**
 * Translates the places in all messages for a client that counts in bytes of UTF-8, so that the server itself has to know of
 * nothing but UTF-16. Where the client counts in UTF-16, messages pass as they are.
 */
export class PositionTranslator {
  readonly #texts = new MirroredTexts();
  /** The documents that requests are about, by the request's id, until they are answered. */
  readonly #asked = new Map<number | string | null, string>();
  #isUtf8 = false;

  /** @returns a message of the client's as the server understands it */
  fromClient(message: Message): Message {
    if (!Message.isRequest(message) && !Message.isNotification(message)) return message;
    if (message.method === 'initialize') this.#isUtf8 = wantsUtf8(message);
    if (!this.#isUtf8) return message;
    const uri = uriIn(message.params);
    if (Message.isRequest(message) && uri !== undefined) this.#asked.set(message.id, uri);
    if (message.method === 'textDocument/didChange') return this.#changed(message);
    const translated = replacePositions(message, this.#places(toCodeUnits));
    this.#follow(message);
    return translated;
  }

  /** @returns a message of the server's as the client understands it */
  fromServer(message: Message): Message {
    if (!this.#isUtf8) return message;
    if (!Message.isResponse(message)) return replacePositions(message, this.#places(toBytes));
    const uri = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    return replacePositions(message, this.#places(toBytes), uri);
  }

  #places(convert: (line: string, column: number) => number): ReplacePosition {
    const found = new Map<string, ReturnType<MirroredTexts['find']>>();
    return (uri, { line, character }) => {
      if (!found.has(uri)) found.set(uri, this.#texts.find(uri));
      const text = found.get(uri)?.getText({
        start: { line, character: 0 },
        end: { line: line + 1, character: 0 },
      });
      return { line, character: text === undefined ? character : convert(text, character) };
    };
  }

  #follow({ method, params }: RequestMessage | NotificationMessage): void {
    if (!isObject(params) || !isObject(params.textDocument)) return;
    const { uri, text } = params.textDocument;
    if (typeof uri !== 'string') return;
    if (method === 'textDocument/didOpen' && typeof text === 'string') this.#texts.open(uri, text);
    if (method === 'textDocument/didClose') this.#texts.close(uri);
  }

  /** Each change means the text that the one before has left. */
  #changed(message: RequestMessage | NotificationMessage): Message {
    const uri = uriIn(message.params);
    const { params } = message;
    if (uri === undefined || !isObject(params) || !Array.isArray(params.contentChanges)) return message;
    const contentChanges = (params.contentChanges as TextDocumentContentChangeEvent[]).map((change) => {
      const translated = replacePositions(change, this.#places(toCodeUnits), uri);
      this.#texts.change(uri, translated);
      return translated;
    });
    const changed: typeof message = { ...message, params: { ...params, contentChanges } };
    return changed;
  }
}

function wantsUtf8({ params }: RequestMessage | NotificationMessage): boolean {
  if (!isObject(params) || !isObject(params.capabilities)) return false;
  return negotiatedEncoding(params.capabilities) === PositionEncodingKind.UTF8;
}
