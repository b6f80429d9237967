import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-masked-abort.js';

testRule(rule, {
  'another error, beside the same one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new Error('The server is not available.', { cause: error });
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          console.debug('not available', error);
          throw error;
        }
      }
    `,
  },
  'no guard, beside one that comes first': {
    invalid: `
      class LoadError extends Error {}
      export async function load(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<Response> {
        try {
          return await fetch(url, { signal: signal ?? null });
        } catch {
          // Everything is a failure.
          throw new LoadError(url);
                ~~~~~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      class LoadError extends Error {}
      export async function load(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<Response> {
        try {
          return await fetch(url, { signal: signal ?? null });
        } catch (error) {
          if (signal?.aborted) throw error;
          throw new LoadError(url);
        }
      }
    `,
  },
  'an error of the own class is let through, beside one that an abort may be': {
    invalid: `
      class RequestError extends Error {
        constructor(message: string, readonly status: number) { super(message); }
      }
      export async function request(url: string, signal: AbortSignal): Promise<unknown> {
        try {
          return await (await fetch(url, { signal })).json();
        } catch (error) {
          if (error instanceof RequestError) throw error;
          throw new RequestError(error instanceof Error ? error.message : String(error), 500);
                ~~~~~~~~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      class RequestError extends Error {
        constructor(message: string, readonly status: number) { super(message); }
      }
      export async function request(url: string, signal: AbortSignal): Promise<unknown> {
        try {
          return await (await fetch(url, { signal })).json();
        } catch (error) {
          if (error instanceof Error) throw error;
          throw new RequestError(String(error), 500);
        }
      }
    `,
  },
  'a .catch that rejects, beside one that guards': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<string> {
        return fetch(url, { signal })
          .then((response) => response.text())
          .catch(() => Promise.reject(new TypeError('no text')));
                                      ~~~~~~~~~~~~~ masked
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<string> {
        return fetch(url, { signal })
          .then((response) => response.text())
          .catch((error: unknown) => Promise.reject(signal.aborted ? error : new TypeError('no text')));
      }
    `,
  },
  'the second argument of then, beside a chain that is let go': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        return fetch(url, { signal }).then(
          (response) => response,
          (cause: unknown) => { throw new Error('failed', { cause }); },
                                      ~~~~~~~~~ masked
        );
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): void {
        fetch(url, { signal }).then(
          (response) => { console.log(response.status); },
          (cause: unknown) => { throw new Error('failed', { cause }); },
        );
      }
    `,
  },
  'an executor that rejects with another error, beside one that rejects with the same': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<string> {
        return new Promise((resolve, reject) => {
          const run = async (): Promise<void> => {
            try {
              resolve(await (await fetch(url, { signal })).text());
            } catch {
              reject(new Error('failed'));
                     ~~~~~~~~~ masked
            }
          };
          queueMicrotask(() => run());
        });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<string> {
        return new Promise((resolve, reject) => {
          const run = async (): Promise<void> => {
            try {
              resolve(await (await fetch(url, { signal })).text());
            } catch (error) {
              reject(error);
            }
          };
          queueMicrotask(() => run());
        });
      }
    `,
  },
  'an error in a variable, beside one that is named after the caught one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          const failure = Object.assign(new Error('failed'), { url });
          failure.cause = error;
          throw failure;
                ~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          const failure = new Error('failed', { cause: error });
          failure.name = (error as Error).name;
          throw failure;
        }
      }
    `,
  },
  'an alias of the caught error, beside a copy of its message': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (cause) {
          const { message } = cause as Error;
          throw new Error(\`\${url}: \${message}\`);
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (cause) {
          const error = cause instanceof Error ? cause : new Error(String(cause));
          error.message = \`\${url}: \${error.message}\`;
          throw error;
        }
      }
    `,
  },
  'a class of its own, beside one that is an abort error': {
    invalid: `
      class NetworkError extends TypeError {}
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new NetworkError(String(error));
                ~~~~~~~~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      class AbortError extends Error {}
      class Stopped extends AbortError {}
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new Stopped(String(error));
        }
      }
      export async function read(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new Error('The request was cancelled or failed.', { cause: error });
        }
      }
    `,
  },
  'an error that is given the message, beside one that is given the error and looks into it': {
    invalid: `
      import { GatewayError } from './gateway-error.js';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new GatewayError((error as Error).message);
                ~~~~~~~~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      import { GatewayError } from './gateway-error.js';
      class FetchError extends Error {
        constructor(cause: Error) {
          super(cause.message, { cause });
          this.name = cause.name;
        }
      }
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new FetchError(error as Error);
        }
      }
      export async function read(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw new GatewayError(error);
        }
      }
    `,
  },
  'a function of the file that makes another error, beside one that may keep the abort': {
    invalid: `
      function failed(url: string): Error {
        return new Error(\`\${url} failed\`);
      }
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch {
          throw failed(url);
                ~~~~~~ masked
        }
      }
    `,
    valid: `
      function toError(value: unknown): Error {
        return value instanceof Error ? value : new Error(String(value));
      }
      declare function wrap(value: unknown): Error;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw toError(error);
        }
      }
      export async function read(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          throw wrap(error);
        }
      }
    `,
  },
  'every way masks, beside a condition of the own timeout': {
    invalid: `
      export async function load(url: string, signal: AbortSignal, isStrict: boolean): Promise<Response | null> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (!isStrict) return null;
          throw new Error('failed', { cause: error });
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        let isLate = false;
        const controller = new AbortController();
        const timer = setTimeout(() => { isLate = true; controller.abort(); }, 1000);
        try {
          return await fetch(url, { signal: AbortSignal.any([signal, controller.signal]) });
        } catch (error) {
          if (isLate) throw new Error('too slow');
          throw error;
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a test of what was read from the error, beside none': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          const status = Number((error as { status?: number }).status);
          throw status === 404 ? new Error('not there') : new Error('failed');
                                                          ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      declare function classify(error: unknown): string;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          const kind = classify(error);
          if (kind === 'stopped') throw error;
          throw new Error('failed');
        }
      }
    `,
  },
  'an error that is tracked, beside one that is handed to a helper which may throw': {
    invalid: `
      declare const Sentry: { captureException(error: unknown): void };
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          Sentry.captureException(error);
          throw new Error('failed');
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      declare function handle(error: unknown): Promise<void>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          await handle(error);
          throw new Error('failed');
        }
      }
    `,
  },
  'a received signal, beside an owned one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(1000)]) });
        } catch (error) {
          throw new Error('failed', { cause: error });
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response> {
        try {
          return await fetch(url, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          throw new Error('too slow', { cause: error });
        }
      }
    `,
  },
  'a single try, beside the last of many': {
    invalid: `
      export async function load(urls: string[], signal: AbortSignal): Promise<void> {
        for (const url of urls) {
          try {
            await fetch(url, { signal });
          } catch (error) {
            throw new Error(\`\${url} failed\`, { cause: error });
                  ~~~~~~~~~ masked
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (let attempt = 1; ; attempt++) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            signal.throwIfAborted();
            if (attempt === 3) throw new Error('failed three times', { cause: error });
          }
        }
      }
    `,
  },
  'a function that others wait for, beside main': {
    invalid: `
      export async function start(signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com', { signal });
        } catch (error) {
          throw new Error('not started', { cause: error });
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      async function main(signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com', { signal });
        } catch (error) {
          throw new Error('not started', { cause: error });
        }
      }
      const controller = new AbortController();
      await main(controller.signal);
    `,
  },
  'plain JavaScript, beside an abort error made by hand': {
    language: 'js',
    invalid: `
      export async function load(url, { signal } = {}) {
        try {
          return await fetch(url, { signal });
        } catch (e) {
          throw Error('failed: ' + e.message);
                ~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url, { signal } = {}) {
        try {
          return await fetch(url, { signal });
        } catch (e) {
          throw Object.assign(new Error(e.message), { name: 'AbortError' });
        }
      }
    `,
  },
  'options of the caller that are spread, beside a signal that is put behind them': {
    language: 'js',
    invalid: `
      export async function load(url, init) {
        try {
          return await fetch(url, { ...init, method: 'POST' });
        } catch (error) {
          throw new Error(\`no answer: \${error.message}\`);
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url, init) {
        try {
          return await fetch(url, { ...init, signal: AbortSignal.timeout(500) });
        } catch (error) {
          throw new Error(\`no answer: \${error.message}\`);
        }
      }
    `,
  },
  'options that are copied with Object.assign, beside ones that no caller gives': {
    language: 'js',
    invalid: `
      export function send(request) {
        const { fetch } = request;
        return fetch(request.url, Object.assign({ method: request.method }, request.options))
          .then((response) => response.json())
          .catch((error) => {
            throw new Error(error.message);
                  ~~~~~~~~~ masked
          });
      }
    `,
    valid: `
      const defaults = { redirect: 'manual' };
      export function send(request) {
        const { fetch } = request;
        return fetch(request.url, Object.assign({ method: request.method }, defaults))
          .then((response) => response.json())
          .catch((error) => {
            throw new Error(error.message);
          });
      }
    `,
  },
  'all arguments of the caller, beside the first one': {
    invalid: `
      class FetchError extends Error {}
      export function withText(fetchClient: typeof fetch) {
        return async (...args: Parameters<typeof fetch>): Promise<string> => {
          const response = await fetchClient(...args);
          try {
            return await response.text();
          } catch (error) {
            throw new FetchError([...response.headers.keys()].join());
                  ~~~~~~~~~~~~~~ masked
          }
        };
      }
    `,
    valid: `
      class FetchError extends Error {}
      export function withText(fetchClient: typeof fetch) {
        return async (...args: Parameters<typeof fetch>): Promise<string> => {
          const response = await fetchClient(args[0]);
          try {
            return await response.text();
          } catch (error) {
            throw new FetchError([...response.headers.keys()].join());
          }
        };
      }
    `,
  },
  'options that anybody may give, beside a function whose callers give no signal': {
    language: 'js',
    invalid: `
      export async function request(url, options) {
        try {
          return await fetch(url, options);
        } catch (error) {
          throw new TypeError('no answer', { cause: error });
                ~~~~~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      async function request(url, options = {}) {
        try {
          return await fetch(url, options);
        } catch (error) {
          throw new TypeError('no answer', { cause: error });
        }
      }
      export const get = (url) => request(url);
      export const remove = (url) => request(url, { method: 'DELETE' });
    `,
  },
  'options as they came, beside ones that are given an own signal': {
    language: 'js',
    invalid: `
      export async function request(url, init) {
        try {
          return await globalThis.fetch(url, init);
        } catch {
          throw new Error('no answer');
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function request(url, init) {
        const controller = new AbortController();
        init.signal = controller.signal;
        const timer = setTimeout(() => controller.abort(), 500);
        try {
          return await globalThis.fetch(url, init);
        } catch {
          throw new Error('no answer');
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'the platform, beside a method of the same name that takes something else': {
    language: 'js',
    invalid: `
      export async function load(id, options) {
        try {
          return await fetch(id, options);
        } catch {
          throw new Error('no answer');
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(cache, id, options) {
        try {
          return await cache.fetch(id, options);
        } catch {
          throw new Error('no answer');
        }
      }
    `,
  },
  'a stack that is given to any reason, beside one only for objects': {
    language: 'js',
    invalid: `
      const fetchImpl = require('./fetch').fetch;
      module.exports.fetch = function fetch(resource, init = undefined) {
        return fetchImpl(resource, init).catch((err) => {
          Error.captureStackTrace(err, this);
          ~~~~~~~~~~~~~~~~~~~~~~~ fragile
          throw err;
        });
      };
    `,
    valid: `
      const fetchImpl = require('./fetch').fetch;
      module.exports.fetch = function fetch(resource, init = undefined) {
        return fetchImpl(resource, init).catch((err) => {
          if (err && typeof err === 'object') {
            Error.captureStackTrace(err, this);
          }
          throw err;
        });
      };
    `,
  },
  'a test that null passes, beside one for the class': {
    language: 'js',
    invalid: `
      export async function load(url, { signal }) {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (typeof error === 'object') Error.captureStackTrace(error, load);
                                         ~~~~~~~~~~~~~~~~~~~~~~~ fragile
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url, { signal }) {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (error instanceof Error) Error.captureStackTrace(error, load);
          throw error;
        }
      }
    `,
  },
  'a test that a text passes, beside an earlier way out': {
    language: 'js',
    invalid: `
      export async function load(url, { signal }) {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          error && Object.defineProperty(error, 'url', { value: url });
                   ~~~~~~~~~~~~~~~~~~~~~ fragile
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url, { signal }) {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) throw error;
          Object.defineProperty(error, 'url', { value: url });
          throw error;
        }
      }
    `,
  },
  'a caught reason, beside an error that the handler makes of it': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error: any) {
          Error.captureStackTrace(error);
          ~~~~~~~~~~~~~~~~~~~~~~~ fragile
          throw error;
        }
      }
    `,
    valid: `
      declare function toError(value: unknown): Error;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error: any) {
          error = toError(error);
          Error.captureStackTrace(error);
          throw error;
        }
      }
    `,
  },
  'a signal that is combined with itself, beside one that the handler tests': {
    invalid: `
      export async function load(url: string, limit: number | undefined, signal?: AbortSignal): Promise<Response> {
        let both = signal;
        if (limit !== undefined) both = both ? AbortSignal.any([both, AbortSignal.timeout(limit)]) : undefined;
        try {
          both?.throwIfAborted();
          return await fetch(url, { signal: both ?? null });
        } catch {
          throw new Error('not loaded');
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, limit: number | undefined, signal?: AbortSignal): Promise<Response> {
        let both = signal;
        if (limit !== undefined) both = both ? AbortSignal.any([both, AbortSignal.timeout(limit)]) : undefined;
        try {
          both?.throwIfAborted();
          return await fetch(url, { signal: both ?? null });
        } catch (error) {
          if (signal?.aborted) throw error;
          throw new Error('not loaded');
        }
      }
    `,
  },
  'another error whatever the reason, beside one for the reason of the own limit': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const limit = AbortSignal.timeout(5_000);
        const both = AbortSignal.any([signal, limit]);
        try {
          return await fetch(url, { signal: both });
        } catch {
          if (url === '') throw new TypeError('no address');
          throw new Error('took too long');
                ~~~~~~~~~ masked
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const limit = AbortSignal.timeout(5_000);
        const both = AbortSignal.any([signal, limit]);
        try {
          return await fetch(url, { signal: both });
        } catch (error) {
          if (limit.aborted && both.reason === limit.reason) throw new Error('took too long');
          throw both.aborted ? both.reason : error;
        }
      }
    `,
  },
});
