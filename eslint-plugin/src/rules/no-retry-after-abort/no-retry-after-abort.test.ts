import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-retry-after-abort.js';

testRule(rule, {
  'a loop whose handler falls out, beside one with a guard': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        let last: unknown;
        for (let attempt = 0; attempt < 3; attempt += 1) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            ~~~~~ retried
            last = error;
          }
        }
        throw last;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        let last: unknown;
        for (let attempt = 0; attempt < 3; attempt += 1) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) throw error;
            last = error;
          }
        }
        throw last;
      }
    `,
  },
  'a handler that continues, beside a loop that tests the signal': {
    invalid: `
      export async function poll(url: string, { signal }: { signal?: AbortSignal }): Promise<Response> {
        while (true) {
          try {
            return await fetch(url, { signal: signal ?? null });
          } catch {
            ~~~~~ retried
            continue;
          }
        }
      }
    `,
    valid: `
      export async function poll(url: string, { signal }: { signal: AbortSignal }): Promise<Response | undefined> {
        while (!signal.aborted) {
          try {
            return await fetch(url, { signal });
          } catch {
            continue;
          }
        }
        return undefined;
      }
    `,
  },
  'a delay that cannot be aborted, beside one that takes the signal': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (let attempt = 0; ; attempt += 1) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            ~~~~~ retried
            if (attempt === 3) throw error;
            await sleep(attempt * 100);
                  ~~~~~ deafWait
          }
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (let attempt = 0; ; attempt += 1) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (attempt === 3) throw error;
          }
          await sleep(attempt * 100, undefined, { signal });
        }
      }
    `,
  },
  'a handler that calls its own function again, beside one with a guard': {
    invalid: `
      export async function load(url: string, signal: AbortSignal, left = 3): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          ~~~~~ retried
          if (left === 0) throw error;
          return load(url, signal, left - 1);
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, left = 3): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (left === 0 || (error as Error).name === 'AbortError') throw error;
          return load(url, signal, left - 1);
        }
      }
    `,
  },
  'a method that calls itself again, beside one that leaves the decision to a helper': {
    invalid: `
      export class Client {
        async load(url: string, signal: AbortSignal, left: number): Promise<Response> {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            ~~~~~ retried
            if (left > 0) return this.load(url, signal, left - 1);
            throw error;
          }
        }
      }
    `,
    valid: `
      declare function isRetryable(error: unknown): boolean;
      export class Client {
        async load(url: string, signal: AbortSignal, left: number): Promise<Response> {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (left > 0 && isRetryable(error)) return this.load(url, signal, left - 1);
            throw error;
          }
        }
      }
    `,
  },
  'the same work again and again, beside one item after the other': {
    invalid: `
      export async function load(url: string, delays: number[], signal: AbortSignal): Promise<Response> {
        for (const delay of delays) {
          try {
            return await fetch(url, { signal });
          } catch {
            ~~~~~ retried
            await new Promise((resolve) => { setTimeout(resolve, delay); });
                      ~~~~~~~ deafWait
          }
        }
        throw new Error('no more tries');
      }
    `,
    valid: `
      export async function load(mirrors: string[], signal: AbortSignal): Promise<Response> {
        const failures: unknown[] = [];
        for (const mirror of mirrors) {
          try {
            return await fetch(mirror, { signal });
          } catch (error) {
            failures.push(error);
          }
        }
        throw new AggregateError(failures);
      }
    `,
  },
  'a combined signal, beside an owned one that only limits one try': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (let attempt = 0; attempt < 3; attempt += 1) {
          try {
            return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(500)]) });
          } catch (error) {
            ~~~~~ retried
            if (attempt === 2) throw error;
          }
        }
        throw new Error('unreachable');
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response> {
        for (let attempt = 0; attempt < 3; attempt += 1) {
          try {
            return await fetch(url, { signal: AbortSignal.timeout(500) });
          } catch (error) {
            if (attempt === 2) throw error;
          }
        }
        throw new Error('unreachable');
      }
    `,
  },
  'plain JavaScript': {
    language: 'js',
    invalid: `
      export async function load(url, options) {
        for (let left = 3; left > 0; left--) {
          try {
            return await fetch(url, { signal: options.signal });
          } catch (error) {
            ~~~~~ retried
            if (left === 1) throw error;
          }
        }
      }
    `,
    valid: `
      export async function load(url, options) {
        for (let left = 3; left > 0; left--) {
          options.signal?.throwIfAborted();
          try {
            return await fetch(url, { signal: options.signal });
          } catch (error) {
            if (left === 1) throw error;
          }
        }
      }
    `,
  },
  'a guarded handler whose wait is deaf, beside one whose wait takes the signal': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) throw error;
            await sleep(1000);
                  ~~~~~ deafWait
          }
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch {
            await sleep(1000, undefined, { signal });
          }
        }
      }
    `,
  },
  'a helper of the file that cannot be aborted, beside one that looks at the signal': {
    invalid: `
      const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) throw error;
            await sleep(1000);
                  ~~~~~ deafWait
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const sleep = (ms: number) =>
          new Promise((resolve, reject) => {
            setTimeout(resolve, ms);
            signal.addEventListener('abort', reject, { once: true });
          });
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) throw error;
            await sleep(1000);
          }
        }
      }
    `,
  },
  'a retry helper without the signal, beside one with it': {
    invalid: `
      import pRetry from 'p-retry';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await pRetry(() => fetch(url, { signal }), { retries: 3 });
                     ~~~~~~ deafHelper
      }
      export async function once(url: string, signal: AbortSignal): Promise<Response> {
        return await pRetry(() => fetch(url, { signal }));
                     ~~~~~~ deafHelper
      }
    `,
    valid: `
      import pRetry from 'p-retry';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await pRetry(() => fetch(url, { signal }), { retries: 3, signal });
      }
      export async function forEver(url: string, signal: AbortSignal): Promise<Response> {
        return await pRetry(() => fetch(url, { signal }), { retries: 3, signal: undefined });
      }
    `,
  },
  'a list of retryable errors with the abort error, beside one without it': {
    invalid: `
      export const TRANSIENT_ERROR_CODES = ['AbortError', 'TimeoutError', 'RequestTimeout'];
                                            ~~~~~~~~~~~~ listed
    `,
    valid: `
      export const TRANSIENT_ERROR_CODES = ['TimeoutError', 'RequestTimeout'];
    `,
  },
  'a set, beside one of errors that end the tries': {
    invalid: `
      const retryableErrors = new Set([
        'ECONNRESET', // the peer has gone
        'ABORT_ERR',
        ~~~~~~~~~~~ listed
      ]);
      export function isRetryable(error: { code?: string }): boolean {
        return error.code !== undefined && retryableErrors.has(error.code);
      }
    `,
    valid: `
      const nonRetryableErrors = new Set(['ABORT_ERR', 'ERR_CANCELED']);
      export function isRetryable(error: { code?: string }): boolean {
        return error.code !== undefined && !nonRetryableErrors.has(error.code);
      }
    `,
  },
  'an option, beside a list that says nothing of retries': {
    invalid: `
      export const policy = { attempts: 3, retryOn: ['AbortError'] };
                                                     ~~~~~~~~~~~~ listed
    `,
    valid: `
      export const policy = { attempts: 3, expected: ['AbortError'] };
    `,
  },
  'a retry helper whose hook looks at the signal': {
    valid: `
      import pRetry from 'p-retry';
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        return pRetry(() => fetch(url, { signal }), {
          retries: 3,
          onFailedAttempt() {
            signal.throwIfAborted();
          },
        });
      }
    `,
  },
  'a helper that starts the next try, beside one that asks for the failure': {
    language: 'js',
    invalid: `
      export function createFetch(defaults) {
        function again(context) {
          if (context.options.retry > 0) {
            return load(context.url, { ...context.options, retry: context.options.retry - 1 });
                   ~~~~ retried
          }
          throw context.error;
        }
        async function load(url, init = {}) {
          const context = { url, options: { ...defaults, ...init }, error: undefined };
          return await fetch(context.url, context.options).catch((error) => {
            context.error = error;
            return again(context);
          });
        }
        return load;
      }
    `,
    valid: `
      export function createFetch(defaults) {
        function again(context) {
          const isAbort = context.error.name === 'AbortError';
          if (context.options.retry > 0 && !isAbort) {
            return load(context.url, { ...context.options, retry: context.options.retry - 1 });
          }
          throw context.error;
        }
        async function load(url, init = {}) {
          const context = { url, options: { ...defaults, ...init }, error: undefined };
          return await fetch(context.url, context.options).catch((error) => {
            context.error = error;
            return again(context);
          });
        }
        return load;
      }
    `,
  },
  'a .catch that calls its own function again, beside one with a guard': {
    invalid: `
      export function load(url: string, signal: AbortSignal, left = 3): Promise<Response> {
        return fetch(url, { signal }).catch((error: unknown) => {
                                      ~~~~~ retried
          if (left === 0) throw error;
          return load(url, signal, left - 1);
        });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal, left = 3): Promise<Response> {
        return fetch(url, { signal }).catch((error: unknown) => {
          if (signal.aborted || left === 0) throw error;
          return load(url, signal, left - 1);
        });
      }
    `,
  },
  'a wait of an instance with a signal, beside one that is given it': {
    language: 'js',
    invalid: `
      import { delay } from './time.js';
      export class Client {
        constructor(options) {
          this.options = { timeout: 500, ...options };
          this.options.signal?.throwIfAborted();
        }
        async retry(work) {
          try {
            return await work();
          } catch (error) {
            if (this.left-- === 0) throw error;
            await delay(500);
                  ~~~~~ deafWait
            return this.retry(work);
          }
        }
      }
    `,
    valid: `
      import { delay } from './time.js';
      export class Client {
        constructor(options) {
          this.options = { timeout: 500, ...options };
          this.options.signal?.throwIfAborted();
        }
        async retry(work) {
          try {
            return await work();
          } catch (error) {
            if (this.left-- === 0) throw error;
            await delay(500, { signal: this.options.signal });
            return this.retry(work);
          }
        }
      }
    `,
  },
  'a wait while a signal is there, beside a function that looks at it': {
    invalid: `
      declare function backoff(ms: number): Promise<void>;
      export async function retry<T>(work: () => Promise<T>, left: number, signal: AbortSignal): Promise<T> {
        try {
          return await work();
        } catch (error) {
          if (left === 0) throw error;
          await backoff(1_000);
                ~~~~~~~ deafWait
          return retry(work, left - 1, signal);
        }
      }
    `,
    valid: `
      declare function backoff(ms: number): Promise<void>;
      export async function retry<T>(work: () => Promise<T>, left: number, signal: AbortSignal): Promise<T> {
        try {
          return await work();
        } catch (error) {
          if (left === 0 || signal.aborted) throw error;
          await backoff(1_000);
          return retry(work, left - 1, signal);
        }
      }
    `,
  },
  'a loop that ends on success, beside one that has an item in each turn': {
    invalid: `
      export async function load(url: string, delays: number[], signal: AbortSignal): Promise<Response> {
        for (const delay of delays) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            ~~~~~ retried
            console.warn(delay, error);
          }
        }
        throw new Error('not loaded');
      }
    `,
    valid: `
      export async function unmap(mappings: { refresh: number }[], url: string, signal: AbortSignal): Promise<void> {
        for (const mapping of mappings) {
          try {
            clearTimeout(mapping.refresh);
            await fetch(url, { method: 'DELETE', signal });
          } catch (error) {
            if (signal.aborted) throw error;
            console.warn(error);
          }
        }
      }
    `,
  },
});
