import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-reported-abort.js';

testRule(rule, {
  'an error log before the error is rethrown, beside one below the level of errors': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          console.error('not loaded', error);
          ~~~~~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          console.debug('not loaded', error);
          throw error;
        }
      }
    `,
  },
  'a report before the guard, beside one behind it': {
    invalid: `
      declare const logger: { error(error: unknown): void };
      export async function load(url: string, { signal }: { signal?: AbortSignal }): Promise<Response | null> {
        try {
          return await fetch(url, { signal: signal ?? null });
        } catch (error) {
          // Somebody will want to know.
          logger.error(error);
          ~~~~~~~~~~~~ reported
          if (signal?.aborted) throw error;
          return null;
        }
      }
    `,
    valid: `
      declare const logger: { error(error: unknown): void };
      export async function load(url: string, { signal }: { signal?: AbortSignal }): Promise<Response | null> {
        try {
          return await fetch(url, { signal: signal ?? null });
        } catch (error) {
          if (signal?.aborted) throw error;
          logger.error(error);
          return null;
        }
      }
    `,
  },
  'an error tracker, beside a log alone, which another rule reports': {
    invalid: `
      declare const Sentry: { captureException(error: unknown): string };
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          Sentry.captureException(error);
          ~~~~~~~~~~~~~~~~~~~~~~~ reported
          return null;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          console.error(error);
          return null;
        }
      }
    `,
  },
  'a span that records the exception, beside one that is masked, which another rule reports': {
    invalid: `
      declare const span: { recordException(error: Error): void; end(): void };
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          span.recordException(error as Error);
          ~~~~~~~~~~~~~~~~~~~~ reported
          throw error;
        } finally {
          span.end();
        }
      }
    `,
    valid: `
      declare const span: { recordException(error: Error): void; end(): void };
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          span.recordException(error as Error);
          throw new Error('failed', { cause: error });
        } finally {
          span.end();
        }
      }
    `,
  },
  'the error state of a component whose effect aborts, beside a test of the state': {
    invalid: `
      declare function useEffect(effect: () => () => void): void;
      declare function setError(error: unknown): void;
      declare function setText(text: string): void;
      export function useText(url: string): void {
        useEffect(() => {
          const controller = new AbortController();
          fetch(url, { signal: controller.signal })
            .then((response) => response.text())
            .then(setText)
            .catch((error: unknown) => setError(error));
                                       ~~~~~~~~ reported
          return () => { controller.abort(); };
        });
      }
    `,
    valid: `
      declare function useEffect(effect: () => () => void): void;
      declare function setError(error: unknown): void;
      declare function setText(text: string): void;
      export function useText(url: string): void {
        useEffect(() => {
          const controller = new AbortController();
          fetch(url, { signal: controller.signal })
            .then((response) => response.text())
            .then(setText)
            .catch((error: unknown) => {
              if (!controller.signal.aborted) setError(error);
            });
          return () => { controller.abort(); };
        });
      }
    `,
  },
  'error state that is cleared is no report': {
    valid: `
      declare function setError(error: unknown): void;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          setError(null);
          throw error;
        }
      }
    `,
  },
  'a controller that somebody aborts, beside one that a timer aborts': {
    invalid: `
      export async function run(url: string, button: EventTarget): Promise<void> {
        const controller = new AbortController();
        button.addEventListener('click', () => { controller.abort(); });
        try {
          await fetch(url, { signal: controller.signal });
        } catch (error) {
          console.error(error);
          ~~~~~~~~~~~~~ reported
        }
      }
    `,
    valid: `
      export async function run(url: string): Promise<void> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 1000);
        try {
          await fetch(url, { signal: controller.signal });
        } catch (error) {
          console.error(error);
        } finally {
          clearTimeout(timer);
        }
      }
      export async function quick(url: string): Promise<void> {
        try {
          await fetch(url, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          console.error(error);
        }
      }
      export async function watch(url: string, socket: EventTarget): Promise<void> {
        const controller = new AbortController();
        socket.addEventListener('error', () => { controller.abort(); });
        try {
          await fetch(url, { signal: controller.signal });
        } catch (error) {
          console.error(error);
        }
      }
    `,
  },
  'a handler of requests, beside one that guards': {
    invalid: `
      declare const app: { on(path: string, handle: (request: Request) => Promise<Response>): void };
      app.on('/', async (request) => {
        try {
          return await fetch('https://example.com', { signal: request.signal });
        } catch (error) {
          console.error('bad gateway', error);
          ~~~~~~~~~~~~~ reported
          return new Response(null, { status: 502 });
        }
      });
      request(new Request('https://example.com'));
      function request({ signal }: Request): boolean {
        return signal.aborted;
      }
    `,
    types: 'with',
    valid: `
      declare const app: { on(path: string, handle: (request: Request) => Promise<Response>): void };
      app.on('/', async (request) => {
        try {
          return await fetch('https://example.com', { signal: request.signal });
        } catch (error) {
          if (!request.signal.aborted) console.error('bad gateway', error);
          return new Response(null, { status: 502 });
        }
      });
    `,
  },
  'an event beside the rejection, beside one that is the only way on': {
    invalid: `
      import type { EventEmitter } from 'node:events';
      export async function load(url: string, signal: AbortSignal, events: EventEmitter): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          events.emit('error', error);
          ~~~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      import type { EventEmitter } from 'node:events';
      export async function load(url: string, signal: AbortSignal, events: EventEmitter): Promise<void> {
        try {
          events.emit('response', await fetch(url, { signal }));
        } catch (error) {
          events.emit('error', error);
        }
      }
    `,
  },
  'an error log, beside a callback of the caller': {
    invalid: `
      interface Options { signal: AbortSignal; onError?: (error: unknown) => void }
      declare const log: { error(message: string): void };
      export async function load(url: string, options: Options): Promise<Response> {
        try {
          return await fetch(url, { signal: options.signal });
        } catch (error) {
          options.onError?.(error);
          log.error('failed');
          ~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      interface Options { signal: AbortSignal; onError?: (error: unknown) => void }
      export async function load(url: string, options: Options): Promise<Response> {
        try {
          return await fetch(url, { signal: options.signal });
        } catch (error) {
          options.onError?.(error);
          throw error;
        }
      }
    `,
  },
  'a report on every way, beside one under a condition of its own': {
    invalid: `
      export async function load(url: string, signal: AbortSignal, isStrict: boolean): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (isStrict) console.error('strict', error);
                        ~~~~~~~~~~~~~ reported
          else console.error(error);
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, isVerbose: boolean): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (isVerbose) console.error(error);
          throw error;
        }
      }
    `,
  },
  'a failure, beside a log that speaks of the cancellation': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        return fetch(url, { signal }).catch((error: unknown) => {
          console.error(\`\${url} failed\`);
          ~~~~~~~~~~~~~ reported
          throw error;
        });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        return fetch(url, { signal }).catch((error: unknown) => {
          console.error(\`\${url} failed or was cancelled\`);
          throw error;
        });
      }
    `,
  },
  'a single try, beside tries that are repeated, which another rule reports': {
    invalid: `
      export async function load(urls: string[], signal: AbortSignal): Promise<void> {
        for (const url of urls) {
          try {
            await fetch(url, { signal });
          } catch (error) {
            console.error(url, error);
            ~~~~~~~~~~~~~ reported
            throw error;
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            console.error(error);
          }
        }
      }
    `,
  },
  'plain JavaScript at the top of a module, beside a guard': {
    language: 'js',
    invalid: `
      const controller = new AbortController();
      process.once('SIGINT', () => controller.abort());
      try {
        await fetch('https://example.com', { signal: controller.signal });
      } catch (error) {
        console.error(error);
        ~~~~~~~~~~~~~ reported
        process.exitCode = 1;
      }
    `,
    valid: `
      const controller = new AbortController();
      process.once('SIGINT', () => controller.abort());
      try {
        await fetch('https://example.com', { signal: controller.signal });
      } catch (error) {
        if (!controller.signal.aborted) console.error(error);
        process.exitCode = 1;
      }
    `,
  },
  'a report on the way of an abort, beside one behind a test that may tell it': {
    invalid: `
      declare function reportError(error: unknown): void;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (error instanceof RangeError) throw error;
          reportError(error);
          ~~~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      declare function reportError(error: unknown): void;
      declare function isExpected(error: unknown): boolean;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (!isExpected(error)) reportError(error);
          throw error;
        }
      }
    `,
  },
  'cleanup may report': {
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } finally {
          try {
            await fetch(url, { method: 'DELETE', signal });
          } catch (error) {
            console.error(error);
          }
        }
      }
    `,
  },
  'the abort of the caller alone, beside one that an own time limit may be': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal: AbortSignal.any([signal]) });
        } catch (error) {
          console.error('not loaded', error);
          ~~~~~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(500)]) });
        } catch (error) {
          console.error('not loaded', error);
          throw error;
        }
      }
    `,
  },
  'a request that its own class aborts, beside one that sets a flag first': {
    invalid: `
      import * as http from 'http';
      import * as https from 'https';
      export class Upload {
        constructor() { this.onload = () => undefined; this.onerror = () => undefined; this._request = null; }
        send(options, body) {
          let req = this._request = options.secure ? https.request(options) : http.request(options);
          req.on('response', (response) => { this.status = response.statusCode; this.onload(); });
          req.on('error', (error) => {
            this.onerror(error);
            ~~~~~~~~~~~~ cancelled
          });
          req.end(body);
        }
        abort() { if (this._request !== null) this._request.abort(); }
      }
    `,
    valid: `
      import * as http from 'http';
      export class Upload {
        constructor() { this.onload = () => undefined; this.onerror = () => undefined; this._request = null; }
        send(options, body) {
          const req = this._request = http.request(options);
          req.on('response', (response) => { this.status = response.statusCode; this.onload(); });
          req.on('error', (error) => {
            if (this._aborted) return;
            this.onerror(error);
          });
          req.end(body);
        }
        abort() { this._aborted = true; if (this._request !== null) this._request.abort(); }
      }
    `,
    language: 'js',
  },
  'an error event of a download, beside one that gets the reason of its end': {
    invalid: `
      import { EventEmitter } from 'node:events';
      import { get } from 'node:https';
      export function download(url: string): { events: EventEmitter; cancel: () => void } {
        const events = new EventEmitter();
        const request = get(url, (response) => events.emit('response', response));
        request.on('error', (error) => events.emit('error', error));
                                       ~~~~~~~~~~~ cancelled
        return { events, cancel: () => { request.destroy(); } };
      }
    `,
    valid: `
      import { EventEmitter } from 'node:events';
      import { get } from 'node:https';
      export function download(url: string): { events: EventEmitter; cancel: () => void } {
        const events = new EventEmitter();
        const request = get(url, (response) => events.emit('response', response));
        request.on('error', (error) => events.emit('error', error));
        return { events, cancel: () => { request.destroy(new Error('cancelled')); } };
      }
    `,
  },
  'an abort listener that ends the request, beside one that takes the listener off first': {
    invalid: `
      const http = require('http');
      function send(options, onError, signal) {
        const request = http.request(options);
        request.once('error', function (error) { onError(error.message); });
                                                 ~~~~~~~ cancelled
        if (!signal.aborted) signal.addEventListener('abort', function () { request.destroy(); }, { once: true });
        request.on('timeout', function () { request.destroy(new Error('too slow')); });
        return request;
      }
      module.exports = send;
    `,
    valid: `
      const http = require('http');
      function send(options, onError, signal) {
        const request = http.request(options);
        request.once('error', function (error) { onError(error.message); });
        if (!signal.aborted) signal.addEventListener('abort', function () {
          request.removeAllListeners('error');
          request.on('error', function () { return undefined; });
          request.destroy();
        }, { once: true });
        return request;
      }
      module.exports = send;
    `,
    language: 'js',
  },
  'a callback that waits for an end, a time limit, and emitters that are no request': {
    valid: `
      const http = require('http');
      exports.one = function (options, callback) {
        const request = http.request(options, (response) => callback(null, response));
        request.on('error', (error) => callback(error));
        return { abort() { request.destroy(); } };
      };
      exports.two = function (options, onError) {
        const request = http.request(options);
        request.on('error', (error) => { onError(error); });
        request.on('timeout', () => request.destroy());
      };
      exports.three = function (connect, onError) {
        const request = connect();
        request.on('error', (error) => { onError(error); });
        return { cancel() { request.destroy(); } };
      };
      exports.four = function (options, onError) {
        const request = http.request(options);
        request.on('error', (error) => { if (error.code !== 'ECONNRESET') onError(error); });
        return { cancel() { request.destroy(); } };
      };
    `,
    language: 'js',
  },
  'a local function that works with a signal around it, beside one that reports nothing of an abort': {
    language: 'js',
    invalid: `
      export function startPreview(url, show) {
        const controller = new AbortController();
        const load = async () => {
          const response = await fetch(url, { signal: controller.signal });
          show(await response.text());
        };
        load().catch((error) => {
          console.error('The preview failed:', error);
          ~~~~~~~~~~~~~ reported
        });
        return () => { controller.abort(); };
      }
    `,
    valid: `
      export function startPreview(url, show) {
        const controller = new AbortController();
        const load = async () => {
          try {
            const response = await fetch(url, { signal: controller.signal });
            show(await response.text());
          } catch (error) {
            if (!controller.signal.aborted) throw error;
          }
        };
        load().catch((error) => {
          console.error('The preview failed:', error);
        });
        return () => { controller.abort(); };
      }
    `,
  },
  'an error log, beside a helper that may log at any level': {
    invalid: `
      declare const logger: { logError(error: unknown): void };
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          logger.logError(error);
          ~~~~~~~~~~~~~~~ reported
          throw error;
        }
      }
    `,
    valid: `
      declare function logErrorStack(error: unknown): void;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          logErrorStack(error);
          throw error;
        }
      }
    `,
  },
});
