import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-incomplete-abort-check.js';

testRule(rule, {
  'AbortError for a timeout, beside TimeoutError': {
    invalid: `
      export async function load(url: string): Promise<unknown> {
        try {
          const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
          return await response.json();
        } catch (error) {
          if (error instanceof Error && error.name === 'AbortError') return undefined;
                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<unknown> {
        try {
          const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
          return await response.json();
        } catch (error) {
          if (error instanceof Error && error.name === 'TimeoutError') return undefined;
          throw error;
        }
      }
    `,
  },
  'one name for a timeout, beside both': {
    invalid: `
      export async function load(url: string): Promise<Response | null> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if ((error as Error).name !== 'AbortError') throw error;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
          return null;
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response | null> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await fetch(url, { signal });
        } catch (error) {
          const { name } = error as Error;
          if (name !== 'AbortError' && name !== 'TimeoutError') throw error;
          return null;
        }
      }
    `,
  },
  'a timeout alone, beside one combined with a received signal': {
    invalid: `
      export async function load(url: string, ms: number): Promise<Response | null> {
        const init = { method: 'POST', signal: AbortSignal.timeout(ms) };
        try {
          return await fetch(url, init);
        } catch (error) {
          switch ((error as Error).name) {
            case 'AbortError':
                 ~~~~~~~~~~~~ timeout
              return null;
            default:
              throw error;
          }
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, ms: number): Promise<Response> {
        try {
          return await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]) });
        } catch (error) {
          if ((error as Error).name === 'AbortError') throw error;
          throw new Error('no response', { cause: error });
        }
      }
    `,
  },
  'a code for a timeout, beside the state of the signal': {
    invalid: `
      export async function load(url: string): Promise<Response | null> {
        try {
          return await fetch(url, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          if (error instanceof DOMException && error.code === 20) return null;
                                               ~~~~~~~~~~~~~~~~~ timeout
          throw error;
        }
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response | null> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted || (error as Error).name === 'AbortError') return null;
          throw error;
        }
      }
    `,
  },
  'nothing else awaited, beside an unknown function': {
    invalid: `
      export async function load(url: string): Promise<string | null> {
        try {
          const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
          if (!response.ok) throw new RangeError(url);
          return await response.text();
        } catch (error) {
          if ((error as Error).name === 'AbortError') return null;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout
          throw error;
        }
      }
    `,
    valid: `
      declare function connect(): Promise<void>;
      export async function load(url: string): Promise<string | null> {
        try {
          await connect();
          const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
          return await response.text();
        } catch (error) {
          if ((error as Error).name === 'AbortError') return null;
          throw error;
        }
      }
    `,
  },
  "TimeoutError for Node's timers, beside AbortError": {
    invalid: `
      import { setTimeout } from 'node:timers/promises';
      export async function pause(): Promise<boolean> {
        try {
          await setTimeout(60_000, undefined, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          if ((error as Error).name === 'TimeoutError') return false;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ node
          throw error;
        }
        return true;
      }
    `,
    valid: `
      import { setTimeout } from 'node:timers/promises';
      export async function pause(): Promise<boolean> {
        try {
          await setTimeout(60_000, undefined, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          if ((error as Error).name === 'AbortError') return false;
          throw error;
        }
        return true;
      }
    `,
  },
  "DOMException for Node's files, beside the code": {
    invalid: `
      import { readFile } from 'node:fs/promises';
      export async function read(path: string): Promise<string | null> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await readFile(path, { encoding: 'utf8', signal });
        } catch (error) {
          if (error instanceof DOMException) return null;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ class
          throw error;
        }
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      export async function read(path: string): Promise<string | null> {
        const signal = AbortSignal.timeout(1000);
        try {
          return await readFile(path, { encoding: 'utf8', signal });
        } catch (error) {
          if (error instanceof DOMException || (error as NodeJS.ErrnoException).code === 'ABORT_ERR') return null;
          throw error;
        }
      }
    `,
  },
  "a class and a name for Node's files, beside the name alone": {
    invalid: `
      import { writeFile } from 'node:fs/promises';
      export async function save(path: string, text: string, signal: AbortSignal): Promise<void> {
        try {
          await writeFile(path, text, { signal });
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') throw error;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ class
          throw new Error('not saved', { cause: error });
        }
      }
    `,
    valid: `
      import { writeFile } from 'node:fs/promises';
      export async function save(path: string, text: string, signal: AbortSignal): Promise<void> {
        try {
          await writeFile(path, text, { signal });
        } catch (error) {
          if (error instanceof Error && error.name === 'AbortError') throw error;
          throw new Error('not saved', { cause: error });
        }
      }
    `,
  },
  "the class of fetch's error, beside a signal of the caller's": {
    invalid: `
      import { finished } from 'node:stream/promises';
      import type { Readable } from 'node:stream';
      export async function drained(stream: Readable): Promise<boolean> {
        try {
          await finished(stream, { signal: AbortSignal.timeout(10) });
          return true;
        } catch (error) {
          if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ class
          return false;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') throw error;
          throw new Error('no response', { cause: error });
        }
      }
    `,
  },
  'a class that does not exist, beside one that is imported': {
    language: 'js',
    types: 'without',
    invalid: `
      export async function load(url) {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        try {
          return await fetch(url, { signal: controller.signal });
        } catch (error) {
          if (error instanceof AbortError) return undefined;
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing
          throw error;
        }
      }
    `,
    valid: `
      import { AbortError } from 'node-fetch';
      export async function load(url) {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        try {
          return await fetch(url, { signal: controller.signal });
        } catch (error) {
          if (error instanceof AbortError) return undefined;
          throw error;
        }
      }
    `,
  },
  'a missing class among other tests, beside a class of this file': {
    language: 'js',
    types: 'without',
    invalid: `
      export function isEnd(error, isClosed) {
        return isClosed || error instanceof TimeoutError;
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing
      }
    `,
    valid: `
      class TimeoutError extends Error {}
      export function isEnd(error, isClosed) {
        return isClosed || error instanceof TimeoutError;
      }
    `,
  },
  'a helper decides': {
    valid: `
      declare function isTimeout(error: unknown): boolean;
      export async function load(url: string): Promise<Response | null> {
        try {
          return await fetch(url, { signal: AbortSignal.timeout(1000) });
        } catch (error) {
          if (isTimeout(error) || (error as Error).name === 'AbortError') return null;
          throw error;
        }
      }
    `,
  },
});
