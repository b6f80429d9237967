import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unobserved-signal.js';

testRule(rule, {
  'a timer, beside one that an abort clears': {
    invalid: `
      export async function poll(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        await new Promise((resolve) => setTimeout(resolve, 5000));
                  ~~~~~~~ unobserved
      }
    `,
    valid: `
      export async function poll(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        signal.throwIfAborted();
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(done, 5000);
          signal.addEventListener('abort', stop);
          function stop(): void {
            clearTimeout(timer);
            reject(signal.reason);
          }
          function done(): void {
            signal.removeEventListener('abort', stop);
            resolve();
          }
        });
      }
    `,
  },
  'a timer in a file that imports one which takes a signal, beside that one': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function pause(options: { signal: AbortSignal }): Promise<void> {
        await sleep(1000, undefined, { signal: options.signal });
        await new Promise((resolve) => {
                  ~~~~~~~ unobserved
          setTimeout(() => { resolve(undefined); }, 1000);
        });
        await new Promise<void>((resolve) => {
                  ~~~~~~~ unobserved
          setTimeout(() => { resolve(); }, 1000);
        });
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function pause(options: { signal: AbortSignal }): Promise<void> {
        await sleep(1000, undefined, { signal: options.signal });
      }
    `,
  },
  'an emitter, beside one with a listener for the abort around it': {
    invalid: `
      import type { EventEmitter } from 'node:events';
      export function drained(socket: EventEmitter, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        return new Promise<void>((resolve, reject) => {
                   ~~~~~~~ unobserved
          socket.once('error', reject);
          socket.once('drain', () => { resolve(); });
        });
      }
    `,
    valid: `
      import type { EventEmitter } from 'node:events';
      export async function drained(socket: EventEmitter & { destroy(): void }, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const onAbort = (): void => { socket.destroy(); };
        signal.addEventListener('abort', onAbort);
        try {
          await new Promise<void>((resolve, reject) => {
            socket.once('error', reject);
            socket.once('drain', () => { resolve(); });
          });
        } finally {
          signal.removeEventListener('abort', onAbort);
        }
      }
    `,
  },
  'the handler property of an emitter, beside an emitter that was made with the signal': {
    invalid: `
      export async function answer(worker: Worker, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
        signal?.throwIfAborted();
        const result = await new Promise((resolve) => {
                                 ~~~~~~~ unobserved
          worker.onmessage = (event) => { resolve(event.data); };
        });
        return result;
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      export async function run(command: string, signal: AbortSignal): Promise<unknown> {
        const child = spawn(command, { signal });
        return await new Promise((resolve, reject) => {
          child.once('error', reject);
          child.once('exit', resolve);
        });
      }
    `,
  },
  'a look at the signal when the answer is there, beside a listener': {
    invalid: `
      interface Options { signal?: AbortSignal }
      export class Client {
        readonly #handlers = new Map<number, (answer: string) => void>();
        request(id: number, options?: Options): Promise<string> {
          return new Promise<string>((resolve, reject) => {
            options?.signal?.throwIfAborted();
            this.#handlers.set(id, (answer) => {
              if (options?.signal?.aborted) {
                  ~~~~~~~~~~~~~~~~~~~~~~~~ late
                reject(options.signal.reason);
                return;
              }
              resolve(answer);
            });
          });
        }
      }
    `,
    valid: `
      interface Options { signal?: AbortSignal }
      export class Client {
        readonly #handlers = new Map<number, (answer: string) => void>();
        request(id: number, options?: Options): Promise<string> {
          const removal = new AbortController();
          return new Promise<string>((resolve, reject) => {
            options?.signal?.throwIfAborted();
            options?.signal?.addEventListener('abort', () => { reject(options.signal?.reason); }, { signal: removal.signal });
            this.#handlers.set(id, (answer) => {
              if (options?.signal?.aborted) return;
              resolve(answer);
            });
          }).finally(() => { removal.abort(); });
        }
      }
    `,
  },
  'a callback that comes late, beside one that is asked again and again': {
    invalid: `
      declare function query(text: string, callback: (error: Error | null, rows: string[]) => void): void;
      export function find(text: string, signal: AbortSignal): Promise<string[]> {
        return new Promise((resolve, reject) => {
          query(text, (error, rows) => {
            if (signal.aborted) reject(signal.reason);
                ~~~~~~~~~~~~~~ late
            else if (error) reject(error);
            else resolve(rows);
          });
        });
      }
    `,
    valid: `
      export function ready(isReady: () => boolean, signal: AbortSignal): Promise<void> {
        return new Promise<void>((resolve, reject) => {
          const timer = setInterval(() => {
            if (!signal.aborted && !isReady()) return;
            clearInterval(timer);
            if (signal.aborted) reject(signal.reason);
            else resolve();
          }, 500);
        });
      }
      export function readyLater(isReady: () => boolean, signal: AbortSignal): Promise<void> {
        return new Promise<void>((resolve, reject) => {
          const look = (): void => {
            if (signal.aborted) reject(signal.reason);
            else if (isReady()) resolve();
            else setTimeout(look, 1000);
          };
          look();
        });
      }
    `,
  },
  'a callback of which nothing says how long it takes is left alone': {
    valid: `
      import { stat, type Stats } from 'node:fs';
      export async function size(path: string, url: string, signal: AbortSignal): Promise<number> {
        await fetch(url, { signal });
        const stats = await new Promise<Stats>((resolve, reject) => {
          stat(path, (error, found) => {
            if (error) reject(error);
            else resolve(found);
          });
        });
        return stats.size;
      }
    `,
  },
  'a wait of half a second, beside a turn of the event loop': {
    invalid: `
      const pause = 500;
      export async function run(steps: (() => void)[], signal: AbortSignal): Promise<void> {
        for (const step of steps) {
          signal.throwIfAborted();
          step();
          await new Promise((resolve) => setTimeout(resolve, pause));
                    ~~~~~~~ unobserved
        }
      }
    `,
    valid: `
      const tick = 0;
      export async function run(steps: (() => void)[], signal: AbortSignal): Promise<void> {
        for (const step of steps) {
          signal.throwIfAborted();
          step();
          await new Promise((resolve) => setTimeout(resolve));
          await new Promise((resolve) => setTimeout(resolve, tick));
          await new Promise((resolve) => setTimeout(resolve, 10));
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    `,
  },
  'a function without a signal, and an owner of one, are left alone': {
    valid: `
      export function sleep(milliseconds: number): Promise<unknown> {
        return new Promise((resolve) => setTimeout(resolve, milliseconds));
      }
      export async function load(url: string): Promise<void> {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 1000);
        await fetch(url, { signal: controller.signal });
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    `,
  },
  'a promise in a race, beside one that is only waited for': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<unknown> {
        const pause = new Promise((resolve) => { setTimeout(resolve, 1000); });
                          ~~~~~~~ unobserved
        const [response] = await Promise.all([fetch(url, { signal }), pause]);
        return response;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<unknown> {
        const limit = new Promise((resolve) => { setTimeout(resolve, 1000); });
        return await Promise.race([fetch(url, { signal }), limit]);
      }
    `,
  },
  'a promise that others settle is left alone': {
    valid: `
      export class Queue {
        readonly #waiting: ((value: unknown) => void)[] = [];
        #release: (() => void) | undefined;
        next(signal: AbortSignal): Promise<unknown> {
          signal.throwIfAborted();
          return new Promise((resolve) => { this.#waiting.push(resolve); });
        }
        async idle(url: string, signal: AbortSignal): Promise<void> {
          await fetch(url, { signal });
          await new Promise<void>((resolve) => { this.#release = resolve; });
        }
        end(): void {
          this.#release?.();
          for (const each of this.#waiting) each(undefined);
        }
      }
    `,
  },
  'a signal that is handed on in the executor, beside one that is not': {
    invalid: `
      declare const bus: { on(event: string, listener: (data: string) => void): void; start(url: string): void };
      export function first(url: string, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        return new Promise((resolve) => {
                   ~~~~~~~ unobserved
          bus.on('data', (data) => { resolve(data); });
          bus.start(url);
        });
      }
    `,
    valid: `
      declare const bus: { on(event: string, listener: (data: string) => void): void; start(url: string, options: object): void };
      export function first(url: string, options: { signal: AbortSignal }): Promise<string> {
        options.signal.throwIfAborted();
        return new Promise((resolve) => {
          bus.on('data', (data) => { resolve(data); });
          bus.start(url, options);
        });
      }
    `,
  },
  'cleanup and the wait before a retry belong to others': {
    valid: `
      export async function send(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } finally {
          await new Promise((resolve) => setTimeout(resolve, 1000));
        }
      }
    `,
  },
  'a signal in a field': {
    invalid: `
      export class Poller {
        readonly #signal: AbortSignal;
        constructor(options: { signal: AbortSignal }) {
          this.#signal = options.signal;
        }
        async poll(url: string, pause: number): Promise<void> {
          await fetch(url, { signal: this.#signal });
          await new Promise<void>(resolve => void setTimeout(resolve, pause));
                    ~~~~~~~ unobserved
        }
      }
    `,
    valid: `
      export class Poller {
        readonly #controller = new AbortController();
        async poll(url: string, pause: number): Promise<void> {
          await fetch(url, { signal: this.#controller.signal });
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
        stop(): void { this.#controller.abort(); }
      }
    `,
  },
  'plain JavaScript, with a comment in the executor': {
    language: 'js',
    invalid: `
      export async function poll(url, { signal } = {}) {
        const response = await fetch(url, { signal });
        await new Promise(function (resolve) {
                  ~~~~~~~ unobserved
          // The server asks for it.
          setTimeout(resolve, Number(response.headers.get('retry-after')) * 1000);
        });
      }
    `,
    valid: `
      export async function kill(child, signal) {
        child.kill(signal);
        await new Promise((resolve) => child.once('exit', resolve));
      }
    `,
  },
  'a look at the signal by another name': {
    invalid: `
      interface Options { signal?: AbortSignal }
      declare const answers: Map<number, (answer: string) => void>;
      export function ask(id: number, { options }: { options?: Options }): Promise<string> {
        return new Promise((resolve, reject) => {
          const signal = options?.signal;
          signal?.throwIfAborted();
          answers.set(id, (answer) => {
            if (signal?.aborted) reject(signal.reason);
                ~~~~~~~~~~~~~~~ late
            else resolve(answer);
          });
        });
      }
    `,
  },
  'a long step of a loop that leaves quietly, beside a short one': {
    invalid: `
      export async function* watch(signal: AbortSignal) {
        for (let count = 0; ; count += 1) {
          await new Promise((resolve) => setTimeout(resolve, 30_000));
                    ~~~~~~~ unobserved
          if (signal.aborted) break;
          yield count;
        }
      }
    `,
    valid: `
      export async function* watch(interval: number, signal: AbortSignal) {
        for (let count = 0; ; count += 1) {
          await new Promise((resolve) => setTimeout(resolve, interval));
          if (signal.aborted) break;
          yield count;
        }
      }
    `,
  },
  'an emitter of its own, beside one that was made of the request': {
    language: 'js',
    invalid: `
      export async function answer(handler, request) {
        const response = new ServerResponse(handler);
        if (request.signal.aborted) return;
        await new Promise((resolve) => {
                  ~~~~~~~ unobserved
          response.once('finish', () => resolve());
        });
      }
    `,
    valid: `
      export async function answer(handler, request) {
        const socket = new RequestSocket(request);
        const response = new ServerResponse(socket);
        if (request.signal.aborted) return;
        await new Promise((resolve) => {
          response.once('finish', () => resolve());
        });
      }
    `,
  },
  'a child of somebody else, beside one that is given the signal and one that could be, before their listeners':
    {
      invalid: `
      import type { ChildProcess } from 'node:child_process';
      declare function startChild(): ChildProcess;
      export function run(signal: AbortSignal): Promise<void> {
        const child = startChild().on('error', (error) => { console.error(error, signal.reason); });
        return new Promise((resolve) => {
                   ~~~~~~~ unobserved
          child.on('close', () => { resolve(); });
        });
      }
    `,
      valid: `
      import { spawn } from 'node:child_process';
      export function run(signal: AbortSignal): Promise<void> {
        const child = spawn('make', { signal }).on('error', (error) => { console.error(error); });
        return new Promise((resolve) => {
          child.on('close', () => { resolve(); });
        });
      }
      export function test(signal: AbortSignal): Promise<void> {
        const child = spawn('make', ['test']).on('error', (error) => { console.error(error); });
        return new Promise((resolve) => {
          child.on('close', () => { resolve(); });
        });
      }
    `,
    },
  'a helper that only waits, beside one that is handed a short time': {
    language: 'js',
    invalid: `
      import { setTimeout as timer } from 'node:timers/promises';
      const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      export class Poller {
        constructor({ signal }) {
          this.signal = signal;
        }
        async poll(url, attempt) {
          await timer(1000, undefined, { signal: this.signal });
          await sleep(2 ** attempt * 1000);
                ~~~~~ helper
          await this.pause();
          return await fetch(url, { signal: this.signal });
        }
        async pause() {
          await new Promise((resolve) => {
                    ~~~~~~~ unobserved
            setTimeout(resolve, 60_000);
          });
        }
      }
    `,
    valid: `
      const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      export async function poll(url, signal) {
        await sleep(10);
        while (!signal.aborted) {
          await fetch(url, { signal });
          await sleep(1000);
        }
      }
    `,
  },
  'a helper of another file, beside calls of the name that are no waits': {
    types: 'without',
    invalid: `
      import { sleep } from './sleep.js';
      export async function poll(url: string, delayMs: number, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        await sleep(delayMs);
              ~~~~~ helper
      }
    `,
    valid: `
      import { delay, sleep, wait } from './waits.js';
      export async function poll(url: string, work: Promise<void>, options: object, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        await wait(work);
        await delay(1000, options);
        void sleep(1000);
      }
    `,
  },
  'a helper that may be given the signal, beside one that cannot': {
    types: 'with',
    invalid: `
      declare function read(url: string, signal: AbortSignal): Promise<void>;
      async function sleep(seconds: number): Promise<void> {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      }
      export async function poll(url: string, signal: AbortSignal): Promise<void> {
        await read(url, signal);
        await sleep(5);
              ~~~~~ helper
      }
    `,
    valid: `
      declare function sleep(seconds: number, signal?: AbortSignal): Promise<void>;
      export async function poll(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        await sleep(5);
      }
    `,
  },
});
