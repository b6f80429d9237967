import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-lossy-abort-relay.js';

testRule(rule, {
  'neither reason nor state, beside both': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort());
        ~~~~~~~~~~~~~~~~~~~~~~~ both
        return await fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort(signal.reason));
        if (signal.aborted) controller.abort(signal.reason);
        return await fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a timer that aborts too, beside AbortSignal.any': {
    invalid: `
      export async function load(url: string, ms: number, signal?: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal?.addEventListener('abort', () => controller.abort(), { once: true });
        ~~~~~~~~~~~~~~~~~~~~~~~~ both
        const timer = setTimeout(() => controller.abort(), ms);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function load(url: string, ms: number, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), ms);
        try {
          return await fetch(url, { signal: AbortSignal.any([signal, controller.signal]) });
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'the reason alone, beside code that keeps it elsewhere': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        const onAbort = () => controller.abort();
                              ~~~~~~~~~~~~~~~~~~ reason
        signal.addEventListener('abort', onAbort);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          signal.removeEventListener('abort', onAbort);
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        let reason: unknown;
        const onAbort = () => {
          reason = signal.reason;
          controller.abort();
        };
        signal.addEventListener('abort', onAbort);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          signal.removeEventListener('abort', onAbort);
          console.debug(reason);
        }
      }
    `,
  },
  'the state alone, beside a look in the caller': {
    invalid: `
      export class Request {
        private readonly controller = new AbortController();
        private readonly timer: ReturnType<typeof setTimeout>;
        constructor(private readonly options: { signal?: AbortSignal; timeout: number }) {
          const { signal } = options;
          if (signal) {
            signal.addEventListener('abort', () => {
            ~~~~~~~~~~~~~~~~~~~~~~~ state
              clearTimeout(this.timer);
              this.controller.abort(signal.reason);
            });
          }
          this.timer = setTimeout(() => this.controller.abort(new Error('too late')), options.timeout);
        }
      }
    `,
    valid: `
      function link(signal: AbortSignal, controller: AbortController): void {
        signal.addEventListener('abort', () => controller.abort(signal.reason));
      }
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        if (signal.aborted) throw signal.reason;
        const controller = new AbortController();
        link(signal, controller);
        return await fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a listener with more to do, beside one that is run at once where needed': {
    invalid: `
      export function open(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const { log } = console;
        signal.addEventListener('abort', () => {
        ~~~~~~~~~~~~~~~~~~~~~~~ both
          log('closed');
          controller.abort();
        });
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export function open(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const onAbort = (): void => {
          console.log('closed');
          controller.abort(signal.reason);
        };
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort);
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'the event in place of the reason, beside the reason of its target': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        signal.addEventListener('abort', (event) => controller.abort(event));
                                                    ~~~~~~~~~~~~~~~~~~~~~~~ event
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        signal.addEventListener('abort', (event) => controller.abort((event.target as AbortSignal).reason));
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a timeout of its own, beside a controller of its own': {
    invalid: `
      const deadline = AbortSignal.timeout(1000);
      const controller = new AbortController();
      deadline.addEventListener('abort', () => controller.abort());
                                               ~~~~~~~~~~~~~~~~~~ reason
      export const work = fetch('https://example.com', { signal: controller.signal });
    `,
    valid: `
      const all = new AbortController();
      const controller = new AbortController();
      all.signal.addEventListener('abort', () => controller.abort());
      export const work = fetch('https://example.com', { signal: controller.signal });
      process.once('SIGINT', () => all.abort());
    `,
  },
  'onabort, beside addAbortListener, which runs late listeners too': {
    invalid: `
      export function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        const controller = new AbortController();
        options.signal.onabort = () => controller.abort(options.signal.reason);
        ~~~~~~~~~~~~~~~~~~~~~~ state
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      import { addAbortListener } from 'node:events';
      export function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        const controller = new AbortController();
        addAbortListener(options.signal, () => controller.abort(options.signal.reason));
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a method as the listener, beside one that passes the reason on': {
    invalid: `
      export class Client {
        readonly #controller = new AbortController();
        readonly #onAbort = () => this.#controller.abort();
                                  ~~~~~~~~~~~~~~~~~~~~~~~~ reason
        constructor(private readonly signal: AbortSignal) {
          signal.throwIfAborted();
          signal.addEventListener('abort', this.#onAbort);
        }
        get(url: string): Promise<Response> {
          return fetch(url, { signal: this.#controller.signal });
        }
      }
    `,
    valid: `
      export class Client {
        readonly #controller = new AbortController();
        readonly #onAbort = () => this.#controller.abort(this.signal.reason);
        constructor(private readonly signal: AbortSignal) {
          signal.throwIfAborted();
          signal.addEventListener('abort', this.#onAbort);
        }
        get(url: string): Promise<Response> {
          return fetch(url, { signal: this.#controller.signal });
        }
      }
    `,
  },
  'an aborted request that is no controller': {
    valid: `
      export function send(body: string, signal: AbortSignal): void {
        const request = new XMLHttpRequest();
        request.open('POST', 'https://example.com');
        if (signal.aborted) return;
        signal.addEventListener('abort', () => request.abort());
        request.send(body);
      }
    `,
  },
  'a helper that looks, and another that may': {
    valid: `
      declare function isAborted(signal: AbortSignal): boolean;
      declare function prepare(signal: AbortSignal): void;
      export function one(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        if (isAborted(signal)) throw new Error('cancelled');
        signal.addEventListener('abort', () => controller.abort(signal.reason));
        return fetch(url, { signal: controller.signal });
      }
      export function other(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort(signal.reason));
        prepare(signal);
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a signal that was just made for a callback, beside one after a wait': {
    invalid: `
      declare function onRequest(handle: (request: Request) => Promise<Response>): void;
      onRequest(async (request) => {
        const user = await request.text();
        const controller = new AbortController();
        request.signal.addEventListener('abort', () => controller.abort(request.signal.reason));
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ state
        return await fetch(user, { signal: controller.signal });
      });
    `,
    valid: `
      declare function onRequest(handle: (request: Request) => Promise<Response>): void;
      onRequest(async (request) => {
        const controller = new AbortController();
        request.signal.addEventListener('abort', () => controller.abort(request.signal.reason));
        const user = await request.text();
        return await fetch(user, { signal: controller.signal });
      });
    `,
  },
  'ES5, beside the same with a check': {
    language: 'js',
    invalid: `
      function load(url, options) {
        var signal = options === null || options === void 0 ? void 0 : options.signal;
        var controller = new AbortController();
        signal === null || signal === void 0 ? void 0 : signal.addEventListener('abort', function () {
                                                        ~~~~~~~~~~~~~~~~~~~~~~~ both
          return controller.abort();
        });
        return fetch(url, { signal: controller.signal });
      }
      module.exports = load;
    `,
    valid: `
      function load(url, options) {
        var signal = options === null || options === void 0 ? void 0 : options.signal;
        var controller = new AbortController();
        signal === null || signal === void 0 ? void 0 : signal.addEventListener('abort', function () {
          return controller.abort(signal.reason);
        });
        if (signal && signal.aborted) controller.abort(signal.reason);
        return fetch(url, { signal: controller.signal });
      }
      module.exports = load;
    `,
  },
});
