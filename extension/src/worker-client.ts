import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions, type ClientContext } from './client-options.js';

declare global {
  /** A worker of a browser, as far as it is used here; the types of a whole browser would clash with Node's. */
  class Worker {
    constructor(address: string);
    addEventListener(type: 'message' | 'error', listener: (event: { message?: string }) => void): void;
    terminate(): void;
  }
}

/** A client whose server is a worker of the browser, which it ends with itself. */
export class WorkerClient extends LanguageClient {
  #worker: Worker | undefined;

  /**
   * @param address that of the server's file
   */
  constructor(address: string, context: ClientContext) {
    super('cancellation', 'Async Cancellation', () => this.#startWorker(address), clientOptions(context));
  }

  /** Shows nothing itself of what goes wrong, since whoever starts it does. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#worker?.terminate();
    }
  }

  async #startWorker(address: string): Promise<MessageTransports> {
    const worker = new Worker(address);
    this.#worker = worker;
    await loaded(worker);
    // VS Code makes workers in a way of its own, so that the library does not know them for such.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }
}

/** Waits until the server says that it is there. @throws an error where it cannot be loaded, and would never answer */
async function loaded(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => {
      resolve();
    });
    worker.addEventListener('error', ({ message = 'its file cannot be read' }) => {
      reject(new Error(`The server cannot be loaded: ${message}`));
    });
  });
}
