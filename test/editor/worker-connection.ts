import type { Page } from 'playwright-core';
import {
  createProtocolConnection,
  Emitter,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/**
 * Starts a worker in a page, and talks with it by messages.
 *
 * @param page one that shows some address, since a worker belongs to one
 * @param script the worker's source text
 * @returns a connection that listens already
 */
export async function connectToWorker(page: Page, script: string): Promise<ProtocolConnection> {
  const received = new Emitter<Message>();
  await page.exposeFunction('receive', (message: Message) => {
    received.fire(message);
  });
  await page.evaluate(`
    globalThis.worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])));
    worker.onmessage = ({ data }) => receive(data);
  `);
  const [failed, closed] = [new Emitter<never>().event, new Emitter<void>().event];
  const connection = createProtocolConnection(
    {
      listen: (callback) => received.event(callback),
      onError: failed,
      onClose: closed,
      onPartialMessage: failed,
      dispose: () => undefined,
    },
    {
      write: async (message) => {
        await page.evaluate(`worker.postMessage(${JSON.stringify(message)})`);
      },
      end: () => undefined,
      onError: failed,
      onClose: closed,
      dispose: () => undefined,
    },
  );
  connection.listen();
  return connection;
}
