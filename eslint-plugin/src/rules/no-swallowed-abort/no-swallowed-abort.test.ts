import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-swallowed-abort.js';

testRule(rule, {
  'a private loop that is awaited, beside those that are started and let go': {
    invalid: `
      export class Heart {
        async start(id: string, signal: AbortSignal): Promise<void> {
          await this.#beat(id, signal);
          console.log('started');
        }
        async #beat(id: string, signal: AbortSignal): Promise<void> {
          try {
            await fetch(id, { signal });
          } catch {
            ~~~~~ swallowed
            this.beats = 0;
          }
        }
        beats = 0;
      }
    `,
    valid: `
      export class Heart {
        start(id: string, signal: AbortSignal): void {
          this.#beat(id, signal).catch(console.error);
          void this.listen(id, signal).finally(() => { this.beats += 1; });
        }
        async #beat(id: string, signal: AbortSignal): Promise<void> {
          try {
            await fetch(id, { signal });
          } catch {
            this.beats = 0;
          }
        }
        private async listen(id: string, signal: AbortSignal): Promise<void> {
          try {
            await fetch(id, { signal });
          } catch {
            this.beats = 0;
          }
        }
        beats = 0;
      }
    `,
  },
  'a catch that falls out, beside one that rethrows': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<string | undefined> {
        try {
          const response = await fetch(url, { signal });
          return await response.text();
        } catch {
          ~~~~~ swallowed
        }
        return undefined;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        try {
          const response = await fetch(url, { signal });
          return await response.text();
        } catch (error) {
          console.warn('failed', error);
          throw error;
        }
      }
    `,
  },
  'an error that is only logged, beside one that is logged after a guard': {
    invalid: `
      declare const logger: { error(message: string, error: unknown): void };
      export async function load(url: string, { signal }: { signal?: AbortSignal }): Promise<string[]> {
        try {
          return await (await fetch(url, { signal: signal ?? null })).json();
        } catch (error) {
          ~~~~~ logged
          // The list stays empty.
          logger.error(\`no list: \${String(error)}\`, error);
          return [];
        }
      }
    `,
    valid: `
      declare const logger: { error(message: string, error: unknown): void };
      export async function load(url: string, { signal }: { signal?: AbortSignal }): Promise<string[]> {
        try {
          return await (await fetch(url, { signal: signal ?? null })).json();
        } catch (error) {
          if (signal?.aborted) throw error;
          logger.error('no list', error);
          return [];
        }
      }
    `,
  },
  'a test of the error that an abort does not pass, beside one that only another failure passes': {
    invalid: `
      import { readFile } from 'node:fs/promises';
      export async function read(path: string, signal: AbortSignal): Promise<string> {
        try {
          return await readFile(path, { encoding: 'utf8', signal });
        } catch (error) {
          ~~~~~ swallowed
          if (error instanceof RangeError) throw error;
          return '';
        }
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      export async function read(path: string, signal: AbortSignal): Promise<string> {
        try {
          return await readFile(path, { encoding: 'utf8', signal });
        } catch (error) {
          if ((error as { code?: string }).code === 'ENOENT') return '';
          throw error;
        }
      }
    `,
  },
  'a .catch that gives a default, beside one whose chain is let go': {
    invalid: `
      export async function ping(url: string, signal: AbortSignal): Promise<boolean> {
        const response = await fetch(url, { signal }).then((each) => each.ok).catch(() => false);
                                                                              ~~~~~ swallowed
        return response;
      }
    `,
    valid: `
      export function ping(url: string, signal: AbortSignal): void {
        void fetch(url, { signal }).catch(() => undefined);
      }
    `,
  },
  'the second argument of then, beside one that hands the error on': {
    invalid: `
      export function ping(url: string, signal: AbortSignal): Promise<boolean> {
        return fetch(url, { signal }).then(
                                      ~~~~ swallowed
          () => true,
          () => {
            return false;
          },
        );
      }
    `,
    valid: `
      export function ping(url: string, signal: AbortSignal): Promise<boolean> {
        return new Promise((resolve, reject) => {
          fetch(url, { signal }).then(() => { resolve(true); }, (error: unknown) => { reject(error); });
        });
      }
    `,
  },
  'a received signal, beside one that the function made': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        const own = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        try {
          return await fetch(url, { signal: own });
        } catch {
          ~~~~~ swallowed
          return null;
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response | null> {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 1000);
        try {
          return await fetch(url, { signal: controller.signal });
        } catch {
          return null;
        }
      }
    `,
  },
  'a controller that relays a received signal, beside one that does not': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        const controller = new AbortController();
        signal.throwIfAborted();
        signal.addEventListener('abort', () => { controller.abort(signal.reason); });
        try {
          return await fetch(url, { signal: controller.signal });
        } catch {
          ~~~~~ swallowed
          return null;
        }
      }
    `,
    valid: `
      export async function load(url: string, button: EventTarget): Promise<Response | null> {
        const controller = new AbortController();
        button.addEventListener('click', () => { controller.abort(); });
        try {
          return await fetch(url, { signal: controller.signal });
        } catch {
          return null;
        }
      }
    `,
  },
  'throwIfAborted in a synchronous try, beside a try without an operation': {
    invalid: `
      export function parse(text: string, signal: AbortSignal): unknown {
        try {
          signal.throwIfAborted();
          return JSON.parse(text);
        } catch {
          ~~~~~ swallowed
          return undefined;
        }
      }
    `,
    valid: `
      export function parse(text: string, signal: AbortSignal): unknown {
        signal.throwIfAborted();
        try {
          return JSON.parse(text);
        } catch {
          return undefined;
        }
      }
    `,
  },
  'a promise that is awaited in the try, beside one that is returned unawaited': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        const pending = fetch(url, { signal });
        try {
          return await pending.finally(() => { console.log('done'); });
        } catch {
          ~~~~~ swallowed
          return null;
        }
      }
      export async function loadAll(urls: string[], signal: AbortSignal): Promise<Response[]> {
        try {
          return await Promise.all(urls.map((url) => fetch(url, { signal })));
        } catch {
          ~~~~~ swallowed
          return [];
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | null> {
        try {
          return fetch(url, { signal });
        } catch {
          return null;
        }
      }
    `,
  },
  'a closure that runs in place, beside a listener': {
    invalid: `
      export async function loadAll(urls: string[], signal: AbortSignal): Promise<unknown[]> {
        return Promise.all(
          urls.map(async (url) => {
            try {
              return await fetch(url, { signal });
            } catch {
              ~~~~~ swallowed
              return null;
            }
          }),
        );
      }
    `,
    valid: `
      export function watch(target: EventTarget, url: string, signal: AbortSignal): void {
        target.addEventListener('change', async () => {
          try {
            await fetch(url, { signal });
          } catch {
            console.log('not now');
          }
        }, { signal });
      }
    `,
  },
  'the error is dropped, beside one that is kept': {
    invalid: `
      export async function check(url: string, signal: AbortSignal): Promise<boolean> {
        try {
          await fetch(url, { signal });
          return true;
        } catch (error) {
          ~~~~~ logged
          console.error(error);
          return false;
        }
      }
    `,
    valid: `
      export async function check(url: string, signal: AbortSignal): Promise<{ error?: unknown }> {
        try {
          await fetch(url, { signal });
          return {};
        } catch (error) {
          return { error };
        }
      }
    `,
  },
  'nothing looks at the signal afterwards, beside code that does': {
    invalid: `
      export async function warm(urls: string[], signal: AbortSignal): Promise<number> {
        let count = 0;
        for (const url of urls) {
          try {
            await fetch(url, { signal });
            count += 1;
          } catch {
            ~~~~~ swallowed
            continue;
          }
        }
        return count;
      }
    `,
    valid: `
      export async function warm(urls: string[], signal: AbortSignal): Promise<number> {
        let count = 0;
        for (const url of urls) {
          if (signal.aborted) break;
          try {
            await fetch(url, { signal });
            count += 1;
          } catch {
            continue;
          }
        }
        return count;
      }
      export async function first(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } catch {
          console.log('no warm cache');
        }
        signal.throwIfAborted();
      }
    `,
  },
  'a signal in a field, beside a controller of the class': {
    invalid: `
      export class Loader {
        readonly #signal: AbortSignal;
        constructor(options: { signal: AbortSignal }) {
          this.#signal = options.signal;
        }
        async load(url: string): Promise<Response | undefined> {
          try {
            return await fetch(url, { signal: this.#signal });
          } catch {
            ~~~~~ swallowed
            return undefined;
          }
        }
        stop(): boolean {
          return this.#signal.aborted;
        }
      }
    `,
    valid: `
      export class Loader {
        readonly #controller = new AbortController();
        async load(url: string): Promise<Response | undefined> {
          try {
            return await fetch(url, { signal: this.#controller.signal });
          } catch {
            return undefined;
          }
        }
        stop(): void {
          this.#controller.abort();
        }
      }
    `,
  },
  'a switch on the error, beside one with a case for the abort': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<number> {
        try {
          await fetch(url, { signal });
          return 0;
        } catch (error) {
          ~~~~~ swallowed
          switch ((error as Error).name) {
            case 'TypeError':
              throw error;
            default:
              return 1;
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<number> {
        try {
          await fetch(url, { signal });
          return 0;
        } catch (error) {
          switch ((error as Error).name) {
            case 'AbortError':
              throw error;
            default:
              return 1;
          }
        }
      }
    `,
  },
  'plain JavaScript with evidence of an AbortSignal, beside a POSIX signal name': {
    language: 'js',
    invalid: `
      export async function load(url, { signal } = {}) {
        try {
          return await fetch(url, { signal });
        } catch {
          ~~~~~ swallowed
          return null;
        }
      }
    `,
    valid: `
      export async function stop(children, signal) {
        try {
          await Promise.all(children.map((child) => child.stop(signal)));
        } catch {
          console.log(\`not stopped by \${signal}\`);
        }
      }
    `,
  },
  'an imported function by its type, beside one without a type': {
    types: 'with',
    invalid: `
      declare function download(url: string, options: { token: AbortSignal }): Promise<string>;
      export async function load(url: string, token: AbortSignal): Promise<string> {
        try {
          return await download(url, { token });
        } catch {
          ~~~~~ swallowed
          return '';
        }
      }
    `,
    valid: `
      declare function download(url: string, options: { token: unknown }): Promise<string>;
      export async function load(url: string, token: unknown): Promise<string> {
        try {
          return await download(url, { token });
        } catch {
          return '';
        }
      }
    `,
  },
  'a JSX event handler is a boundary': {
    language: 'tsx',
    valid: `
      export function Button({ signal }: { signal: AbortSignal }): unknown {
        return <button onClick={async () => {
          try {
            await fetch('/save', { signal });
          } catch {
            console.log('not saved');
          }
        }} />;
      }
      declare namespace JSX { interface IntrinsicElements { button: { onClick: () => void } } }
    `,
  },
  'a helper of the project that tells an abort, beside no setting for it': {
    settings: { abortPredicates: ['stopped'] },
    valid: `
      declare function stopped(): boolean;
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        try {
          await fetch(url, { signal });
          return 'done';
        } catch (error) {
          if (stopped()) throw error;
          return '';
        }
      }
    `,
  },
  'an async generator, beside one that rethrows': {
    invalid: `
      import { on, type EventEmitter } from 'node:events';
      export async function* lines(source: EventEmitter, signal: AbortSignal): AsyncGenerator<unknown> {
        try {
          for await (const line of on(source, 'line', { signal })) yield line;
        } catch {
          ~~~~~ swallowed
          yield 'end';
        }
      }
    `,
    valid: `
      import { on, type EventEmitter } from 'node:events';
      export async function* lines(source: EventEmitter, signal: AbortSignal): AsyncGenerator<unknown> {
        try {
          for await (const line of on(source, 'line', { signal })) yield line;
        } finally {
          source.removeAllListeners('line');
        }
      }
    `,
  },
  'an options object that carries the signal, beside one without': {
    invalid: `
      interface AbortOptions {
        signal?: AbortSignal;
      }
      declare function resolve(name: string, options?: AbortOptions): Promise<string[]>;
      export async function addresses(name: string, options?: AbortOptions): Promise<string[]> {
        try {
          return await resolve(name, options);
        } catch (error) {
          ~~~~~ logged
          console.warn(error);
          return [];
        }
      }
    `,
    valid: `
      interface Options {
        retries?: number;
      }
      declare function resolve(name: string, options?: Options): Promise<string[]>;
      export async function addresses(name: string, options?: Options): Promise<string[]> {
        try {
          return await resolve(name, options);
        } catch (error) {
          console.warn(error);
          return [];
        }
      }
    `,
  },
  'a signal that the handler cannot name has no suggestion, beside a handler that names it': {
    invalid: `
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response | null> {
        try {
          const { signal } = options;
          return await fetch(url, { signal });
        } catch {
          ~~~~~ swallowed
          return null;
        }
      }
    `,
    valid: `
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response | null> {
        try {
          const { signal } = options;
          return await fetch(url, { signal });
        } catch {
          options.signal.throwIfAborted();
          return null;
        }
      }
    `,
  },
  'an unknown value, beside a received signal': {
    types: 'with',
    valid: `
      export async function load(url: string, signal: any): Promise<Response | null> {
        try {
          return await fetch(url, { headers: signal });
        } catch {
          return null;
        }
      }
    `,
  },
  'an event that is waited for, beside a predicate': {
    invalid: `
      import { once, type EventEmitter } from 'node:events';
      export async function opened(door: EventEmitter, signal: AbortSignal): Promise<void> {
        try {
          await once(door, 'open', { signal });
        } catch {
          ~~~~~ swallowed
        }
      }
    `,
    valid: `
      export async function opened(door: EventTarget, signal: AbortSignal): Promise<void> {
        try {
          await isOpen(door, { signal });
        } catch {
          console.log('closed');
        }
      }
      declare function isOpen(door: EventTarget, options: { signal: AbortSignal }): Promise<boolean>;
    `,
  },
  'a promise by hand that is resolved after all, beside one that is rejected with another error': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<string> {
        return new Promise((resolve) => {
          const run = async (): Promise<void> => {
            try {
              resolve(await (await fetch(url, { signal })).text());
            } catch {
              ~~~~~ swallowed
              resolve('');
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
            } catch {
              reject(new Error('failed'));
            }
          };
          queueMicrotask(() => run());
        });
      }
    `,
  },
  'options of the caller, beside options of the function': {
    language: 'js',
    invalid: `
      export async function find(url, init) {
        try {
          return await fetch(url, init);
        } catch {
          ~~~~~ swallowed
          return undefined;
        }
      }
    `,
    valid: `
      export async function find(url, headers) {
        const init = { headers };
        try {
          return await fetch(url, init);
        } catch {
          return undefined;
        }
      }
    `,
  },
  'a text in place of a body, beside one for the error that is thrown next': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        const response = await fetch(url, { signal });
        if (response.ok) return response.text();
        const text = await response.text().catch(() => 'no text');
                                           ~~~~~ swallowed
        return text;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        const response = await fetch(url, { signal });
        if (response.status === 404) throw new Error(await response.text().catch(() => 'not found'));
        if (!response.ok) {
          let text = 'no text';
          try {
            text = await response.text();
          } catch {}
          if (response.status === 401) text += ', log in first';
          throw new Error(text);
        }
        return response.text();
      }
    `,
  },
  'a failure that does not matter, beside an abort that is expected': {
    invalid: `
      export async function warm(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } catch {
          ~~~~~ swallowed
          // A cold cache is only slower.
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function pause(ms: number, signal: AbortSignal): Promise<void> {
        try {
          await sleep(ms, undefined, { signal });
        } catch {
          // No more to do: an abort is expected here.
        }
      }
    `,
  },
  'a helper, beside one in a test': {
    invalid: `
      export function run(start: (work: (signal: AbortSignal) => Promise<void>) => void, url: string): void {
        start(async (signal: AbortSignal) => {
          const load = async () => {
            await fetch(url, { signal }).catch(() => {});
                                         ~~~~~ swallowed
          };
          await load();
        });
      }
    `,
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      declare function spawn(work: (signal: AbortSignal) => Promise<void>): Promise<void>;
      it('ends the fork', async () => {
        await spawn(async (signal: AbortSignal) => {
          await fetch('https://example.com', { signal }).catch(() => {});
        });
      });
    `,
  },
});
