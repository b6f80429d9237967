import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-misplaced-abort-catch.js';

testRule(rule, {
  'a recognised abort that is returned from, beside one that is rethrown': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (error instanceof Error && error.name === 'AbortError') return;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (error instanceof Error && error.name === 'AbortError') throw error;
          console.error('no response', error);
          throw new Error('no response', { cause: error });
        }
      }
    `,
  },
  'a received signal, beside an owned one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<string[]> {
        try {
          return await (await fetch(url, { signal })).json();
        } catch (error) {
          if (signal.aborted) {
              ~~~~~~~~~~~~~~ absorbed
            // Nobody waits any more.
            return [];
          }
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<string[]> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await (await fetch(url, { signal })).json();
        } catch (error) {
          if (signal.aborted) return [];
          throw error;
        }
      }
    `,
  },
  'a branch that falls out, beside one that ends the process': {
    invalid: `
      export async function save(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } catch (error) {
          if ((error as Error).name !== 'AbortError') {
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ absorbed
            throw error;
          }
        }
      }
    `,
    valid: `
      export async function save(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } catch (error) {
          if ((error as Error).name === 'AbortError') process.exit(130);
          throw error;
        }
      }
    `,
  },
  'an empty branch, beside one that tells of the cancellation': {
    invalid: `
      export async function save(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } catch (error) {
          if (signal.aborted) {
              ~~~~~~~~~~~~~~ absorbed
          } else {
            throw error;
          }
        }
      }
    `,
    valid: `
      export async function save(url: string, signal: AbortSignal): Promise<'saved' | 'cancelled'> {
        try {
          await fetch(url, { method: 'POST', signal });
          return 'saved';
        } catch (error) {
          if (signal.aborted) return 'cancelled';
          throw error;
        }
      }
    `,
  },
  'a received signal alone, beside one that an own timeout may have ended': {
    invalid: `
      export async function load(url: string, { signal }: { signal: AbortSignal }): Promise<Response | null> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (isAbortError(error)) {
              ~~~~~~~~~~~~~~~~~~~ absorbed
            return null;
          }
          throw error;
        }
      }
      declare function isAbortError(error: unknown): boolean;
    `,
    valid: `
      export async function load(url: string, { signal }: { signal: AbortSignal }): Promise<Response | null> {
        const timeout = AbortSignal.timeout(500);
        try {
          signal.throwIfAborted();
          return await fetch(url, { signal: timeout });
        } catch (error) {
          if (isAbortError(error)) return null;
          throw error;
        }
      }
      declare function isAbortError(error: unknown): boolean;
    `,
  },
  'a .catch that absorbs, beside one that passes on': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        return fetch(url, { signal }).catch((error: unknown) => {
          if (signal.aborted) return undefined;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        return fetch(url, { signal }).catch((error: unknown) => {
          if (signal.aborted) return Promise.reject(signal.reason);
          throw error;
        });
      }
    `,
  },
  'nothing but success to see, beside a partial result': {
    invalid: `
      export async function readAll(urls: string[], signal: AbortSignal): Promise<unknown> {
        try {
          return await Promise.all(urls.map((url) => fetch(url, { signal })));
        } catch (error) {
          if (signal.aborted) return null;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      export async function readAll(urls: string[], signal: AbortSignal): Promise<unknown> {
        const parts: Response[] = [];
        try {
          for (const url of urls) parts.push(await fetch(url, { signal }));
          return parts;
        } catch (error) {
          if (signal.aborted) return parts;
          throw error;
        }
      }
    `,
  },
  'the library layer, beside main': {
    invalid: `
      export async function run(signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com', { signal });
        } catch (error) {
          if (signal.aborted) return;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      async function main(signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com', { signal });
        } catch (error) {
          if (signal.aborted) return;
          throw error;
        }
      }
      const controller = new AbortController();
      process.once('SIGINT', () => { controller.abort(); });
      await main(controller.signal);
    `,
  },
  'a certain test, beside one that depends on an option': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          switch ((error as Error).name) {
            case 'AbortError':
                 ~~~~~~~~~~~~ absorbed
              return undefined;
            default:
              throw error;
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, quiet: boolean): Promise<Response | undefined> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted && quiet) return undefined;
          throw error;
        }
      }
    `,
  },
  'cleanup may absorb': {
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        try {
          return await (await fetch(url, { signal })).text();
        } finally {
          try {
            signal.throwIfAborted();
          } catch (error) {
            if (!signal.aborted) throw error;
          }
        }
      }
    `,
  },
  'a negated test that only other failures pass, beside one that the abort leaves in the other branch': {
    invalid: `
      export async function send(body: Blob, signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com/files', { method: 'POST', body, signal });
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'AbortError') {
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ absorbed
            throw error;
          }
        }
      }
    `,
    valid: `
      export async function send(body: Blob, signal: AbortSignal): Promise<void> {
        try {
          await fetch('https://example.com/files', { method: 'POST', body, signal });
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'AbortError') {
            console.error(error);
          } else {
            throw error;
          }
        }
      }
    `,
  },
  'a request, beside a transfer that its reader ends': {
    invalid: `
      export async function copy(url: string, target: WritableStream, signal: AbortSignal): Promise<void> {
        try {
          const response = await fetch(url, { signal });
          await response.body?.pipeTo(target, { signal });
        } catch (error) {
          if (signal.aborted) return;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      export async function copy(source: ReadableStream, target: WritableStream, signal: AbortSignal): Promise<void> {
        try {
          await source.pipeTo(target, { signal });
        } catch (error) {
          if (signal.aborted) return;
          throw error;
        }
      }
    `,
  },
  'nothing, beside a false where all else is true': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(ms: number, signal: AbortSignal): Promise<boolean | undefined> {
        try {
          await sleep(ms, undefined, { signal });
          return undefined;
        } catch (error) {
          if (signal.aborted) return false;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(ms: number, signal: AbortSignal): Promise<boolean> {
        try {
          await sleep(ms, undefined, { signal });
          return true;
        } catch (error) {
          if (signal.aborted) return false;
          throw error;
        }
      }
    `,
  },
  'a method for everybody, beside one for the owner of the signal alone': {
    invalid: `
      export class Tail {
        #controller = new AbortController();
        start(url: string): void {
          this.run(url, this.#controller.signal).catch(console.error);
        }
        stop(): void {
          this.#controller.abort();
        }
        async run(url: string, signal: AbortSignal): Promise<void> {
          try {
            await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) return;
                ~~~~~~~~~~~~~~ absorbed
            throw error;
          }
        }
      }
    `,
    valid: `
      export class Tail {
        #controller = new AbortController();
        async start(url: string): Promise<void> {
          await this.#run(url, { signal: this.#controller.signal });
          await read(url, this.#controller.signal);
        }
        stop(): void {
          this.#controller.abort();
        }
        async #run(url: string, { signal }: { signal: AbortSignal }): Promise<void> {
          try {
            await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) return;
            throw error;
          }
        }
      }
      async function read(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) return;
          throw error;
        }
      }
    `,
  },
  'a helper that is handed the signal of the caller, beside one that an own controller may have ended too': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<void> {
        await read(url, signal);
      }
      async function read(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) return;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      export function open(url: string, signal: AbortSignal): { close(): void; done: Promise<void> } {
        const own = new AbortController();
        const both = AbortSignal.any([signal, own.signal]);
        async function read(): Promise<void> {
          try {
            await fetch(url, { signal: both });
          } catch (error) {
            if ((error as Error).name === 'AbortError') return;
            throw error;
          }
        }
        return { close: () => own.abort(), done: read() };
      }
    `,
  },
  'a helper that is handed a time limit, beside one whose caller aborts': {
    invalid: `
      async function read(url: string, signal: AbortSignal): Promise<string[]> {
        try {
          return (await (await fetch(url, { signal })).text()).split('\\n');
        } catch (error) {
          if (signal.aborted) return [];
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
      export async function report(url: string): Promise<void> {
        console.log(await read(url, AbortSignal.timeout(1000)));
      }
    `,
    valid: `
      async function read(url: string, signal: AbortSignal): Promise<string[]> {
        try {
          return (await (await fetch(url, { signal })).text()).split('\\n');
        } catch (error) {
          if (signal.aborted) return [];
          throw error;
        }
      }
      const stop = new AbortController();
      export async function report(url: string): Promise<void> {
        console.log(await read(url, stop.signal));
      }
      export function end(): void {
        stop.abort();
      }
    `,
  },
  'without a word, beside a comment that says that it is meant': {
    invalid: `
      export async function upload(file: Blob, signal: AbortSignal): Promise<void> {
        try {
          await fetch('/files', { method: 'POST', body: file, signal });
        } catch (error) {
          // It was aborted.
          if (signal.aborted) return;
              ~~~~~~~~~~~~~~ absorbed
          throw error;
        }
      }
    `,
    valid: `
      export async function upload(file: Blob, signal: AbortSignal): Promise<void> {
        try {
          await fetch('/files', { method: 'POST', body: file, signal });
        } catch (error) {
          // The upload was cancelled, which is not an error.
          if (signal.aborted) return;
          throw error;
        }
      }
    `,
  },
});
