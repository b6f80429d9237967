import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './reject-with-abort-reason.js';

testRule(rule, {
  'reject as the listener itself, beside an arrow that hands on the reason': {
    invalid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          setTimeout(resolve, ms);
          signal.addEventListener('abort', reject, { once: true });
                                           ~~~~~~ event
        });
      }
    `,
    valid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          setTimeout(resolve, ms);
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
        });
      }
    `,
  },
  'reject as onabort, beside the onabort of a reader': {
    invalid: `
      export function wait(ms: number, { signal }: { signal: AbortSignal }): Promise<void> {
        return new Promise((resolve, fail) => {
          signal.throwIfAborted();
          setTimeout(resolve, ms);
          signal.onabort = fail;
                           ~~~~ event
        });
      }
    `,
    valid: `
      export function read(file: Blob): Promise<unknown> {
        return new Promise((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () => { resolve(reader.result); };
          reader.onabort = reject;
          reader.addEventListener('abort', () => { reject(new Error('aborted')); });
          reader.readAsText(file);
        });
      }
    `,
  },
  'the event handed on, beside the reason of its target': {
    invalid: `
      export function closed(signal: AbortSignal): Promise<never> {
        return new Promise((_resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', (event) => { reject(event); });
                                                               ~~~~~ event
        });
      }
    `,
    valid: `
      export function closed(signal: AbortSignal): Promise<never> {
        return new Promise((_resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', (event) => { reject((event.target as AbortSignal).reason); });
        });
      }
    `,
  },
  'a listener that is taken off by its name is left to its author': {
    invalid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', reject);
                                           ~~~~~~ event
          setTimeout(() => {
            signal.removeEventListener('abort', reject);
            resolve();
          }, ms);
        });
      }
    `,
    valid: `
      export function wait(ms: number, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          const stop = (): void => { reject(signal.reason); };
          signal.addEventListener('abort', stop);
          setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
          }, ms);
        });
      }
    `,
  },
  'nothing, beside an AbortError': {
    invalid: `
      export function next(queue: EventTarget, signal: AbortSignal): Promise<Event> {
        if (signal.aborted) return Promise.reject();
                                   ~~~~~~~~~~~~~~~~ nothing
        return new Promise((resolve) => { queue.addEventListener('item', resolve, { once: true }); });
      }
    `,
    valid: `
      export function next(queue: EventTarget, signal: AbortSignal): Promise<Event> {
        if (signal.aborted) return Promise.reject(new DOMException('No item any more.', 'AbortError'));
        return new Promise((resolve) => { queue.addEventListener('item', resolve, { once: true }); });
      }
    `,
  },
  'nothing in the branch of a flag, beside an error of its own': {
    invalid: `
      let cancelled = false;
      export const cancel = (): void => { cancelled = true; };
      export function page(index: number): Promise<number> {
        if (cancelled) {
          return Promise.reject();
                 ~~~~~~~~~~~~~~~~ nothing
        }
        return Promise.resolve(index);
      }
    `,
    valid: `
      let cancelled = false;
      export const cancel = (): void => { cancelled = true; };
      export function page(index: number): Promise<number> {
        if (cancelled) {
          return Promise.reject(new Error('no more pages'));
        }
        if (index < 0) return Promise.reject();
        return Promise.resolve(index);
      }
    `,
  },
  'a text, beside a text for another failure': {
    invalid: `
      export function ask(signal: AbortSignal): Promise<string> {
        return new Promise((_resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', function () { reject(\`cancelled: \${String(signal.reason)}\`); });
                                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ text
        });
      }
    `,
    valid: `
      export function ask(socket: EventTarget, signal: AbortSignal): Promise<string> {
        return new Promise((_resolve, reject) => {
          signal.throwIfAborted();
          signal.addEventListener('abort', function () { reject(signal.reason); });
          socket.addEventListener('close', function () { reject('closed'); });
        });
      }
    `,
  },
  'a bare Error that is thrown, beside an error of a class of its own': {
    invalid: `
      export async function copy(names: string[], signal: AbortSignal): Promise<void> {
        for (const name of names) {
          if (signal.aborted) {
            throw new Error(\`Copying \${name} was aborted.\`);
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ plain
          }
          await fetch(name, { signal });
        }
      }
    `,
    valid: `
      class StoppedError extends Error {}
      export async function copy(names: string[], signal: AbortSignal): Promise<void> {
        for (const name of names) {
          if (signal.aborted) {
            throw new StoppedError(name, { cause: signal.reason });
          }
          await fetch(name, { signal });
        }
      }
    `,
  },
  'a named listener, beside one that runs for other events too': {
    invalid: `
      export function once(target: EventTarget, options: { signal?: AbortSignal } = {}): Promise<Event> {
        return new Promise((resolve, reject) => {
          options.signal?.throwIfAborted();
          const onAbort = (): void => {
            target.removeEventListener('done', resolve);
            reject(new Error('Aborted'));
                   ~~~~~~~~~~~~~~~~~~~~ plain
          };
          target.addEventListener('done', resolve);
          options.signal?.addEventListener('abort', onAbort, { once: true });
        });
      }
    `,
    valid: `
      export function once(target: EventTarget, options: { signal?: AbortSignal } = {}): Promise<Event> {
        return new Promise((resolve, reject) => {
          options.signal?.throwIfAborted();
          const onEnd = (): void => {
            target.removeEventListener('done', resolve);
            reject(new Error('Ended'));
          };
          target.addEventListener('done', resolve);
          target.addEventListener('close', onEnd);
          options.signal?.addEventListener('abort', onEnd, { once: true });
        });
      }
    `,
  },
  'an error kept in a variable, beside one that is given its name': {
    invalid: `
      export function start(signal: AbortSignal): Promise<Response> {
        if (signal.aborted) {
          const error = new Error('Aborted');
          return Promise.reject(error);
                                ~~~~~ plain
        }
        return fetch('https://example.com', { signal });
      }
    `,
    valid: `
      export function start(signal: AbortSignal): Promise<Response> {
        if (signal.aborted) {
          const error = new Error('Aborted');
          error.name = 'AbortError';
          return Promise.reject(error);
        }
        return fetch('https://example.com', { signal });
      }
    `,
  },
  'a bare Error, beside one that stands in for a missing reason': {
    invalid: `
      export function start(signal: AbortSignal, deferred: { reject: (error: unknown) => void }): void {
        if (!signal.aborted) return;
        else deferred.reject(new Error('Aborted', { cause: signal.reason }));
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ plain
      }
    `,
    valid: `
      export function start(signal: AbortSignal, deferred: { reject: (error: unknown) => void }): void {
        if (!signal.aborted) return;
        else deferred.reject(signal.reason ?? new Error('Aborted'));
      }
    `,
  },
  'a received signal, beside an owned one': {
    invalid: `
      export async function poll(url: string, signal?: AbortSignal): Promise<Response> {
        const response = await fetch(url, { signal: signal ?? null });
        if (signal && signal.aborted) throw new Error(/* too late */ 'stopped');
                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ plain
        return response;
      }
    `,
    valid: `
      export async function poll(url: string): Promise<Response> {
        const controller = new AbortController();
        const { signal } = controller;
        const timer = setTimeout(() => { controller.abort(); }, 1000);
        try {
          const response = await fetch(url, { signal });
          if (signal.aborted) throw new Error('stopped');
          return response;
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a cancellation, beside a translated timeout and another condition': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) throw new Error('Loading was cancelled.', { cause: error });
                                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ plain
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, isOpen: boolean): Promise<Response> {
        if (signal.aborted || !isOpen) throw new Error('closed');
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) throw new Error('Loading timed out.', { cause: error });
          throw error;
        }
      }
    `,
  },
  'what is signalled, beside an exit signal and a mock': {
    language: 'js',
    invalid: `
      export function run(work, signal) {
        return new Promise((resolve, reject) => {
          if (signal && signal.aborted) {
            reject(new Error('Aborted'));
                   ~~~~~~~~~~~~~~~~~~~~ plain
            return;
          }
          work(resolve);
        });
      }
    `,
    valid: `
      export function run(child, vi) {
        const load = vi.fn((url, { signal }) => {
          if (signal.aborted) return Promise.reject(new Error('Aborted'));
          return fetch(url, { signal });
        });
        return new Promise((resolve, reject) => {
          child.on('exit', (code, signal) => {
            if (signal === 'SIGTERM') reject(new Error('Aborted'));
            else resolve(load);
          });
        });
      }
    `,
  },
  'a bare error, beside one in a test': {
    invalid: `
      export function wait(signal: AbortSignal): Promise<void> {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
                                                        ~~~~~~~~~~~~~~~~~~~~ plain
        });
      }
    `,
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      declare function run(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
      it('ends the work', async () => {
        await run((signal: AbortSignal) => new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        }));
      });
    `,
  },
});
