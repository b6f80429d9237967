import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-signal-parameter.js';

testRule(rule, {
  'a function without options, beside one that takes a signal': {
    types: 'with',
    invalid: `
      export async function loadText(url: string): Promise<string> {
                            ~~~~~~~~ uncancellable
        const response = await fetch(url);
        return await response.text();
      }
    `,
    valid: `
      export async function loadText(url: string, options: { signal?: AbortSignal } = {}): Promise<string> {
        const response = await fetch(url, { signal: options.signal });
        return await response.text();
      }
    `,
  },
  'without types there is nothing to go by': {
    types: 'without',
    valid: `
      export async function loadText(url: string): Promise<string> {
        return await (await fetch(url)).text();
      }
    `,
  },
  'an exported arrow function, beside one that the module keeps': {
    types: 'with',
    invalid: `
      export const loadText = async (url: string): Promise<Response> => await fetch(url);
                   ~~~~~~~~ uncancellable
    `,
    valid: `
      const loadText = async (url: string): Promise<Response> => await fetch(url);
      export const texts = async (client: { load(): Promise<string> }) => [await client.load(), loadText.name];
    `,
  },
  'an export at the end of the module, beside a default export': {
    types: 'with',
    invalid: `
      async function loadText(url: string): Promise<Response> {
                     ~~~~~~~~ uncancellable
        return await fetch(url);
      }
      export { loadText as load };
    `,
    valid: `
      async function loadText(url: string): Promise<Response> {
        return await fetch(url);
      }
      export { loadText as default };
    `,
  },
  'a function that says its own type, beside one whose type stands elsewhere': {
    types: 'with',
    invalid: `
      export const loadText = async (url = 'https://example.com/') => await fetch(url);
                   ~~~~~~~~ uncancellable
    `,
    valid: `
      type Load = (url: string) => Promise<Response>;
      export const loadText: Load = async (url) => await fetch(url);
      export const loadMore = async (url) => await fetch(url);
    `,
  },
  'options whose type stands there, beside options with a type of their own': {
    types: 'with',
    invalid: `
      export async function search(text: string, options: { limit?: number } = {}): Promise<Response> {
                            ~~~~~~ uncancellable
        return await fetch(\`https://example.com/?q=\${text}&limit=\${options.limit}\`);
      }
      export async function find(
                            ~~~~ uncancellable
        text: string,
        opts?: {
          // How many there may be.
          limit?: number;
        },
      ): Promise<Response> {
        return await fetch(\`https://example.com/?q=\${text}&limit=\${opts?.limit}\`);
      }
    `,
    valid: `
      interface Options { limit?: number; signal?: AbortSignal }
      export async function search(text: string, options: Options = {}): Promise<Response> {
        return await fetch(\`https://example.com/?q=\${text}&limit=\${options.limit}\`, options);
      }
    `,
  },
  'options that cannot be extended where the function stands get no suggestion': {
    types: 'with',
    invalid: `
      interface Options { limit?: number }
      export async function search(text: string, options: Options = {}): Promise<Response> {
                            ~~~~~~ uncancellable
        return await fetch(\`https://example.com/?q=\${text}&limit=\${options.limit}\`);
      }
      export async function find(text: string, { limit = 1 }: Options): Promise<Response> {
                            ~~~~ uncancellable
        return await fetch(\`https://example.com/?q=\${text}&limit=\${limit}\`);
      }
    `,
    valid: `
      interface Context { limit?: number; [name: string]: unknown }
      export async function search(text: string, options: Context = {}): Promise<Response> {
        return await fetch(\`https://example.com/?q=\${text}&limit=\${options.limit}\`);
      }
    `,
  },
  'a parameter that has no signal, beside one that is or has one': {
    types: 'with',
    invalid: `
      export async function ping(host: { name: string; port: number }): Promise<Response> {
                            ~~~~ uncancellable
        return await fetch(\`https://\${host.name}:\${host.port}\`);
      }
    `,
    valid: `
      interface Work { name: string; stop: AbortSignal }
      export async function ping(host: Work & { signal: AbortSignal }): Promise<Response> {
        return await fetch(\`https://\${host.name}\`);
      }
      export async function call(input: Request): Promise<Response> {
        return await fetch(input.url);
      }
      export async function send(init: RequestInit): Promise<Response> {
        return await fetch('https://example.com/', init);
      }
      export async function unknown(host: any, more: object): Promise<Response> {
        return await fetch(\`https://\${host.name}\`);
      }
    `,
  },
  'several calls, and one that is meant to go on': {
    types: 'with',
    invalid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function poll(url: string): Promise<Response> {
                            ~~~~ uncancellable
        for (;;) {
          const response = await fetch(url);
          if (response.ok) return response;
          await delay(100);
        }
      }
    `,
    valid: `
      export async function order(url: string): Promise<Response> {
        // What has been ordered is ordered.
        return await fetch(url, { method: 'POST', signal: undefined });
      }
      export async function loadFast(url: string): Promise<Response> {
        return await fetch(url, { signal: AbortSignal.timeout(1000) });
      }
    `,
  },
  'a function of the project that takes a signal, beside one that takes none': {
    types: 'with',
    invalid: `
      declare function query(text: string, options?: { signal?: AbortSignal }): Promise<string[]>;
      export async function* pages(text: string): AsyncGenerator<string[]> {
                             ~~~~~ uncancellable
        yield await query(text);
        yield await query(\`\${text} more\`);
      }
    `,
    valid: `
      declare function query(text: string): Promise<string[]>;
      export async function* pages(text: string): AsyncGenerator<string[]> {
        yield await query(text);
      }
    `,
  },
  'a function that others call, beside one that is handed to a call': {
    types: 'with',
    invalid: `
      export async function loadList(url: string): Promise<Response> {
                            ~~~~~~~~ uncancellable
        return await fetch(url);
      }
      export const api = { loadList };
    `,
    valid: `
      declare function define(routes: { path: string; work: (url: string) => Promise<Response> }[]): void;
      export async function loadList(url: string): Promise<Response> {
        return await fetch(url);
      }
      define([{ path: '/', work: loadList }]);
    `,
  },
  'a function of a library, beside one that runs on load': {
    types: 'with',
    invalid: `
      export async function build(url: string): Promise<void> {
                            ~~~~~ uncancellable
        await fetch(url);
      }
      export function buildAll(): void {
        build('https://example.com/').catch(console.error);
      }
    `,
    valid: `
      export async function build(url: string): Promise<void> {
        await fetch(url);
      }
      await build('https://example.com/');
    `,
  },
  'overloads, handlers, hooks and components have their parameters from somewhere else': {
    types: 'with',
    valid: `
      export async function fetchIt(url: string): Promise<Response>;
      export async function fetchIt(url: URL): Promise<Response>;
      export async function fetchIt(url: string | URL): Promise<Response> {
        return await fetch(url);
      }
      export async function GET(): Promise<Response> {
        return await fetch('https://example.com/');
      }
      export async function Page(): Promise<string> {
        return await (await fetch('https://example.com/')).text();
      }
      export async function useData(): Promise<Response> {
        return await fetch('https://example.com/');
      }
      export async function loader({ params }: { params: { id: string } }): Promise<Response> {
        return await fetch(\`https://example.com/\${params.id}\`);
      }
      export async function save(req: { body: string }, res: { end(): void }): Promise<void> {
        await fetch(req.body);
        res.end();
      }
    `,
  },
  'work, beside cleanup and what is started and let go': {
    types: 'with',
    invalid: `
      export async function rename(url: string, name: string): Promise<void> {
                            ~~~~~~ uncancellable
        await fetch(url, { method: 'PATCH', body: name });
      }
    `,
    valid: `
      export async function closeSession(url: string): Promise<void> {
        await fetch(url, { method: 'DELETE' });
      }
      export async function note(url: string): Promise<void> {
        void fetch(url, { method: 'POST' });
      }
      export async function all(...urls: string[]): Promise<Response[]> {
        return await Promise.all(urls.map(async (url) => await fetch(url)));
      }
    `,
  },
  'a stream, which whoever made it can end': {
    types: 'with',
    valid: `
      declare function put(chunk: unknown, options?: { signal?: AbortSignal }): Promise<void>;
      export async function store(chunks: ReadableStream<string>): Promise<void> {
        for await (const chunk of chunks) await put(chunk);
      }
    `,
  },
  'files are left out': {
    types: 'with',
    valid: `
      import { readFile } from 'node:fs/promises';
      export async function readConfig(path: string): Promise<unknown> {
        return JSON.parse(await readFile(path, 'utf8'));
      }
    `,
  },
  'a server action, beside a function of the client': {
    types: 'with',
    invalid: `
      'use client';
      export async function rename(name: string): Promise<void> {
                            ~~~~~~ uncancellable
        await fetch('https://example.com/', { method: 'PATCH', body: name });
      }
    `,
    valid: `
      'use server';
      export async function rename(name: string): Promise<void> {
        await fetch('https://example.com/', { method: 'PATCH', body: name });
      }
    `,
  },
  'a closure that runs in place, beside one that is given away': {
    types: 'with',
    invalid: `
      export async function loadAll(urls: string[]): Promise<Response[]> {
                            ~~~~~~~ uncancellable
        return await Promise.all(urls.map(async (url) => await fetch(url)));
      }
    `,
    valid: `
      export async function listen(button: EventTarget): Promise<void> {
        button.addEventListener('click', async () => {
          await fetch('https://example.com/');
        });
      }
    `,
  },
  'a function that has a name called options already': {
    types: 'with',
    invalid: `
      export async function loadText(url: string): Promise<Response> {
                            ~~~~~~~~ uncancellable
        const options = { method: 'POST' };
        return await fetch(url, options);
      }
    `,
  },
  'plain JavaScript says too little of its parameters': {
    language: 'js',
    types: 'with',
    valid: `
      export async function loadText(url) {
        return await fetch(url);
      }
    `,
  },
  'a function for everybody, beside an internal one and an assertion': {
    types: 'with',
    invalid: `
      /** Loads a text. */
      export async function loadText(url: string): Promise<Response> {
                            ~~~~~~~~ uncancellable
        return await fetch(url);
      }
    `,
    valid: `
      /**
       * Loads a text.
       *
       * @internal
       */
      export async function loadText(url: string): Promise<Response> {
        return await fetch(url);
      }
      export async function assertReachable(url: string): Promise<void> {
        if (!(await fetch(url)).ok) throw new Error('not reachable');
      }
    `,
  },
});
