import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-replaced-signal.js';

testRule(rule, {
  'options in a constant, beside options that stand before the signal is there': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const init = { method: 'POST', signal: AbortSignal.timeout(1000) };
                                               ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
        return await fetch(url, init);
      }
    `,
    valid: `
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        const init = { method: 'POST', signal: AbortSignal.timeout(1000) };
        const { signal } = options;
        signal.throwIfAborted();
        return await fetch(url, init);
      }
    `,
  },
  'a timeout in place of the received signal, beside one that is combined with it': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await fetch(url, { signal: AbortSignal.timeout(5000) });
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]) });
      }
    `,
  },
  'a signal that may be missing, beside a default for it': {
    invalid: `
      export async function load(url: string, options?: { signal?: AbortSignal }): Promise<Response> {
        return await fetch(url, { ...options, signal: AbortSignal.timeout(5000) });
                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
      }
    `,
    valid: `
      export async function load(url: string, options?: { signal?: AbortSignal }): Promise<Response> {
        return await fetch(url, { signal: options?.signal ?? AbortSignal.timeout(5000) });
      }
    `,
  },
  'a controller with a timer, beside one that the received signal aborts too': {
    invalid: `
      export async function load(url: string, { signal }: { signal: AbortSignal }): Promise<string> {
        signal.throwIfAborted();
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(new Error('too slow')); }, 5000);
        try {
          const response = await fetch(url, { signal: controller.signal });
                                                      ~~~~~~~~~~~~~~~~~ replaced
          return await response.text();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function load(url: string, { signal }: { signal: AbortSignal }): Promise<string> {
        signal.throwIfAborted();
        const controller = new AbortController();
        const abort = (): void => { controller.abort(signal.reason); };
        signal.addEventListener('abort', abort);
        const timer = setTimeout(abort, 5000);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.text();
        } finally {
          clearTimeout(timer);
          signal.removeEventListener('abort', abort);
        }
      }
    `,
  },
  'an alias of an own signal, beside an alias of a combined one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const deadline = AbortSignal.timeout(5000);
        return await fetch(url, { method: 'POST', signal: deadline });
                                                          ~~~~~~~~ replaced
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const deadline = AbortSignal.any([AbortSignal.timeout(5000), signal]);
        return await fetch(url, { method: 'POST', signal: deadline });
      }
    `,
  },
  'an own signal that is called signal, beside a parameter that is': {
    invalid: `
      export async function load(url: string, init: RequestInit): Promise<Response> {
        const signal = AbortSignal.timeout(5000);
        return await fetch(url, { ...init, signal });
                                           ~~~~~~ replaced
      }
    `,
    valid: `
      export async function load(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { ...init, signal });
      }
    `,
  },
  'an own signal behind the options, beside one before them': {
    invalid: `
      export async function load(url: string, init: RequestInit): Promise<Response> {
        return await fetch(url, { ...init, signal: AbortSignal.timeout(5000) });
                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
      }
    `,
    valid: `
      export async function load(url: string, init: RequestInit): Promise<Response> {
        return await fetch(url, { signal: AbortSignal.timeout(5000), ...init });
      }
    `,
  },
  'a helper that links the two, and a controller that others get hold of': {
    valid: `
      declare function link(source: AbortSignal, target: AbortController): void;
      declare const running: Map<string, AbortController>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        link(signal, controller);
        return await fetch(url, { signal: controller.signal });
      }
      export async function start(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        running.set(url, controller);
        return await fetch(url, { signal: controller.signal });
      }
      export async function follow(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.onabort = () => { controller.abort(signal.reason); };
        return await fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a controller that a listener of another signal aborts, and a source that has the signal already': {
    valid: `
      export async function load(url: string, signal: AbortSignal, controller: AbortController): Promise<Response> {
        signal.throwIfAborted();
        const own = new AbortController();
        const caller = controller.signal;
        const cancel = (): void => { own.abort(caller.reason); };
        caller.addEventListener('abort', cancel, { once: true });
        return await fetch(url, { signal: own.signal });
      }
      export async function save(url: string, sink: WritableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
        const own = new AbortController();
        const response = await fetch(url, { signal: AbortSignal.any([signal, own.signal]) });
        await response.body?.pipeTo(sink, { signal: own.signal });
      }
    `,
  },
  'cleanup, and work that is let go': {
    valid: `
      export async function withLock(url: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
        await fetch(url, { method: 'POST', signal });
        try {
          await work();
        } finally {
          await fetch(url, { method: 'DELETE', signal: AbortSignal.timeout(5000) });
        }
        void fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
      }
    `,
  },
  'a race that the received signal ends, beside a list of requests': {
    invalid: `
      export async function load(urls: string[], signal: AbortSignal): Promise<Response[]> {
        signal.throwIfAborted();
        return await Promise.all(urls.map((url) => fetch(url, { signal: AbortSignal.timeout(5000) })));
                                                                        ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
      }
    `,
    valid: `
      declare function raceSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await raceSignal(fetch(url, { signal: AbortSignal.timeout(5000) }), signal);
      }
    `,
  },
  'a timeout for a request, beside one that is combined with its signal': {
    invalid: `
      export async function proxy(request: Request): Promise<Response> {
        return await fetch(request, { signal: AbortSignal.timeout(5000) });
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
      }
    `,
    valid: `
      export async function proxy(request: Request): Promise<Response> {
        const signal = AbortSignal.any([request.signal, AbortSignal.timeout(5000)]);
        return await fetch(request, { signal });
      }
      export async function proxyUrl(request: Request): Promise<Response> {
        return await fetch(request.url, { signal: AbortSignal.timeout(5000) });
      }
    `,
  },
  'a controller for a copy of a request, beside one that the request aborts': {
    invalid: `
      export async function send(request: Request, ms: number): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(new Error('Too slow')), ms);
        try {
          const copy = new Request(request, { signal: controller.signal });
                                                      ~~~~~~~~~~~~~~~~~ replaced
          return await fetch(copy);
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function send(request: Request, ms: number): Promise<Response> {
        const controller = new AbortController();
        const stop = (): void => controller.abort(request.signal.reason);
        if (request.signal.aborted) stop();
        request.signal.addEventListener('abort', stop);
        const timer = setTimeout(() => controller.abort(new Error('Too slow')), ms);
        try {
          const copy = new Request(request, { signal: controller.signal });
          return await fetch(copy);
        } finally {
          clearTimeout(timer);
          request.signal.removeEventListener('abort', stop);
        }
      }
    `,
  },
  'what is tested to be a request, beside what may be an address': {
    language: 'js',
    invalid: `
      export async function load(input, init) {
        if (input instanceof Request && !init) {
          return await fetch(input, { signal: AbortSignal.timeout(5000) });
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
        }
        return await fetch(input, init);
      }
    `,
    valid: `
      export async function load(input, init) {
        if (input instanceof Request) {
          const { signal } = input;
          return await fetch(input, { signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]) });
        }
        return await fetch(input, { signal: AbortSignal.timeout(5000) });
      }
      export async function loadPage(request) {
        return await fetch(request, { signal: AbortSignal.timeout(5000) });
      }
    `,
  },
  "a request of the platform, beside one of a package and a copy of one's own": {
    types: 'without',
    invalid: `
      export const send = (request: Request): Promise<Response> =>
        globalThis.fetch(request, { method: 'POST', signal: AbortSignal.timeout(5000) });
                                                            ~~~~~~~~~~~~~~~~~~~~~~~~~ replaced
    `,
    valid: `
      import { fetch as send, type Request as Sent } from './http.js';
      export const sendTo = async (request: Sent): Promise<unknown> =>
        await fetch(request as never, { signal: AbortSignal.timeout(5000) });
      export const sendWith = async (request: Request): Promise<unknown> =>
        await send(request, { signal: AbortSignal.timeout(5000) });
      export const sendOwn = async (url: string): Promise<unknown> => {
        const request = new Request(url);
        return await fetch(request, { signal: AbortSignal.timeout(5000) });
      };
    `,
  },
  'a branch where there is no received signal': {
    valid: `
      export async function load(url: string, signal?: AbortSignal): Promise<Response> {
        if (!signal) return await fetch(url, { signal: AbortSignal.timeout(5000) });
        return await fetch(url, { signal });
      }
    `,
  },
  'a timeout only without a signal, beside one that is combined with it': {
    invalid: `
      export async function load(url, options) {
        let timer;
        if (!options.signal && options.timeout) {
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
          const controller = new AbortController();
          timer = setTimeout(() => controller.abort(), options.timeout);
          options.signal = controller.signal;
        }
        return fetch(url, options).finally(() => clearTimeout(timer));
      }
      export function initOf(options) {
        const init = {};
        if (options.signal) {
          init.signal = options.signal;
        } else if (options.timeout > 0) {
                   ~~~~~~~~~~~~~~~~~~~ timeout
          init.signal = AbortSignal.timeout(options.timeout);
        }
        return init;
      }
    `,
    valid: `
      export async function load(url, options) {
        if (options.timeout) {
          const deadline = AbortSignal.timeout(options.timeout);
          options.signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
        }
        return fetch(url, options);
      }
      export function initOf(options) {
        if (!options.signal) options.signal = AbortSignal.timeout(30_000);
        return options;
      }
    `,
    language: 'js',
  },
  'an own signal that is used only beside a received one, beside one that is always used': {
    invalid: `
      export class Request {
        constructor(options) {
          this.controller = new AbortController();
          if (options.signal) {
            options.signal.addEventListener('abort', () => this.controller.abort(), { once: true });
            options.signal = this.controller.signal;
                             ~~~~~~~~~~~~~~~~~~~~~~ conditional
          }
          this.options = options;
        }
      }
    `,
    valid: `
      export class Request {
        constructor(options) {
          this.controller = new AbortController();
          if (options.signal) {
            options.signal.addEventListener('abort', () => this.controller.abort(), { once: true });
          }
          options.signal = this.controller.signal;
          this.options = options;
        }
      }
    `,
    language: 'js',
  },
});
