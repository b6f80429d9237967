import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-aborted-signal-in-cleanup.js';

testRule(rule, {
  'a received signal in finally, beside none': {
    invalid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { method: 'LOCK', signal });
        try {
          await fetch(url, { signal });
        } finally {
          await fetch(url, { method: 'UNLOCK', signal });
                                               ~~~~~~ handed
        }
      }
    `,
    valid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { method: 'LOCK', signal });
        try {
          await fetch(url, { signal });
        } finally {
          await fetch(url, { method: 'UNLOCK' });
        }
      }
    `,
  },
  'the only option, beside a fresh signal': {
    invalid: `
      declare function unlock(name: string, options?: { signal?: AbortSignal }): Promise<void>;
      export async function work(name: string, options: { signal: AbortSignal }): Promise<void> {
        try {
          await fetch(name, { signal: options.signal });
        } finally {
          await unlock(name, { signal: options.signal });
                                       ~~~~~~~~~~~~~~ handed
        }
      }
    `,
    valid: `
      declare function unlock(name: string, options?: { signal?: AbortSignal }): Promise<void>;
      export async function work(name: string, options: { signal: AbortSignal }): Promise<void> {
        try {
          await fetch(name, { signal: options.signal });
        } finally {
          await unlock(name, { signal: AbortSignal.timeout(1000) });
        }
      }
    `,
  },
  'an argument, beside one that only reads it': {
    invalid: `
      declare function release(name: string, signal?: AbortSignal): Promise<void>;
      export async function work(name: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(name, { signal });
        } finally {
          await release(name, signal);
                              ~~~~~~ handed
        }
      }
    `,
    valid: `
      declare function isAborted(signal: AbortSignal): boolean;
      export async function work(name: string, signal: AbortSignal): Promise<void> {
        const stop = (): void => undefined;
        signal.addEventListener('abort', stop);
        try {
          await fetch(name, { signal });
        } finally {
          signal.removeEventListener('abort', stop);
          if (isAborted(signal)) console.log('stopped');
        }
      }
    `,
  },
  'a listener that hands it on, beside one that rejects with it': {
    invalid: `
      declare function release(name: string, signal?: AbortSignal): void;
      export function work(name: string, signal: AbortSignal): Promise<void> {
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => { release(name, signal); }, { once: true });
                                                                 ~~~~~~ handed
          setTimeout(resolve, 1000);
        });
      }
    `,
    valid: `
      export function work(signal: AbortSignal): Promise<void> {
        return new Promise((resolve, fail) => {
          signal.addEventListener('abort', () => { fail(signal); }, { once: true });
          setTimeout(resolve, 1000);
        });
      }
    `,
  },
  'on every path, beside the path on which it is not aborted': {
    invalid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          if (signal.aborted) console.log('stopped');
          await fetch(url, { method: 'DELETE', signal });
                                               ~~~~~~ handed
        }
      }
    `,
    valid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          if (!signal.aborted) await fetch(url, { method: 'DELETE', signal });
        }
      }
    `,
  },
  'an own controller that is aborted, beside one that nobody aborts': {
    invalid: `
      export async function work(url: string): Promise<void> {
        const controller = new AbortController();
        process.once('SIGINT', () => {
          controller.abort();
        });
        try {
          await fetch(url, { signal: controller.signal });
        } finally {
          await fetch(url, { method: 'DELETE', signal: controller.signal });
                                                       ~~~~~~~~~~~~~~~~~ handed
        }
      }
    `,
    valid: `
      export async function work(url: string): Promise<void> {
        const controller = new AbortController();
        try {
          await fetch(url, { signal: controller.signal });
        } finally {
          await fetch(url, { method: 'DELETE', signal: controller.signal });
        }
      }
    `,
  },
  'a signal derived from it, beside one made in the cleanup': {
    invalid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
        try {
          await fetch(url, { signal: limited });
        } finally {
          await fetch(url, { method: 'DELETE', signal: limited });
                                                       ~~~~~~~ handed
        }
      }
    `,
    valid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          const limit = AbortSignal.timeout(5000);
          await fetch(url, { method: 'DELETE', signal: limit });
        }
      }
    `,
  },
  'throwIfAborted in finally, beside one in the try': {
    invalid: `
      export async function work(url: string, signal: AbortSignal, close: () => void): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          signal.throwIfAborted();
          ~~~~~~~~~~~~~~~~~~~~~~~ checked
          close();
        }
      }
    `,
    valid: `
      export async function work(url: string, signal: AbortSignal, close: () => void): Promise<void> {
        try {
          signal.throwIfAborted();
          await fetch(url, { signal });
        } finally {
          close();
        }
      }
    `,
  },
  'an undo in a catch, beside the wait before the next try': {
    invalid: `
      export async function create(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } catch (error) {
          await rollback(url, { signal });
                                ~~~~~~ handed
          throw error;
        }
      }
      declare function rollback(url: string, options?: { signal?: AbortSignal }): Promise<void>;
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function create(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } catch (error) {
          if (signal.aborted) throw error;
          await rollback(url, { signal });
          await sleep(1000, undefined, { signal });
        }
      }
      declare function rollback(url: string, options?: { signal?: AbortSignal }): Promise<void>;
    `,
  },
  'a listener on the very signal, beside one on another': {
    invalid: `
      export function cancelOnServer(url: string, signal: AbortSignal): void {
        signal.addEventListener('abort', () => {
          fetch(url, { method: 'DELETE', signal }).catch(console.error);
                                         ~~~~~~ handed
        });
      }
    `,
    valid: `
      export function cancelOnServer(url: string, signal: AbortSignal, shutdown: AbortSignal): void {
        signal.addEventListener('abort', () => {
          fetch(url, { method: 'DELETE', signal: shutdown }).catch(console.error);
        });
      }
    `,
  },
  'a process-signal handler behind its abort, beside before it': {
    invalid: `
      const controller = new AbortController();
      process.once('SIGTERM', async () => {
        controller.abort();
        await fetch('https://example.com/bye', { signal: controller.signal });
                                                         ~~~~~~~~~~~~~~~~~ handed
      });
    `,
    valid: `
      const controller = new AbortController();
      process.once('SIGTERM', async () => {
        await fetch('https://example.com/bye', { signal: controller.signal });
        controller.abort();
      });
    `,
  },
  'a field of the class in an async dispose method, beside none': {
    invalid: `
      export class Session implements AsyncDisposable {
        readonly #signal: AbortSignal;
        constructor(signal: AbortSignal) {
          this.#signal = signal;
        }
        async [Symbol.asyncDispose](): Promise<void> {
          await fetch('https://example.com/session', { method: 'DELETE', signal: this.#signal });
                                                                                 ~~~~~~~~~~~~ handed
        }
      }
    `,
    valid: `
      export class Session implements AsyncDisposable {
        readonly #signal: AbortSignal;
        constructor(signal: AbortSignal) {
          this.#signal = signal;
        }
        async load(): Promise<Response> {
          return await fetch('https://example.com/session', { signal: this.#signal });
        }
        async [Symbol.asyncDispose](): Promise<void> {
          await fetch('https://example.com/session', { method: 'DELETE' });
        }
      }
    `,
  },
  'options that carry the signal, beside options without': {
    invalid: `
      interface Options {
        signal?: AbortSignal;
        host: string;
      }
      declare function close(options: Options): Promise<void>;
      export async function work(options: Options): Promise<void> {
        try {
          await fetch(options.host, { signal: options.signal ?? null });
        } finally {
          await close(options);
                      ~~~~~~~ handed
        }
      }
    `,
    valid: `
      interface Options {
        host: string;
      }
      declare function close(options: Options): Promise<void>;
      export async function work(options: Options, signal: AbortSignal): Promise<void> {
        try {
          await fetch(options.host, { signal });
        } finally {
          await close(options);
        }
      }
    `,
  },
  'a comment that would be lost leaves one suggestion': {
    invalid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          await fetch(url, {
            method: 'DELETE',
            // The server forgets.
            signal,
            ~~~~~~ handed
          });
        }
      }
    `,
  },
  'closures that run in place, and plain JavaScript': {
    language: 'js',
    invalid: `
      export async function work(urls, { signal }) {
        try {
          await Promise.all(urls.map((url) => fetch(url, { signal })));
        } finally {
          await Promise.allSettled(urls.map((url) => fetch(url, { method: 'DELETE', signal })));
                                                                                    ~~~~~~ handed
        }
      }
    `,
    valid: `
      export async function work(urls, { signal }) {
        try {
          await Promise.all(urls.map((url) => fetch(url, { signal })));
        } finally {
          queueMicrotask(() => console.log('done', signal));
        }
      }
    `,
  },
  'a collection that has the signal for a key': {
    valid: `
      const listeners = new Map<AbortSignal, () => void>();
      export function onAbort(signal: AbortSignal, callback: () => void): void {
        const dispatch = (): void => {
          listeners.delete(signal);
          callback();
        };
        listeners.set(signal, dispatch);
        if (signal.aborted) dispatch();
        else signal.addEventListener('abort', dispatch, { once: true });
      }
    `,
  },
  'an end that needs the signal, beside a wait for the next turn': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function poll(url: string, signal: AbortSignal, release: () => void): Promise<void> {
        while (!signal.aborted) {
          try {
            await fetch(url, { signal });
          } finally {
            await sleep(500, undefined, { signal });
                                          ~~~~~~ handed
            release();
          }
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      import { pauseWithoutThrow } from './pauses.js';
      export async function poll(url: string, signal: AbortSignal, release: () => void): Promise<void> {
        while (!signal.aborted) {
          try {
            await fetch(url, { signal });
          } finally {
            release();
            await sleep(500, undefined, { signal });
          }
          try {
            await fetch(url, { signal });
          } finally {
            await pauseWithoutThrow(500, signal);
            release();
          }
        }
      }
    `,
  },
  'a gentle end alone, beside one with another in reserve': {
    invalid: `
      interface Stream { close(options?: { signal: AbortSignal }): Promise<void>; abort(error: unknown): void }
      export async function send(stream: Stream, url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          await stream.close({ signal });
                               ~~~~~~ handed
        }
      }
    `,
    valid: `
      interface Stream { close(options?: { signal: AbortSignal }): Promise<void>; abort(error: unknown): void }
      export async function send(stream: Stream, url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } finally {
          try {
            await stream.close({ signal });
          } catch (error) {
            stream.abort(error);
          }
        }
      }
    `,
  },
});
