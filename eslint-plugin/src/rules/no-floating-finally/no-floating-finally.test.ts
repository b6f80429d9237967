import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-floating-finally.js';

testRule(rule, {
  'finally on a promise that others have, beside one whose rejection is handled': {
    invalid: `
      declare function close(): void;
      export function attach(sentinel: Promise<void>): void {
        sentinel.finally(() => { close(); });
                 ~~~~~~~ finally
      }
    `,
    valid: `
      declare function close(): void;
      export function attach(sentinel: Promise<void>): void {
        sentinel.finally(() => { close(); }).catch(() => undefined);
      }
    `,
  },
  'void, which handles nothing': {
    invalid: `
      declare function start(): Promise<void>;
      export class Job {
        #done: Promise<void> | undefined;
        begin(): Promise<void> {
          const done = start();
          this.#done = done;
          void this.#done.finally(() => { this.#done = undefined; });
                          ~~~~~~~ finally
          return done;
        }
      }
    `,
    valid: `
      declare function start(): Promise<void>;
      export class Job {
        #done: Promise<void> | undefined;
        begin(): Promise<void> {
          const done = start();
          this.#done = done.finally(() => { this.#done = undefined; });
          return this.#done;
        }
      }
    `,
  },
  'a chain over a call that takes a signal, beside one with a catch before its finally': {
    invalid: `
      declare function done(): void;
      export function ping(url: string, signal: AbortSignal): void {
        fetch(url, { signal })
          .then((response) => response.text())
          .finally(done);
           ~~~~~~~ finally
      }
    `,
    valid: `
      declare function done(): void;
      export function ping(url: string, signal: AbortSignal): void {
        fetch(url, { signal })
          .then((response) => response.text())
          .catch(console.error)
          .finally(done);
        fetch(url, { signal }).then(console.log, console.error).finally(done);
      }
    `,
  },
  'a call of which nothing is known': {
    valid: `
      import { refresh } from './refresh.js';
      refresh().finally(() => { console.log('refreshed'); });
    `,
  },
  'a function of the file that waits for something, beside one that catches': {
    invalid: `
      let isBusy = false;
      async function load(url: string): Promise<void> {
        const response = await fetch(url);
        console.log(await response.text());
      }
      export function reload(url: string): void {
        isBusy = true;
        load(url).finally(() => { isBusy = false; });
                  ~~~~~~~ finally
      }
      export const busy = (): boolean => isBusy;
    `,
    valid: `
      let isBusy = false;
      async function load(url: string): Promise<void> {
        try {
          const response = await fetch(url);
          console.log(await response.text());
        } catch (error) {
          console.error(error);
        }
      }
      export function reload(url: string): void {
        isBusy = true;
        load(url).finally(() => { isBusy = false; });
      }
      export const busy = (): boolean => isBusy;
    `,
  },
  'a promise by hand that can be rejected, beside one that cannot': {
    invalid: `
      export class Ticks {
        next: Promise<number> | undefined;
        wait(): Promise<number> {
          const next = new Promise<number>((resolve, reject) => {
            queueMicrotask(() => { if (Math.random() > 0.5) resolve(1); else reject(new Error('no tick')); });
          });
          next.finally(() => { this.next = undefined; });
               ~~~~~~~ finally
          return next;
        }
      }
    `,
    valid: `
      export class Ticks {
        next: Promise<number> | undefined;
        wait(): Promise<number> {
          this.next = new Promise((resolve) => { queueMicrotask(() => { resolve(1); }); });
          this.next.finally(() => { this.next = undefined; });
          return this.next;
        }
      }
    `,
  },
  'all and race, beside allSettled and a list of handled promises': {
    invalid: `
      declare function done(): void;
      export function finish(jobs: Promise<void>[]): void {
        Promise.all(jobs).finally(done);
                          ~~~~~~~ finally
      }
    `,
    valid: `
      declare function done(): void;
      export function finish(jobs: Promise<void>[]): void {
        Promise.allSettled(jobs).finally(done);
        Promise.all(jobs.map((job) => job.catch(console.error))).finally(done);
      }
    `,
  },
  'a chain that is returned, awaited or kept': {
    valid: `
      declare function done(): void;
      export async function follow(job: Promise<void>): Promise<void> {
        const kept = job.finally(done);
        await job.finally(done);
        return kept.finally(done);
      }
      export const followed = (job: Promise<void>): Promise<void> => job.finally(done);
    `,
  },
  'a promise of a promise that is handled, in a variable': {
    valid: `
      declare function route(message: string): Promise<void>;
      const inFlight = new Set<Promise<void>>();
      export function deliver(message: string): void {
        const delivery = route(message).catch((error: unknown) => { console.error(error); });
        inFlight.add(delivery);
        delivery.finally(() => inFlight.delete(delivery));
      }
    `,
  },
  'something else that is called finally': {
    types: 'with',
    valid: `
      declare const steps: { finally(step: () => void): void };
      steps.finally(() => { console.log('last'); });
    `,
  },
  'a then that resolves a promise by hand, beside one that rejects it too': {
    invalid: `
      export function abortable<T>(response: Promise<T>, signal: AbortSignal): Promise<T> {
        return new Promise<T>((resolve, reject) => {
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
          response.then((value) => { resolve(value); });
                   ~~~~ then
        });
      }
    `,
    valid: `
      export function abortable<T>(response: Promise<T>, signal: AbortSignal): Promise<T> {
        return new Promise<T>((resolve, reject) => {
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
          response.then((value) => { resolve(value); }, reject);
        });
      }
    `,
  },
  'a promise by hand that waits for a job after a turn, beside one that only waits for turns': {
    invalid: `
      export function later(job: Promise<void>, signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
          void Promise.resolve().then(() => job).then(() => { resolve(); });
                                                 ~~~~ then
        });
      }
    `,
    valid: `
      export function later(signal: AbortSignal): Promise<void> {
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => { reject(signal.reason); }, { once: true });
          void Promise.resolve().then(() => Promise.resolve()).then(() => { resolve(); });
        });
      }
    `,
  },
  'the same beside a deferred, in plain JavaScript': {
    language: 'js',
    invalid: `
      export function abortable(response$, signal) {
        const deferred$ = Promise.withResolvers();
        signal.addEventListener('abort', () => deferred$.reject(signal.reason), { once: true });
        response$.then(deferred$.resolve);
                  ~~~~ then
        return deferred$.promise;
      }
    `,
    valid: `
      export function abortable(response$, signal) {
        const deferred$ = Promise.withResolvers();
        signal.addEventListener('abort', () => deferred$.reject(signal.reason), { once: true });
        response$.then(deferred$.resolve).catch(deferred$.reject);
        return deferred$.promise;
      }
    `,
  },
  'a promise by hand that nothing rejects': {
    valid: `
      export function settled(job: Promise<void>): Promise<void> {
        return new Promise<void>((resolve) => {
          job.then(() => { resolve(); });
        });
      }
    `,
  },
  'a reader that is dropped on the way out, beside one whose failure is ignored': {
    invalid: `
      export async function* lines(stream: ReadableStream<string>): AsyncGenerator<string> {
        const reader = stream.getReader();
        try {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield value;
          }
        } finally {
          void reader.cancel();
                      ~~~~~~ dropped
        }
      }
    `,
    valid: `
      export async function* lines(stream: ReadableStream<string>): AsyncGenerator<string> {
        const reader = stream.getReader();
        try {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield value;
          }
        } finally {
          void reader.cancel().catch(() => undefined);
        }
      }
    `,
  },
  'an iterator that is dropped in a catch, beside one of plain values': {
    invalid: `
      export async function first(source: AsyncIterable<string>): Promise<string | undefined> {
        const iterator = source[Symbol.asyncIterator]();
        try {
          return (await iterator.next()).value as string;
        } catch (error) {
          iterator.return?.();
                   ~~~~~~ dropped
          throw error;
        }
      }
    `,
    valid: `
      export async function first(source: Iterable<string>): Promise<string | undefined> {
        const iterator = source[Symbol.iterator]();
        try {
          return await Promise.resolve(iterator.next().value as string);
        } catch (error) {
          iterator.return?.();
          throw error;
        }
      }
    `,
  },
  'an awaited cancel that hides an error, beside one that has none to hide': {
    invalid: `
      export async function size(stream: ReadableStream<string>, most: number): Promise<number> {
        const reader = stream.getReader();
        let length = 0;
        try {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return length;
            length += value.length;
            if (length > most) throw new RangeError('too long');
          }
        } finally {
          try {
            await reader.cancel();
                         ~~~~~~ masking
          } finally {
            reader.releaseLock();
          }
        }
      }
    `,
    valid: `
      export async function size(stream: ReadableStream<string>, most: number): Promise<number> {
        const reader = stream.getReader();
        let length = 0;
        try {
          for (;;) {
            const { done, value } = await reader.read();
            if (done) return length;
            length += value.length;
            if (length > most) return most;
          }
        } finally {
          await reader.cancel();
        }
      }
      export async function sizeToo(stream: ReadableStream<string>): Promise<number> {
        const reader = stream.getReader();
        try {
          const { done, value } = await reader.read();
          if (done) throw new RangeError('empty');
          return value.length;
        } finally {
          try { await reader.cancel(); } catch { console.warn('The source is gone.'); }
        }
      }
    `,
  },
  'a promise that an early way out leaves, beside one that is looked at first': {
    invalid: `
      export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
        if (signal.aborted) return Promise.reject(signal.reason);
            ~~~~~~~~~~~~~~ left
        return new Promise<T>((resolve, reject) => {
          const onAbort = (): void => { reject(signal.reason); };
          signal.addEventListener('abort', onAbort, { once: true });
          promise.then(resolve, reject).finally(() => { signal.removeEventListener('abort', onAbort); });
        });
      }
    `,
    valid: `
      export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
        promise.catch(() => undefined);
        if (signal.aborted) return Promise.reject(signal.reason);
        return new Promise<T>((resolve, reject) => {
          const onAbort = (): void => { reject(signal.reason); };
          signal.addEventListener('abort', onAbort, { once: true });
          promise.then(resolve, reject).finally(() => { signal.removeEventListener('abort', onAbort); });
        });
      }
    `,
  },
  'the same with throwIfAborted, in plain JavaScript, beside a function that makes the promise itself': {
    language: 'js',
    invalid: `
      export async function abortable(signal, promise) {
        signal.throwIfAborted();
        ~~~~~~~~~~~~~~~~~~~~~~~~ left
        const value = await promise;
        signal.throwIfAborted();
        return value;
      }
    `,
    valid: `
      export async function abortable(signal, start) {
        signal.throwIfAborted();
        const value = await start();
        signal.throwIfAborted();
        return value;
      }
    `,
  },
  'an executor that returns early, while its function goes on with the promise': {
    valid: `
      export function raced<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
        let remove = (): void => undefined;
        const aborted = new Promise<never>((_, reject) => {
          const onAbort = (): void => { reject(signal.reason); };
          if (signal.aborted) { onAbort(); return; }
          signal.addEventListener('abort', onAbort);
          remove = () => { signal.removeEventListener('abort', onAbort); };
        });
        return Promise.race([aborted, promise]).finally(remove);
      }
    `,
  },
  'a call that tells its failures otherwise': {
    valid: `
      declare function consume(options: { signal: AbortSignal; onError: (error: unknown) => void }): Promise<void>;
      declare function done(): void;
      export function follow(signal: AbortSignal): void {
        consume({ signal, onError: console.error }).finally(done);
      }
    `,
  },
  'a promise, beside an operation of a class of its own': {
    language: 'js',
    invalid: `
      export function start(load, unlock) {
        const operation = load();
        operation.finally(unlock);
                  ~~~~~~~ finally
        return operation;
      }
    `,
    valid: `
      import { AbortableOperation } from './operations.js';
      export function start(load, unlock) {
        const operation = new AbortableOperation(load());
        operation.finally(unlock);
        return operation;
      }
    `,
  },
});
