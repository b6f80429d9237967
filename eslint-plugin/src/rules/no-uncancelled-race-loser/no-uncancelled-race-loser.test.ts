import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-uncancelled-race-loser.js';

testRule(rule, {
  'a request against a timer, beside a request with a timeout': {
    invalid: `
      export async function load(url: string, milliseconds: number): Promise<unknown> {
        const response = await Promise.race([
                               ~~~~~~~~~~~~ work
          fetch(url),
          new Promise<never>((_, reject) => {
            setTimeout(() => { reject(new Error('too slow')); }, milliseconds);
          }),
        ]);
        return await response.json();
      }
    `,
    valid: `
      export async function load(url: string, milliseconds: number): Promise<unknown> {
        const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
        return await response.json();
      }
    `,
  },
  'a timer that nothing clears, beside one that is cleared': {
    invalid: `
      export async function orTimeout(work: Promise<string>, milliseconds: number): Promise<string> {
        return await Promise.race([
                     ~~~~~~~~~~~~ timer
          work,
          new Promise<string>((_, reject) => setTimeout(() => { reject(new Error('too slow')); }, milliseconds)),
        ]);
      }
      export async function orDefault(work: Promise<string>): Promise<string> {
        // Five seconds are enough.
        const fallback = new Promise<string>((resolve) => {
          setTimeout(() => { resolve(''); }, 5000);
        });
        return await Promise.race([work, fallback]);
                     ~~~~~~~~~~~~ timer
      }
    `,
    valid: `
      export async function orTimeout(work: Promise<string>, milliseconds: number): Promise<string> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const tooLate = new Promise<string>((_, reject) => {
          timer = setTimeout(() => { reject(new Error('too slow')); }, milliseconds);
        });
        try {
          return await Promise.race([work, tooLate]);
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a promise of timers/promises, beside one with a signal': {
    invalid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function orNothing(work: Promise<string>): Promise<unknown> {
        return await Promise.race([work, delay(30_000)]);
                     ~~~~~~~~~~~~ timer
      }
    `,
    valid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function orNothing(work: Promise<string>): Promise<unknown> {
        const over = new AbortController();
        try {
          return await Promise.race([work, delay(30_000, undefined, { signal: over.signal })]);
        } finally {
          over.abort();
        }
      }
    `,
  },
  'a function that gives a timer, beside a wait of another kind': {
    invalid: `
      const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
      export async function settle(work: Promise<void>): Promise<void> {
        await Promise.race([work, sleep(10_000)]);
              ~~~~~~~~~~~~ timer
      }
    `,
    valid: `
      const closed = (socket: EventTarget): Promise<void> => new Promise((resolve) => {
        socket.addEventListener('close', () => { resolve(); });
        setTimeout(resolve, 10_000);
      });
      export async function settle(work: Promise<void>, socket: EventTarget): Promise<void> {
        await Promise.race([work, closed(socket)]);
      }
    `,
  },
  'requests against each other, beside ones that are aborted': {
    invalid: `
      export async function first(urls: string[]): Promise<Response> {
        return await Promise.any(urls.map((url) => fetch(url)));
                     ~~~~~~~~~~~ work
      }
    `,
    valid: `
      export async function first(urls: string[]): Promise<string> {
        const losers = new AbortController();
        try {
          return await Promise.any(
            urls.map(async (url) => (await fetch(url, { signal: losers.signal })).text()),
          );
        } finally {
          losers.abort();
        }
      }
    `,
  },
  'a request against something that cannot be looked into': {
    valid: `
      export async function load(url: string, cancelled: Promise<never>): Promise<Response> {
        return await Promise.race([fetch(url), cancelled]);
      }
    `,
  },
  'a request against an abort': {
    valid: `
      export async function load(work: () => Promise<string>, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        const over = new AbortController();
        const aborted = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => { reject(new Error('stopped', { cause: signal.reason })); }, { signal: over.signal });
        });
        try {
          return await Promise.race([work(), aborted]);
        } finally {
          over.abort();
        }
      }
    `,
  },
  'a long timer, beside a short one': {
    invalid: `
      export async function flush(done: Promise<void>): Promise<void> {
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 60_000))]);
              ~~~~~~~~~~~~ timer
      }
    `,
    valid: `
      export async function flush(done: Promise<void>): Promise<void> {
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 50))]);
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 60_000).unref())]);
      }
    `,
  },
  'a process that goes on, beside one that is ended': {
    invalid: `
      export async function stop(close: () => Promise<void>): Promise<void> {
        await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
              ~~~~~~~~~~~~ timer
        process.exitCode = 1;
      }
    `,
    valid: `
      export async function stop(close: () => Promise<void>): Promise<void> {
        await Promise.race([close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
        process.exit(1);
      }
    `,
  },
  'an array in a variable, in the output of a compiler': {
    language: 'js',
    invalid: `
      export class Client {
        fetchWithTimeout(url, options, timeout) {
          return new Promise((resolve, reject) => {
            const fetchFn = this.httpClient ? this.httpClient : fetch;
            const promises = [fetchFn(url, options)];
            let timeoutId;
            if (timeout) {
              promises.push(new Promise((_, reject) => {
                timeoutId = setTimeout(() => { reject(new Error('timed out')); }, timeout);
              }));
            }
            Promise.race(promises).then(resolve).catch(reject).finally(() => { clearTimeout(timeoutId); });
            ~~~~~~~~~~~~ work
          });
        }
      }
    `,
    valid: `
      export class Client {
        fetchWithTimeout(url, options, timeout) {
          return new Promise((resolve, reject) => {
            const controller = new AbortController();
            const promises = [fetch(url, { ...options, signal: controller.signal })];
            let timeoutId;
            if (timeout) {
              promises.push(new Promise((_, reject) => {
                timeoutId = setTimeout(() => { controller.abort(); reject(new Error('timed out')); }, timeout);
              }));
            }
            Promise.race(promises).then(resolve).catch(reject).finally(() => { clearTimeout(timeoutId); });
          });
        }
      }
    `,
  },
  'a call that takes a signal by its type, beside one that does not': {
    types: 'with',
    invalid: `
      declare function download(url: string, options?: { signal?: AbortSignal }): Promise<string>;
      export async function load(url: string, timer: { id?: unknown }): Promise<string> {
        return await Promise.race([
                     ~~~~~~~~~~~~ work
          download(url),
          new Promise<never>((_, reject) => { timer.id = setTimeout(reject, 5000); }),
        ]);
      }
    `,
    valid: `
      declare function download(url: string): Promise<string>;
      export async function load(url: string, timer: { id?: unknown }): Promise<string> {
        return await Promise.race([
          download(url),
          new Promise<never>((_, reject) => { timer.id = setTimeout(reject, 5000); }),
        ]);
      }
    `,
  },
  'a test': {
    valid: `
      declare function test(name: string, run: () => Promise<void>): void;
      test('is quick', async () => {
        await Promise.race([fetch('/'), new Promise((resolve) => setTimeout(resolve, 5000))]);
      });
    `,
  },
  'a race in a function that has a signal of its own, whose abort has to arrive as well': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await Promise.race([
                     ~~~~~~~~~~~~ work
          fetch(url),
          new Promise<never>((_, reject) => {
            setTimeout(() => { reject(new Error('too slow')); }, 5000);
          }),
        ]);
      }
    `,
  },
  'a long wait, beside a step of a second or less': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      const limit = 30_000;
      export async function ended(work: Promise<void>): Promise<void> {
        await Promise.race([work, sleep(limit)]);
              ~~~~~~~~~~~~ timer
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      const step = 100;
      export async function ended(work: Promise<void>, isOver: () => boolean): Promise<void> {
        while (!isOver()) await Promise.race([work, sleep(step)]);
        await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 1000))]);
      }
    `,
  },
});
