import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './forward-abort-signal.js';

testRule(rule, {
  'a call without options, beside one that has the signal': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { signal });
      }
    `,
  },
  'options without the signal, beside signal: undefined': {
    invalid: `
      export async function save(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, {
              ~~~~~ missing
          method: 'POST', // not GET
          body: 'text',
        });
      }
    `,
    valid: `
      export async function save(url: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        await fetch(url, { method: 'POST', signal: undefined });
      }
    `,
  },
  'arguments in between, beside all of them': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(signal: AbortSignal): Promise<void> {
        await sleep(1000);
              ~~~~~ missing
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function wait(signal: AbortSignal): Promise<void> {
        await sleep(1000, undefined, { signal });
      }
    `,
  },
  'an optional signal in an options parameter, beside options that may carry it': {
    invalid: `
      import { readFile } from 'node:fs/promises';
      interface Options {
        signal?: AbortSignal;
      }
      export async function read(path: string, options: Options = {}): Promise<string> {
        return await readFile(path, { encoding: 'utf8' });
                     ~~~~~~~~ missing
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      interface Options {
        signal?: AbortSignal;
      }
      export async function read(path: string, options: Options = {}): Promise<string> {
        return await readFile(path, { encoding: 'utf8', ...options });
      }
    `,
  },
  'a destructured option, beside the options handed on whole': {
    invalid: `
      export async function load(url: string, { signal, ...init }: RequestInit): Promise<Response> {
        if (signal?.aborted) throw new Error(String(init.method));
        return await fetch(url, { method: 'GET' });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, init: RequestInit): Promise<Response> {
        if (init.signal?.aborted) throw new Error(String(init.method));
        return await fetch(url, init);
      }
    `,
  },
  'a callback that runs in place, beside one that does not': {
    invalid: `
      export async function loadAll(urls: string[], signal: AbortSignal): Promise<Response[]> {
        return await Promise.all(urls.map(async (url) => await fetch(url)));
                                                               ~~~~~ missing
      }
    `,
    valid: `
      export function loadLater(url: string, signal: AbortSignal, target: EventTarget): void {
        target.addEventListener('click', () => {
          fetch(url).then(console.log, console.error);
        }, { signal });
      }
    `,
  },
  'the work itself, beside its cleanup': {
    invalid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST' });
                ~~~~~ missing
        } finally {
          console.log('done');
        }
      }
    `,
    valid: `
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { method: 'POST', signal });
        } finally {
          await fetch(url, { method: 'DELETE' });
        }
      }
    `,
  },
  'a field that was received, beside a class without one': {
    invalid: `
      export class Client {
        readonly #signal: AbortSignal;
        constructor(signal: AbortSignal) {
          this.#signal = signal;
        }
        async load(url: string): Promise<Response> {
          return await fetch(url);
                       ~~~~~ missing
        }
        get isStopped(): boolean {
          return this.#signal.aborted;
        }
      }
    `,
    valid: `
      export class Client {
        readonly #base: string;
        constructor(base: string) {
          this.#base = base;
        }
        async load(url: string): Promise<Response> {
          return await fetch(this.#base + url);
        }
      }
    `,
  },
  'a combined signal goes before its parts': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        await fetch(url, { method: 'HEAD', signal: limited });
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
  },
  'an address, beside what may be a Request': {
    types: 'without',
    invalid: `
      export async function load(path: string, signal: AbortSignal): Promise<Response> {
        return await fetch(\`https://example.com/\${path}\`);
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(input, signal: AbortSignal): Promise<Response> {
        return await fetch(input);
      }
    `,
  },
  'a name, beside another function of that name': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<unknown> {
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
    valid: `
      const fetch = async (url: string): Promise<string> => await Promise.resolve(url);
      export async function load(url: string, signal: AbortSignal): Promise<unknown> {
        return await fetch(url);
      }
    `,
  },
  'a function that takes a signal by its type, beside one that does not': {
    types: 'with',
    invalid: `
      declare function query(text: string, options?: { signal?: AbortSignal; limit?: number }): Promise<string[]>;
      declare function run(text: string, signal?: AbortSignal): Promise<void>;
      export async function find(text: string, signal: AbortSignal): Promise<string[]> {
        await run(text);
              ~~~ missing
        return await query(text, { limit: 1 });
                     ~~~~~ missing
      }
    `,
    valid: `
      declare function query(text: string, options?: { limit?: number }): Promise<string[]>;
      export async function find(text: string, signal: AbortSignal): Promise<string[]> {
        return await query(text, { limit: 1 });
      }
    `,
  },
  'an overload that takes a signal, beside one that returns something else': {
    types: 'with',
    invalid: `
      declare function get(url: string): Promise<string>;
      declare function get(url: string, options: { signal: AbortSignal }): Promise<string>;
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        return await get(url);
                     ~~~ missing
      }
    `,
    valid: `
      declare function get(url: string): Promise<string>;
      declare function get(url: string, options: { signal: AbortSignal }): AsyncIterable<string>;
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        return await get(url);
      }
    `,
  },
  'another function, beside the function itself': {
    types: 'with',
    invalid: `
      declare function visit(node: string, signal?: AbortSignal): Promise<void>;
      export async function walk(node: string, signal?: AbortSignal): Promise<void> {
        await visit(node);
              ~~~~~ missing
      }
    `,
    valid: `
      export async function walk(nodes: string[], signal?: AbortSignal): Promise<void> {
        if (nodes.length > 0) await walk(nodes.slice(1));
      }
    `,
  },
  'an await, beside a promise that is let go': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<void> {
        for await (const chunk of (await fetch(url)).body ?? []) console.log(chunk);
                                         ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<void> {
        fetch(url, { method: 'POST' }).catch(console.error);
        await fetch(url, { signal });
      }
    `,
  },
  'plain JavaScript with evidence, beside a POSIX signal name': {
    language: 'js',
    types: 'without',
    invalid: `
      export async function load(url, options = {}) {
        options.signal?.throwIfAborted();
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function stop(url, signal) {
        process.kill(process.pid, signal);
        return await fetch(url);
      }
    `,
  },
  'JSX, beside an event handler': {
    language: 'tsx',
    invalid: `
      export async function Page({ signal }: { signal: AbortSignal }): Promise<unknown> {
        const response = await fetch('/data');
                               ~~~~~ missing
        return <p>{response.status}</p>;
      }
      declare namespace JSX { interface IntrinsicElements { p: object } }
    `,
    valid: `
      export function Page({ signal }: { signal: AbortSignal }): unknown {
        return <button onClick={async () => { await fetch('/data'); }} />;
      }
      declare namespace JSX { interface IntrinsicElements { button: object } }
    `,
  },
});
