import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-signal-misuse.js';

testRule(rule, {
  'an abort that is thrown in a timer, beside one that is caught there': {
    invalid: `
      export function flushLater(queue: string[], signal: AbortSignal): void {
        setTimeout(() => {
          signal.throwIfAborted();
          ~~~~~~~~~~~~~~~~~~~~~~~ uncaught
          queue.length = 0;
        }, 1000);
      }
    `,
    valid: `
      export function flushLater(queue: string[], signal: AbortSignal): void {
        setTimeout(() => {
          try {
            signal.throwIfAborted();
            queue.length = 0;
          } catch (error) {
            console.debug(error);
          }
        }, 1000);
      }
    `,
  },
  'a timer of a promise, beside the executor itself and what then calls': {
    invalid: `
      export function later(work: () => void, { signal }: { signal?: AbortSignal }): Promise<void> {
        return new Promise((resolve, reject) => {
          globalThis.setTimeout(function () {
            signal?.throwIfAborted();
            ~~~~~~~~~~~~~~~~~~~~~~~~ uncaught
            work();
            resolve();
          }, 50);
          if (Math.random() < 0.001) reject(new Error('unlucky'));
        });
      }
    `,
    valid: `
      export function later(work: () => void, signal: AbortSignal): Promise<void> {
        return new Promise<void>((resolve) => {
          signal.throwIfAborted();
          setTimeout(resolve, 1000);
        }).then(() => {
          signal.throwIfAborted();
          work();
        });
      }
    `,
  },
  'an async callback, and a promise that cannot be rejected, beside a function of that name': {
    invalid: `
      import process from 'node:process';
      import { setInterval as repeat } from 'node:timers';
      export function watch(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
        return new Promise((resolve) => {
          repeat(async () => {
            signal.throwIfAborted();
            ~~~~~~~~~~~~~~~~~~~~~~~ uncaught
            await look();
          }, 1000);
          process.nextTick(() => {
            signal.throwIfAborted();
            ~~~~~~~~~~~~~~~~~~~~~~~ uncaught
            resolve();
          });
        });
      }
    `,
    valid: `
      import { setTimeout } from './clock.js';
      export async function watch(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
        await setTimeout(async () => {
          signal.throwIfAborted();
          await look();
        }, 1000);
      }
    `,
  },
  'plain JavaScript, beside a callback of an array': {
    language: 'js',
    invalid: `
      export function saveLater(save, { signal }) {
        setTimeout(function () {
          signal.throwIfAborted(); // The user has left.
          ~~~~~~~~~~~~~~~~~~~~~~~ uncaught
          save();
        }, 100);
      }
    `,
    valid: `
      export async function saveAll(list, { signal }) {
        list.forEach((each) => {
          signal.throwIfAborted();
          each.save();
        });
      }
    `,
  },
  'an event on a received signal, beside one on a target of its own': {
    invalid: `
      export function stop(options: { signal: AbortSignal }): void {
        options.signal.dispatchEvent(new Event('abort'));
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ dispatched
      }
    `,
    valid: `
      export function stop(target: EventTarget): void {
        target.dispatchEvent(new Event('abort'));
      }
    `,
  },
  'the name of the event, beside an event on a signal of its own': {
    language: 'js',
    invalid: `
      export function expire(options, ms) {
        return setTimeout(() => {
          if (options.signal.aborted) return;
          options.signal.dispatchEvent('abort');
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ dispatchedName
        }, ms);
      }
    `,
    valid: `
      export function expire(ms) {
        const { signal } = new AbortController();
        setTimeout(() => signal.dispatchEvent(new Event('abort')), ms);
        return signal;
      }
    `,
  },
  'a name on a signal of its own, beside one on an emitter': {
    language: 'js',
    invalid: `
      const name = 'abort';
      export function stopLater(controller = new AbortController()) {
        const { signal } = controller;
        signal.addEventListener('abort', () => console.log('stopped'));
        setTimeout(() => signal.dispatchEvent(name), 1000);
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~ dispatchedName
      }
    `,
    valid: `
      const name = 'abort';
      export function stopLater(player, event, signal) {
        setTimeout(() => player.dispatchEvent(name), 1000);
        signal.throwIfAborted();
        setTimeout(() => signal.dispatchEvent(event), 1000);
      }
    `,
  },
  'onabort on a received signal, beside an owned one': {
    invalid: `
      export function watch(socket: WebSocket, signal: AbortSignal): void {
        signal.throwIfAborted();
        signal.onabort = () => socket.close();
        ~~~~~~~~~~~~~~ overwritten
      }
    `,
    valid: `
      export function watch(socket: WebSocket): AbortController {
        const controller = new AbortController();
        controller.signal.onabort = () => socket.close();
        return controller;
      }
    `,
  },
  'a handler that is lost, beside one that is kept': {
    invalid: `
      export function watch(socket: WebSocket, { signal }: { signal?: AbortSignal }): void {
        if (!signal || signal.aborted) return;
        function close(): void {
          socket.close();
        }
        signal.onabort = close;
        ~~~~~~~~~~~~~~ overwritten
      }
    `,
    valid: `
      export function watch(socket: WebSocket, { signal }: { signal?: AbortSignal }): void {
        if (!signal || signal.aborted) return;
        const former = signal.onabort;
        signal.onabort = function (event) {
          former?.call(this, event);
          socket.close();
        };
      }
    `,
  },
  'onabort of the platform, beside that of a signal which has nothing else': {
    types: 'with',
    invalid: `
      export function watch(socket: WebSocket, signal: AbortSignal): void {
        signal.throwIfAborted();
        signal.onabort = () => socket.close();
        ~~~~~~~~~~~~~~ overwritten
      }
    `,
    valid: `
      export interface AbortSignal {
        aborted: boolean;
        onabort: (() => void) | null;
      }
      export function watch(socket: WebSocket, signal: AbortSignal): void {
        if (signal.aborted) return;
        signal.onabort = () => socket.close();
      }
    `,
  },
  'onabort alone, beside the way out for old signals': {
    language: 'js',
    invalid: `
      export function watch(socket, signal) {
        if (signal.aborted) return socket.close();
        signal.onabort = () => socket.close();
        ~~~~~~~~~~~~~~ overwritten
      }
    `,
    valid: `
      export function watch(socket, signal) {
        if (signal.aborted) return socket.close();
        const close = () => socket.close();
        if (typeof signal.addEventListener === 'function') signal.addEventListener('abort', close);
        else signal.onabort = close;
      }
    `,
  },
  'taking off what is written in place, beside a name': {
    invalid: `
      export async function run(socket: WebSocket, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => socket.close());
        await fetch('/run', { signal });
        signal.removeEventListener('abort', () => socket.close());
                                            ~~~~~~~~~~~~~~~~~~~~ strange
      }
    `,
    valid: `
      export async function run(socket: WebSocket, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const close = (): void => socket.close();
        signal.addEventListener('abort', close);
        await fetch('/run', { signal });
        signal.removeEventListener('abort', close);
      }
    `,
  },
  'bound twice, beside bound once': {
    invalid: `
      export class Job {
        start(signal: AbortSignal): void {
          signal.throwIfAborted();
          signal.addEventListener('abort', this.stop.bind(this));
        }
        finish(signal: AbortSignal): void {
          signal.removeEventListener('abort', this.stop.bind(this));
                                              ~~~~~~~~~~~~~~~~~~~~ strange
        }
        stop(): void {}
      }
    `,
    valid: `
      export class Job {
        readonly #stop = this.stop.bind(this);
        start(signal: AbortSignal): void {
          signal.throwIfAborted();
          signal.addEventListener('abort', this.#stop);
        }
        finish(signal: AbortSignal): void {
          signal.removeEventListener('abort', this.#stop);
        }
        stop(): void {}
      }
    `,
  },
  'added bound and taken off unbound, beside the same name': {
    invalid: `
      export async function run(job: { stop(): void }, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        signal.addEventListener('abort', job.stop.bind(job));
        await fetch('/run', { signal });
        signal.removeEventListener('abort', job.stop);
                                            ~~~~~~~~ strange
      }
    `,
    valid: `
      export async function run(job: { stop: () => void }, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        signal.addEventListener('abort', job.stop);
        await fetch('/run', { signal });
        signal.removeEventListener('abort', job.stop);
      }
    `,
  },
  'a function that is nowhere added, beside one that is handed on': {
    invalid: `
      export async function run(socket: WebSocket, signal: AbortSignal): Promise<void> {
        const onAbort = (): void => socket.close();
        try {
          await fetch('/run', { signal });
        } finally {
          signal.removeEventListener('abort', onAbort);
                                              ~~~~~~~ strange
        }
      }
    `,
    valid: `
      declare function link(signal: AbortSignal, listener: () => void): void;
      export async function run(socket: WebSocket, signal: AbortSignal): Promise<void> {
        const onAbort = (): void => socket.close();
        link(signal, onAbort);
        try {
          await fetch('/run', { signal });
        } finally {
          signal.removeEventListener('abort', onAbort);
        }
      }
    `,
  },
  'another event, beside none': {
    valid: `
      export function watch(request: XMLHttpRequest, signal: AbortSignal): void {
        signal.throwIfAborted();
        request.onabort = () => console.log('stopped');
        signal.onabort = null;
        signal.dispatchEvent(new Event('progress'));
        request.removeEventListener('abort', () => {});
      }
    `,
  },
  'onabort for work that ends, for which another listener would stay on the signal, beside one that is removed':
    {
      invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.onabort = () => { controller.abort(signal.reason); };
        ~~~~~~~~~~~~~~ overwritten
        return fetch(url, { signal: controller.signal });
      }
    `,
      valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const stop = (): void => { controller.abort(signal.reason); };
        signal.addEventListener('abort', stop);
        try {
          return await fetch(url, { signal: controller.signal });
        } finally {
          signal.removeEventListener('abort', stop);
        }
      }
    `,
    },
  'a handler for everybody, beside one in a test': {
    invalid: `
      export function watch(signal: AbortSignal, stop: () => void): void {
        signal.onabort = () => {
        ~~~~~~~~~~~~~~ overwritten
          stop();
        };
      }
    `,
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      declare function run(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
      it('ends the work', async () => {
        let done = false;
        await run(async (signal: AbortSignal) => {
          signal.onabort = () => {
            done = true;
          };
          if (!done) await Promise.resolve();
        });
      });
    `,
  },
});
