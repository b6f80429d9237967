import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-late-abort-listener.js';

testRule(rule, {
  'no look at the signal, beside one at the start': {
    invalid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
          ~~~~~~~~~~~~~~~~~~~~~~~ late
            clearTimeout(timer);
            reject(signal.reason);
          }, { once: true });
        });
      }
    `,
    valid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            reject(signal.reason);
          }, { once: true });
        });
      }
    `,
  },
  'a named listener, beside one that is called where needed': {
    invalid: `
      export function send(body: string, signal?: AbortSignal): void {
        const request = new XMLHttpRequest();
        const onAbort = (): void => request.abort();
        signal?.addEventListener('abort', onAbort);
        ~~~~~~~~~~~~~~~~~~~~~~~~ late
        request.onloadend = () => signal?.removeEventListener('abort', onAbort);
        request.open('POST', 'https://example.com');
        request.send(body);
      }
    `,
    valid: `
      export function send(body: string, signal?: AbortSignal): void {
        const request = new XMLHttpRequest();
        const onAbort = (): void => request.abort();
        signal?.addEventListener('abort', onAbort);
        request.onloadend = () => signal?.removeEventListener('abort', onAbort);
        request.open('POST', 'https://example.com');
        request.send(body);
        if (signal?.aborted) onAbort();
      }
    `,
  },
  'onabort, beside addAbortListener': {
    invalid: `
      export function watch(socket: WebSocket, options: { signal: AbortSignal }): void {
        options.signal.onabort = () => socket.close();
        ~~~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    valid: `
      import { addAbortListener } from 'node:events';
      export function watch(socket: WebSocket, options: { signal: AbortSignal }): void {
        addAbortListener(options.signal, () => socket.close());
      }
    `,
  },
  'a received signal, beside an owned one': {
    invalid: `
      export function watch(socket: WebSocket, { signal }: { signal?: AbortSignal }): void {
        if (signal) signal.addEventListener('abort', () => socket.close());
                    ~~~~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    valid: `
      export function watch(socket: WebSocket): () => void {
        const controller = new AbortController();
        controller.signal.addEventListener('abort', () => socket.close());
        return () => controller.abort();
      }
    `,
  },
  'a field, beside one that another method looks at': {
    invalid: `
      export class Stream {
        readonly #signal: AbortSignal;
        readonly #stop = (): void => this.close();
        constructor(signal: AbortSignal) {
          this.#signal = signal;
        }
        open(): void {
          this.#signal.addEventListener('abort', this.#stop);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ late
        }
        close(): void {
          this.#signal.removeEventListener('abort', this.#stop);
        }
      }
    `,
    valid: `
      export class Stream {
        readonly #signal: AbortSignal;
        readonly #stop = (): void => this.close();
        constructor(signal: AbortSignal) {
          this.#signal = signal;
        }
        open(): void {
          this.#assertOpen();
          this.#signal.addEventListener('abort', this.#stop);
        }
        close(): void {
          this.#signal.removeEventListener('abort', this.#stop);
        }
        #assertOpen(): void {
          if (this.#signal.aborted) throw new Error('closed');
        }
      }
    `,
  },
  'a look in a handler of failures, beside one in the caller': {
    invalid: `
      declare function start(): Promise<{ stop(): void }>;
      export async function run(signal: AbortSignal): Promise<void> {
        try {
          const job = await start();
          signal.addEventListener('abort', () => job.stop());
          ~~~~~~~~~~~~~~~~~~~~~~~ late
        } catch (error) {
          console.error('no job', error);
          throw error;
        }
      }
    `,
    valid: `
      function watch(job: { stop(): void }, signal: AbortSignal): void {
        signal.addEventListener('abort', () => job.stop());
      }
      declare function start(): { stop(): void };
      export function run({ signal }: { signal: AbortSignal }): void {
        if (signal.aborted) return;
        watch(start(), signal);
      }
    `,
  },
  'a signal that only its own listener looks at, beside one that is handed on': {
    invalid: `
      export function watch(socket: WebSocket, signal: AbortSignal): void {
        signal.addEventListener('abort', function () {
        ~~~~~~~~~~~~~~~~~~~~~~~ late
          if (signal.aborted) socket.close();
        });
      }
    `,
    valid: `
      declare function register(socket: WebSocket, signal: AbortSignal): void;
      export function watch(socket: WebSocket, signal: AbortSignal): void {
        signal.addEventListener('abort', () => socket.close());
        register(socket, signal);
      }
    `,
  },
  'a combined signal, beside one whose parts were looked at': {
    invalid: `
      export function watch(socket: WebSocket, outerSignal: AbortSignal): void {
        const signal = AbortSignal.any([outerSignal, AbortSignal.timeout(100)]);
        signal.addEventListener('abort', () => socket.close());
        ~~~~~~~~~~~~~~~~~~~~~~~ late
      }
    `,
    valid: `
      export function watch(socket: WebSocket, outerSignal: AbortSignal): void {
        outerSignal.throwIfAborted();
        const signal = AbortSignal.any([outerSignal, AbortSignal.timeout(100)]);
        signal.addEventListener('abort', () => socket.close());
      }
    `,
  },
  'an options member, beside an alias of it that is looked at': {
    invalid: `
      export async function read(socket: WebSocket, options: { signal?: AbortSignal } = {}): Promise<void> {
        options.signal?.addEventListener('abort', () => socket.close());
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ late
        await new Promise((resolve) => socket.addEventListener('close', resolve));
      }
    `,
    valid: `
      export async function read(socket: WebSocket, options: { signal?: AbortSignal } = {}): Promise<void> {
        const { signal } = options;
        const isAborted = signal?.aborted ?? false;
        if (isAborted) return;
        options.signal?.addEventListener('abort', () => socket.close());
        await new Promise((resolve) => socket.addEventListener('close', resolve));
      }
    `,
  },
  'what the listener uses is declared after it, beside before': {
    invalid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
          ~~~~~~~~~~~~~~~~~~~~~~~ late
            clearTimeout(timer);
          });
          const timer = setTimeout(resolve, ms);
        });
      }
    `,
    valid: `
      export function sleep(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
          });
          const timer = setTimeout(resolve, ms);
        });
      }
    `,
  },
  'a callback after a wait, beside one whose signal was just made': {
    invalid: `
      declare function tool(options: { execute: (url: string, context: { abortSignal: AbortSignal }) => Promise<void> }): void;
      tool({
        execute: async (url, { abortSignal }) => {
          const { WebSocket: Socket } = await import('undici');
          const socket = new Socket(url);
          abortSignal.addEventListener('abort', () => socket.close());
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ late
        },
      });
    `,
    valid: `
      declare function tool(options: { execute: (url: string, context: { abortSignal: AbortSignal }) => Promise<void> }): void;
      tool({
        execute: async (url, { abortSignal }) => {
          const socket = new WebSocket(url);
          abortSignal.addEventListener('abort', () => socket.close());
        },
      });
      export async function GET(request: Request): Promise<Response> {
        const socket = new WebSocket(request.url);
        request.signal.addEventListener('abort', () => socket.close());
        return new Response('opened');
      }
    `,
  },
  'plain JavaScript, beside an event of the same name': {
    language: 'js',
    invalid: `
      const stop = 'abort';
      export function upload(file, { signal, onProgress } = {}) {
        const request = new XMLHttpRequest();
        signal && signal.addEventListener(stop, () => request.abort());
                  ~~~~~~~~~~~~~~~~~~~~~~~ late
        request.upload.onprogress = onProgress;
        request.send(file);
        return () => signal.throwIfNeeded;
      }
    `,
    valid: `
      export function upload(file, video) {
        const request = new XMLHttpRequest();
        video.addEventListener('abort', () => request.abort());
        request.send(file);
      }
    `,
  },
  'a test of what happens on abort': {
    valid: `
      declare function test(name: string, body: (context: { signal: AbortSignal }) => Promise<void>): void;
      test('it aborts', async ({ signal }) => {
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => { resolve(); });
        });
      });
    `,
  },
  'a wait in cleanup, which a throw would cut off, beside one that looks first': {
    invalid: `
      export async function run(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
        try {
          await work();
        } finally {
          await new Promise<void>((resolve) => {
            signal.addEventListener('abort', () => { resolve(); }, { once: true });
            ~~~~~~~~~~~~~~~~~~~~~~~ late
          });
        }
      }
    `,
    valid: `
      export async function run(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
        try {
          await work();
        } finally {
          await new Promise<void>((resolve) => {
            if (signal.aborted) resolve();
            else signal.addEventListener('abort', () => { resolve(); }, { once: true });
          });
        }
      }
    `,
  },
  'a promise that would be left without a handler by a throw, beside one that has a handler': {
    invalid: `
      export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
        return new Promise<T>((resolve, reject) => {
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
          ~~~~~~~~~~~~~~~~~~~~~~~ late
          work.then(resolve, reject);
        });
      }
    `,
    valid: `
      export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
        return new Promise<T>((resolve, reject) => {
          work.then(resolve, reject);
          signal.throwIfAborted();
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
        });
      }
    `,
  },
});
