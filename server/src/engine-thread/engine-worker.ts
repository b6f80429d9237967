import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { AwaitedProcess } from '../support/awaited-process.js';
import { reasonOf } from '../support/reason-of.js';
import { threadFileBeside } from '../support/thread-file.js';
import type { Message, PlainEngineOptions, Question, ThreadData } from './engine-messages.js';

/** What the thread says that concerns others. */
export type EngineMessage = Exclude<Message, { process: unknown }>;

/** What a thread may take, and whom it speaks to. */
export interface EngineSurroundings {
  /** In MB; see RemoteEngineOptions. */
  memoryLimit: number | undefined;
  onMessage: (message: EngineMessage) => void;
  /** Called once when the thread has ended by itself, such as for lack of memory. */
  onFailure: (reason: string) => void;
}

/** A running thread with an engine. */
export class EngineWorker {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #awaited: AwaitedProcess;

  constructor(options: PlainEngineOptions, { memoryLimit, onMessage, onFailure }: EngineSurroundings) {
    const { port1, port2 } = new MessageChannel();
    const workerData: ThreadData = { options, port: port2 };
    this.#worker = new Worker(threadFileBeside(import.meta.url, 'engine-thread'), {
      workerData,
      transferList: [port2],
      ...(memoryLimit !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memoryLimit } }),
    });
    this.#awaited = new AwaitedProcess(this.#worker);
    this.#port = port1.on('message', (message: Message) => {
      if ('process' in message) this.#awaited.is(message.process);
      else onMessage(message);
    });
    let reason = 'it ended';
    this.#worker.on('error', (error) => {
      reason = reasonOf(error);
    });
    this.#worker.once('exit', () => {
      port1.close();
      onFailure(reason);
    });
  }

  post(question: Question): void {
    this.#port.postMessage(question);
  }

  /** Ends the thread, whatever it is doing; that is no failure. */
  async end(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    this.#port.close();
    await this.#awaited.terminate();
  }
}
