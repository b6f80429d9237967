import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../support/reason-of.js';
import { threadFileBeside } from '../../support/thread-file.js';
import type { ConfigAnswer, ConfigQuestion } from './config-answer.js';

export interface ConfigWorkerOptions {
  /** The file that answers; the one beside this one unless told. */
  threadFile?: string;
  /** How long an answer may take, in milliseconds. */
  limit: number;
  /** After how many milliseconds without a question the thread ends. */
  idle: number;
  /** Takes what is printed in the thread, where it would be in the way of the protocol. */
  onOutput?: (text: string) => void;
}

/**
 * A thread in which the project's ESLint reads its config. The config is a program, which may end the process, hang or use up the
 * memory; nothing of that gets out of here.
 */
export class ConfigWorker {
  readonly #options: ConfigWorkerOptions;
  #worker: Worker | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ConfigWorkerOptions) {
    this.#options = options;
  }

  /** Answers one question after the other; whatever goes wrong is the answer's trouble. */
  async ask(question: ConfigQuestion): Promise<ConfigAnswer> {
    const answer = this.#last.then(() => this.#askNow(question));
    this.#last = answer;
    return answer;
  }

  /** Ends the thread, and a question that it works on with a trouble; the next question starts another one with no modules loaded. */
  async end(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #askNow(question: ConfigQuestion): Promise<ConfigAnswer> {
    clearTimeout(this.#idleTimer);
    const worker = (this.#worker ??= this.#start());
    const answered = new AbortController();
    const limit = AbortSignal.timeout(this.#options.limit);
    const signal = AbortSignal.any([limit, answered.signal]);
    try {
      worker.postMessage(question);
      return await Promise.race([messageOf(worker, signal), endOf(worker, signal)]);
    } catch (error) {
      await this.#drop(worker);
      const seconds = this.#options.limit / 1000;
      return {
        trouble: limit.aborted ? `it did not come to an end within ${seconds} seconds` : reasonOf(error),
      };
    } finally {
      answered.abort();
      this.#idleTimer = setTimeout(() => void this.end(), this.#options.idle).unref();
    }
  }

  #start(): Worker {
    const { threadFile = threadFileBeside(import.meta.url, 'config-thread'), onOutput } = this.#options;
    const worker = new Worker(threadFile, {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => onOutput?.(text.trimEnd()));
    }
    // Also between two questions, when a timer of the config's fails.
    worker.on('error', () => void this.#drop(worker));
    worker.on('exit', () => void this.#drop(worker));
    worker.unref();
    return worker;
  }

  async #drop(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = undefined;
    await worker.terminate();
  }
}

async function messageOf(worker: Worker, signal: AbortSignal): Promise<ConfigAnswer> {
  const [answer] = (await once(worker, 'message', { signal })) as [ConfigAnswer];
  return answer;
}

async function endOf(worker: Worker, signal: AbortSignal): Promise<never> {
  const [code] = (await once(worker, 'exit', { signal })) as [number];
  throw new Error(`it ended the process with exit code ${code}`);
}
