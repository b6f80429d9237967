import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-uncleared-abort-timer.js';

testRule(rule, {
  'an id that is dropped, beside one that is cleared in finally': {
    invalid: `
      export async function load(url: string, milliseconds: number): Promise<unknown> {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, milliseconds);
        ~~~~~~~~~~ dropped
        const response = await fetch(url, { signal: controller.signal });
        return await response.json();
      }
    `,
    valid: `
      export async function load(url: string, milliseconds: number): Promise<unknown> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, milliseconds);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.json();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'an id that is kept in vain, beside one that is handed on': {
    invalid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        // At most a second.
        const timer = setTimeout(() => controller.abort(new Error('too slow')), 1000);
                      ~~~~~~~~~~ dropped
        const response = await fetch(url, { signal: controller.signal });
        if (!response.ok) throw new Error('no answer');
        const text = await response.text();
        return text;
      }
    `,
    valid: `
      declare function remember(timer: unknown): void;
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(new Error('too slow')), 1000);
        remember(timer);
        const response = await fetch(url, { signal: controller.signal });
        const text = await response.text();
        return text;
      }
    `,
  },
  'cleared where the work succeeds, beside where it fails too': {
    invalid: `
      export async function ping(url: string): Promise<boolean> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(new Error('too slow')); }, 5000);
                      ~~~~~~~~~~ onSuccess
        const response = await fetch(url, { method: 'HEAD', signal: controller.signal });
        clearTimeout(timer);
        return response.ok;
      }
    `,
    valid: `
      export async function ping(url: string): Promise<boolean> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(new Error('too slow')); }, 5000);
        try {
          const response = await fetch(url, { method: 'HEAD', signal: controller.signal });
          clearTimeout(timer);
          return response.ok;
        } catch (error) {
          clearTimeout(timer);
          throw error;
        }
      }
      export async function isUp(url: string): Promise<boolean> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(new Error('too slow')); }, 5000);
        const response = await fetch(url, { signal: controller.signal }).finally(() => { clearTimeout(timer); });
        return response.ok;
      }
    `,
  },
  'a failure that is caught before the timer is cleared': {
    valid: `
      export async function ping(url: string): Promise<boolean> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(new Error('too slow')); }, 5000);
        let isUp = false;
        try {
          isUp = (await fetch(url, { signal: controller.signal })).ok;
        } catch {
          isUp = false;
        }
        clearTimeout(timer);
        return isUp;
      }
    `,
  },
  'abort through a function and by bind, beside a timer that does something else': {
    invalid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        const stop = (): void => { controller.abort(); };
        setTimeout(stop, 1000);
        ~~~~~~~~~~ dropped
        return (await fetch(url, { signal: controller.signal })).text();
      }
      export async function loadToo(url: string): Promise<string> {
        const controller = new AbortController();
        globalThis.setTimeout(controller.abort.bind(controller), 1000);
        ~~~~~~~~~~~~~~~~~~~~~ dropped
        return (await fetch(url, { signal: controller.signal })).text();
      }
    `,
    valid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        setTimeout(() => { console.log('slow'); }, 1000);
        process.once('SIGINT', () => { controller.abort(); });
        return (await fetch(url, { signal: controller.signal })).text();
      }
    `,
  },
  'a time limit of its own controller, beside a period of grace for one further out': {
    invalid: `
      export function limited(milliseconds: number): AbortSignal {
        const controller = new AbortController();
        if (milliseconds > 0) setTimeout(() => controller.abort(), milliseconds);
                              ~~~~~~~~~~ dropped
        return controller.signal;
      }
    `,
    valid: `
      const controller = new AbortController();
      process.once('SIGTERM', () => {
        setTimeout(() => { controller.abort(); }, 5000);
      });
      export const { signal } = controller;
    `,
  },
  'an id that holds the process, beside one that does not': {
    invalid: `
      export class Loader {
        #controller: AbortController | undefined;
        async load(url: string): Promise<string> {
          this.#controller = new AbortController();
          setTimeout(() => this.#controller?.abort(), 1000);
          ~~~~~~~~~~ dropped
          return (await fetch(url, { signal: this.#controller.signal })).text();
        }
      }
    `,
    valid: `
      export class Loader {
        #controller: AbortController | undefined;
        async load(url: string): Promise<string> {
          this.#controller = new AbortController();
          setTimeout(() => this.#controller?.abort(), 1000).unref();
          return (await fetch(url, { signal: this.#controller.signal })).text();
        }
      }
    `,
  },
  'an id in a field, which another method may clear': {
    valid: `
      export class Loader {
        #timer: ReturnType<typeof setTimeout> | undefined;
        readonly #controller: AbortController;
        constructor() {
          this.#controller = new AbortController();
          this.#timer = setTimeout(() => this.#controller.abort(), 1000);
        }
        done(): AbortSignal {
          clearTimeout(this.#timer);
          return this.#controller.signal;
        }
      }
    `,
  },
  'a timer with a delay, beside one that only puts the abort off to the next turn': {
    invalid: `
      export async function race(url: string): Promise<Response> {
        const controller = new AbortController();
        void setTimeout(() => controller.abort(), 30_000);
             ~~~~~~~~~~ dropped
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export function spent(): AbortSignal {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 0);
        setTimeout(() => controller.abort());
        return controller.signal;
      }
    `,
  },
  'a test, which aborts after a time on purpose': {
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      it('stops', async () => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 10);
        await fetch('/', { signal: controller.signal }).catch(() => undefined);
      });
    `,
  },
  'the timer of Node, beside one of another module': {
    invalid: `
      import { setTimeout } from 'node:timers';
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000);
        ~~~~~~~~~~ dropped
        return (await fetch(url, { signal: controller.signal })).text();
      }
    `,
    valid: `
      declare const clock: { setTimeout(callback: () => void, milliseconds: number): void };
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
        clock.setTimeout(() => controller.abort(), 1000);
        return (await fetch(url, { signal: controller.signal })).text();
      }
    `,
  },
  'a controller that is handed in': {
    valid: `
      export function stopAfter(controller: AbortController, milliseconds: number): void {
        setTimeout(() => controller.abort(), milliseconds);
      }
    `,
  },
  'plain JavaScript with tabs and an options object': {
    language: 'js',
    invalid: `
      export async function load(options) {
      	if (!options.signal && options.timeout) {
      		const controller = new AbortController();
      		setTimeout(() => controller.abort(), options.timeout);
      		~~~~~~~~~~ dropped
      		options.signal = controller.signal;
      	}
      	const response = await fetch(options.url, options);
      	return response;
      }
    `,
    valid: `
      export async function load(options) {
      	let timer;
      	if (!options.signal && options.timeout) {
      		const controller = new AbortController();
      		timer = setTimeout(() => controller.abort(), options.timeout);
      		options.signal = controller.signal;
      	}
      	try {
      		return await fetch(options.url, options);
      	} finally {
      		if (timer) clearTimeout(timer);
      	}
      }
    `,
  },
  'output of a compiler for old targets': {
    language: 'js',
    invalid: `
      function load(url) {
        return __awaiter(this, void 0, void 0, function* () {
          var controller = new AbortController();
          setTimeout(function () { return controller.abort(); }, 1000);
          ~~~~~~~~~~ dropped
          return yield fetch(url, { signal: controller.signal });
        });
      }
    `,
    valid: `
      function load(url) {
        return __awaiter(this, void 0, void 0, function* () {
          var controller = new AbortController();
          var timer = setTimeout(function () { return controller.abort(); }, 1000);
          try {
            return yield fetch(url, { signal: controller.signal });
          } finally {
            clearTimeout(timer);
          }
        });
      }
    `,
  },
  'a clear behind the whole body, beside one before it, which no-timeout-cleared-before-body reports': {
    invalid: `
      export async function load(url: string, timeoutMs: number): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), timeoutMs);
                      ~~~~~~~~~~ onSuccess
        const response = await fetch(url, { signal: controller.signal });
        const text = await response.text();
        clearTimeout(timer);
        return text;
      }
    `,
    valid: `
      export async function load(url: string, timeoutMs: number): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), timeoutMs);
        const response = await fetch(url, { signal: controller.signal });
        clearTimeout(timer);
        return await response.text();
      }
    `,
  },
  'an abort by way of a function of the file': {
    invalid: `
      export async function load(url: string, ms: number): Promise<string> {
        const controller = new AbortController();
        function cancel(): void {
          controller.abort(new DOMException('Too slow.', 'TimeoutError'));
        }
        setTimeout(() => cancel(), ms);
        ~~~~~~~~~~ dropped
        return (await fetch(url, { signal: controller.signal })).text();
      }
    `,
    valid: `
      export async function load(url: string, ms: number): Promise<string> {
        const controller = new AbortController();
        function cancel(): void {
          controller.abort(new DOMException('Too slow.', 'TimeoutError'));
        }
        const timer = setTimeout(() => cancel(), ms);
        try {
          return await (await fetch(url, { signal: controller.signal })).text();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a rendering of React, beside one whose timer is cleared when the page was sent': {
    invalid: `
      import { PassThrough } from 'node:stream';
      import { renderToPipeableStream } from 'react-dom/server';
      export function handle(page, send, fail) {
        const { pipe, abort } = renderToPipeableStream(page, {
          onShellReady() {
            const body = new PassThrough();
            send(body);
            pipe(body);
          },
          onShellError: fail,
        });
        setTimeout(abort, 5000);
        ~~~~~~~~~~ rendering
      }
    `,
    valid: `
      import { PassThrough } from 'node:stream';
      import { renderToPipeableStream } from 'react-dom/server';
      export function handle(page, send, fail) {
        const { pipe, abort } = renderToPipeableStream(page, {
          onShellReady() {
            const body = new PassThrough();
            body.on('close', () => clearTimeout(timer));
            send(body);
            pipe(body);
          },
          onShellError: fail,
        });
        const timer = setTimeout(abort, 5000);
      }
    `,
    language: 'js',
    types: 'without',
  },
  'a rendering that an arrow aborts, beside a timer that aborts something unknown': {
    invalid: `
      const { renderToPipeableStream } = require('react-dom/server');
      exports.handle = function (page, options) {
        const stream = renderToPipeableStream(page, options);
        const timer = setTimeout(() => { stream.abort(); }, 5000);
                      ~~~~~~~~~~ rendering
        return stream;
      };
    `,
    valid: `
      const { renderPage } = require('./render');
      exports.handle = function (page, options) {
        const stream = renderPage(page, options);
        const timer = setTimeout(() => { stream.abort(); }, 5000);
        return stream;
      };
    `,
    language: 'js',
    types: 'without',
  },
  'a limit, beside a time that is waited for itself': {
    invalid: `
      export function record(url: string, ms: number): Promise<Response> {
        const controller = new AbortController();
        return new Promise((resolve, reject) => {
          setTimeout(() => {
          ~~~~~~~~~~ dropped
            controller.abort();
          }, ms);
          fetch(url, { signal: controller.signal }).then(resolve, reject);
        });
      }
    `,
    valid: `
      export function record(url: string, ms: number): Promise<string> {
        const controller = new AbortController();
        fetch(url, { signal: controller.signal }).catch(() => {});
        return new Promise((resolve) => {
          setTimeout(() => {
            controller.abort();
            resolve('recorded');
          }, ms);
        });
      }
    `,
  },
});
