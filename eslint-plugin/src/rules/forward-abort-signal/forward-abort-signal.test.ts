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
  'a parameter that may be missing, beside the opt-out': {
    invalid: `
      export async function load(url: URL, signal?: AbortSignal): Promise<Response> {
        return await fetch(url, { method: 'POST' });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: URL, signal?: AbortSignal): Promise<Response> {
        signal?.throwIfAborted();
        return await fetch(url, { method: 'POST', signal: undefined });
      }
    `,
  },
  'plain JavaScript, where the use of the parameter tells, beside a parameter that nothing uses as a signal':
    {
      language: 'js',
      invalid: `
      export async function load(url, signal) {
        signal.throwIfAborted();
        const response = await fetch(url);
                               ~~~~~ missing
        return response.json();
      }
    `,
      valid: `
      export async function load(url, signal) {
        console.log(signal);
        const response = await fetch(url);
        return response.json();
      }
    `,
    },
  'a JSDoc type': {
    language: 'js',
    invalid: `
      import { readFile } from 'node:fs/promises';
      /**
       * @param {string} file
       * @param {AbortSignal} signal
       */
      export async function read(file, signal) {
        return await readFile(file, 'utf8');
                     ~~~~~~~~ missing
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      /**
       * @param {string} file
       * @param {NodeJS.Signals} signal
       */
      export async function read(file, signal) {
        return await readFile(file, 'utf8');
      }
    `,
  },
  'a POSIX signal name is none': {
    valid: `
      export async function report(url: string, signal: NodeJS.Signals): Promise<void> {
        if (signal === 'SIGTERM') await fetch(url);
      }
    `,
  },
  'a value of any is unknown': {
    valid: `
      export async function load(url: string, signal: any): Promise<Response> {
        return await fetch(url);
      }
    `,
  },
  'a parameter whose name says that it is not used': {
    valid: `
      export async function load(url: string, _signal: AbortSignal): Promise<Response> {
        return await fetch(url);
      }
    `,
  },
  'a destructured option with a default, beside one that is passed on': {
    invalid: `
      export async function load(url: string, { signal, tries = 1 }: { signal?: AbortSignal; tries?: number } = {}) {
        const response = await fetch(url, {
                               ~~~~~ missing
          method: 'POST',
          body: String(tries),
        });
        return response;
      }
    `,
    valid: `
      export async function load(url: string, { signal, tries = 1 }: { signal?: AbortSignal; tries?: number } = {}) {
        const response = await fetch(url, {
          method: 'POST',
          signal: signal ?? null,
          body: String(tries),
        });
        return response;
      }
    `,
  },
  'a destructured option under another name': {
    invalid: `
      export async function load(url: string, { abortSignal: cancelSignal }: { abortSignal: AbortSignal }) {
        return await fetch(url, {});
                     ~~~~~ missing
      }
    `,
  },
  'a member of an options parameter, beside options that are handed on': {
    invalid: `
      interface Options {
        signal?: AbortSignal;
        tries?: number;
      }
      export async function load(url: string, options: Options): Promise<Response> {
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
    valid: `
      interface Options {
        signal?: AbortSignal;
        tries?: number;
      }
      export async function load(url: string, options: Options): Promise<Response> {
        return await fetch(url, options);
      }
    `,
  },
  'an options parameter that may be missing': {
    invalid: `
      export async function load(url: string, options?: { signal?: AbortSignal }): Promise<Response> {
        return await fetch(url, { headers: { accept: 'text/plain' } });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, options?: { signal?: AbortSignal }): Promise<Response> {
        return await fetch(url, { headers: { accept: 'text/plain' }, ...options });
      }
    `,
  },
  'a member that the code uses as a signal elsewhere': {
    language: 'js',
    types: 'without',
    invalid: `
      export async function load(url, options) {
        const list = await fetch(url, { signal: options?.signal });
        const next = await fetch(\`\${url}/next\`);
                           ~~~~~ missing
        return [list, next];
      }
    `,
    valid: `
      export async function load(url, options) {
        const list = await fetch(url, { signal: options?.signal });
        const next = await fetch(\`\${url}/next\`, { method: 'GET', ...options });
        return [list, next];
      }
    `,
  },
  'the request of a handler that looks at its signal, beside one that does not': {
    invalid: `
      export async function proxy(request: Request): Promise<Response> {
        request.signal.throwIfAborted();
        return await fetch('https://example.com/upstream', { method: request.method });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function order(request: Request): Promise<Response> {
        const body = await request.text();
        // An AbortSignal is not looked at here.
        return await fetch('https://example.com/orders', { method: 'POST', body });
      }
    `,
  },
  'a request that is passed through': {
    valid: `
      export async function proxy(request: Request): Promise<Response> {
        request.signal.throwIfAborted();
        return await fetch(new Request('https://example.com/upstream', request));
      }
    `,
  },
  'options whose type only the checker knows, beside a call without types': {
    types: 'with',
    invalid: `
      export async function load(url: string, options: Pick<RequestInit, 'signal'>): Promise<Response> {
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
  },
  'the same without types': {
    types: 'without',
    valid: `
      export async function load(url: string, options: Pick<RequestInit, 'signal'>): Promise<Response> {
        return await fetch(url);
      }
    `,
  },
  'a field that came in by the constructor, beside one that the class made': {
    invalid: `
      export class Loader {
        readonly signal: AbortSignal;
        constructor(signal: AbortSignal) {
          this.signal = signal;
        }
        async load(url: string): Promise<Response> {
          return await fetch(url);
                       ~~~~~ missing
        }
      }
    `,
    valid: `
      export class Loader {
        readonly #controller = new AbortController();
        get signal(): AbortSignal {
          return this.#controller.signal;
        }
        async load(url: string): Promise<Response> {
          return await fetch(url);
        }
      }
    `,
  },
  'a private field of options, in a method that works and in one that closes': {
    invalid: `
      export class Loader {
        readonly #options: { signal?: AbortSignal };
        constructor(options: { signal?: AbortSignal }) {
          this.#options = options;
        }
        check(): void {
          this.#options.signal?.throwIfAborted();
        }
        load = async (url: string): Promise<Response> => {
          return await fetch(url);
                       ~~~~~ missing
        };
      }
    `,
    valid: `
      export class Loader {
        readonly #options: { signal?: AbortSignal };
        constructor(options: { signal?: AbortSignal }) {
          this.#options = options;
        }
        check(): void {
          this.#options.signal?.throwIfAborted();
        }
        async close(url: string): Promise<void> {
          await fetch(url, { method: 'DELETE' });
        }
      }
    `,
  },
  'a parameter property, beside a static method': {
    invalid: `
      export class Loader {
        constructor(private readonly signal: AbortSignal) {}
        async load(url: string): Promise<Response> {
          this.signal.throwIfAborted();
          return await fetch(url);
                       ~~~~~ missing
        }
      }
    `,
    valid: `
      export class Loader {
        constructor(private readonly signal: AbortSignal) {}
        check(): void {
          this.signal.throwIfAborted();
        }
        static async load(url: string): Promise<Response> {
          return await fetch(url);
        }
      }
    `,
  },
  "a method's own signal goes before the field": {
    invalid: `
      export class Loader {
        constructor(private readonly signal: AbortSignal) {}
        async load(url: string, signal: AbortSignal): Promise<Response> {
          this.signal.throwIfAborted();
          return await fetch(url);
                       ~~~~~ missing
        }
      }
    `,
  },
  'a controller that a process signal aborts, beside a controller of one request': {
    invalid: `
      export async function run(url: string): Promise<void> {
        const controller = new AbortController();
        process.once('SIGINT', () => controller.abort());
        const list = await fetch(url, { signal: controller.signal });
        await fetch(\`\${url}/\${list.status}\`);
              ~~~~~ missingOwn
      }
    `,
    valid: `
      export async function run(url: string): Promise<void> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        const list = await fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer));
        await fetch(\`\${url}/\${list.status}\`);
      }
    `,
  },
  'a controller that no call has been given, beside one that the code itself aborts': {
    invalid: `
      export async function run(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => controller.abort(), 1000);
        const response = await fetch(url);
                               ~~~~~ missingOwn
        clearTimeout(timer);
        return await response.text();
      }
    `,
    valid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function run(start: (controller: AbortController) => Promise<void>): Promise<void> {
        const controller = new AbortController();
        const work = start(controller);
        await delay(10);
        controller.abort();
        await work;
      }
    `,
  },
  'a controller that is returned, before and after it is made': {
    invalid: `
      export function start(url: string): { response: Promise<Response>; controller: AbortController } {
        const controller = new AbortController();
        const response = fetch(url);
                         ~~~~~ missingOwn
        return { response, controller };
      }
    `,
    valid: `
      export function start(url: string): { response: Promise<Response>; controller: AbortController } {
        const response = fetch(url);
        const controller = new AbortController();
        return { response, controller };
      }
    `,
  },
  'a timeout in a variable, beside one that has its request': {
    invalid: `
      export async function load(url: string): Promise<Response> {
        const timeoutSignal = AbortSignal.timeout(1000);
        const response = await fetch(url);
                               ~~~~~ missingOwn
        timeoutSignal.throwIfAborted();
        return response;
      }
    `,
    valid: `
      export async function load(url: string): Promise<Response> {
        const timeoutSignal = AbortSignal.timeout(1000);
        const { status } = await fetch(url, { signal: timeoutSignal });
        return await fetch(\`\${url}/\${status}\`);
      }
    `,
  },
  'a combined signal that is made after the call': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const { status } = await fetch(url);
                                 ~~~~~ missing
        const combined = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        return await fetch(\`\${url}/\${status}\`, { signal: combined });
      }
    `,
  },
  'a controller that a received signal aborts': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const stop = (): void => controller.abort(signal.reason);
        signal.addEventListener('abort', stop);
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
  },
  'a signal that is assigned again': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        return await fetch(url);
                     ~~~~~ missing
      }
    `,
  },
  'a local function that is only called, beside one that is handed on': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const attempt = async (): Promise<Response> => await fetch(url);
                                                             ~~~~~ missing
        signal.throwIfAborted();
        return await attempt();
      }
    `,
    valid: `
      export function load(url: string, button: EventTarget, signal: AbortSignal): void {
        const attempt = async (): Promise<void> => {
          await fetch(url);
        };
        button.addEventListener('click', () => void attempt(), { signal });
      }
    `,
  },
  'the nearest signal, where a closure has its own': {
    invalid: `
      declare function open(url: string): Promise<{ done: boolean }>;
      export async function load(urls: string[], signal: AbortSignal): Promise<void> {
        await Promise.all(
          urls.map(async (url) => {
            const itemSignal = AbortSignal.any([signal, AbortSignal.timeout(100)]);
            await open(url);
            await fetch(url);
                  ~~~~~ missing
          }),
        );
      }
    `,
  },
  'a name that another variable hides': {
    valid: `
      export async function load(urls: string[], signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        for (const signal of urls) await fetch(signal + '/url');
      }
    `,
  },
  'generators and for await': {
    invalid: `
      import { on } from 'node:events';
      import type { EventEmitter } from 'node:events';
      export async function* changes(emitter: EventEmitter, signal: AbortSignal): AsyncGenerator<unknown> {
        for await (const [change] of on(emitter, 'change')) yield change;
                                     ~~ missing
      }
    `,
    valid: `
      import { on } from 'node:events';
      import type { EventEmitter } from 'node:events';
      export async function* changes(emitter: EventEmitter, signal: AbortSignal): AsyncGenerator<unknown> {
        for await (const [change] of on(emitter, 'change', { signal })) yield change;
      }
    `,
  },
  'the delay between two tries belongs to no-retry-after-abort': {
    invalid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        await delay(100);
              ~~~~~ missing
        return await fetch(url, { signal });
      }
    `,
    valid: `
      import { setTimeout as delay } from 'node:timers/promises';
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        for (;;) {
          try {
            return await fetch(url, { signal });
          } catch (error) {
            if (signal.aborted) throw error;
            await delay(100);
          }
        }
      }
    `,
  },
  'a string in the place of the options': {
    invalid: `
      import { readFile } from 'node:fs/promises';
      export async function read(file: string, signal: AbortSignal): Promise<string> {
        return await readFile(file, 'utf8');
                     ~~~~~~~~ missing
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      export async function read(file: string, options: 'utf8', signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        return await readFile(file, options);
      }
    `,
  },
  'a callback after the options': {
    invalid: `
      import { readFile } from 'node:fs';
      export function read(file: string, signal: AbortSignal, done: (text: string) => void): void {
        readFile(file, (error, data) => done(error ? '' : String(data)));
        ~~~~~~~~ missing
      }
    `,
    valid: `
      import { readFile } from 'node:fs';
      export function read(file: string, signal: AbortSignal, done: (text: string) => void): void {
        readFile(file, { signal }, (error, data) => done(error ? '' : String(data)));
      }
    `,
  },
  'streams at the end of an argument list': {
    invalid: `
      import { pipeline } from 'node:stream/promises';
      export async function copy(from: NodeJS.ReadableStream, to: NodeJS.WritableStream, signal: AbortSignal) {
        await pipeline(from, to);
              ~~~~~~~~ missing
      }
    `,
    valid: `
      import { pipeline } from 'node:stream/promises';
      export async function copy(from: NodeJS.ReadableStream, to: NodeJS.WritableStream, signal: AbortSignal) {
        await pipeline(from, to, { signal });
      }
    `,
  },
  'a child process without and with an error listener': {
    invalid: `
      import { spawn } from 'node:child_process';
      import { once } from 'node:events';
      export async function build(signal: AbortSignal): Promise<void> {
        const child = spawn('make', ['all']);
                      ~~~~~ missing
        child.on('error', (error) => console.error(error));
        await once(child, 'close');
              ~~~~ missing
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      export function build(signal: AbortSignal): void {
        const child = spawn('make', ['all']);
        signal.addEventListener('abort', () => child.kill());
      }
    `,
  },
  'an error that nobody would listen to is not suggested': {
    invalid: `
      import { spawn } from 'node:child_process';
      export function build(signal: AbortSignal): void {
        const child = spawn('make');
                      ~~~~~ missing
        child.stdout.pipe(process.stdout);
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      export function build(signal: AbortSignal): void {
        signal.throwIfAborted();
        const child = spawn('make', { detached: true });
        child.unref();
      }
    `,
  },
  'a stream that a call with the signal destroys': {
    invalid: `
      import { createReadStream } from 'node:fs';
      export async function read(file: string, signal: AbortSignal): Promise<number> {
        signal.throwIfAborted();
        let length = 0;
        for await (const chunk of createReadStream(file)) length += String(chunk).length;
                                  ~~~~~~~~~~~~~~~~ missing
        return length;
      }
    `,
    valid: `
      import { createReadStream } from 'node:fs';
      import { pipeline } from 'node:stream/promises';
      export async function send(file: string, to: NodeJS.WritableStream, signal: AbortSignal): Promise<void> {
        await pipeline(createReadStream(file), to, { signal });
      }
    `,
  },
  'code for a signal that is there, beside code for none': {
    invalid: `
      export async function load(url: string, signal?: AbortSignal): Promise<Response> {
        if (signal) return await fetch(url);
                                 ~~~~~ missing
        return await fetch(\`\${url}/all\`);
      }
    `,
    valid: `
      export async function load(url: string, signal?: AbortSignal): Promise<Response> {
        if (!signal) return await fetch(url);
        return signal.aborted ? await fetch(\`\${url}/last\`) : await fetch(url, { signal });
      }
    `,
  },
  'a fallback after a failure, beside the report of it': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          if (signal.aborted) throw error;
          const response = await fetch(\`\${url}/copy\`);
                                 ~~~~~ missing
          return response;
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        try {
          return await fetch(url, { signal });
        } catch (error) {
          await fetch(\`\${url}/failures\`, { method: 'POST', body: String(error) });
          throw error;
        }
      }
    `,
  },
  'undoing by name, with types': {
    types: 'with',
    invalid: `
      declare function store(text: string, options?: { signal?: AbortSignal }): Promise<string>;
      export async function save(text: string, signal: AbortSignal): Promise<string> {
        return await store(text);
                     ~~~~~ missing
      }
    `,
    valid: `
      declare function store(text: string, options?: { signal?: AbortSignal }): Promise<string>;
      declare function rollback(text: string, options?: { signal?: AbortSignal }): Promise<string>;
      export async function save(text: string, signal: AbortSignal): Promise<string> {
        try {
          return await store(text, { signal });
        } catch (error) {
          throw new Error(await rollback(text), { cause: error });
        }
      }
    `,
  },
  'a request that waits for its answer, beside one that is to outlive the page': {
    invalid: `
      export async function report(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { method: 'POST', keepalive: false });
              ~~~~~ missing
      }
    `,
    valid: `
      export async function report(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { method: 'POST', keepalive: true });
      }
    `,
  },
  'a promise in a variable, beside one that is kept for other callers': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const pending = fetch(url);
                        ~~~~~ missing
        signal.throwIfAborted();
        return await pending;
      }
    `,
    valid: `
      export class Cache {
        readonly #pending = new Map<string, Promise<Response>>();
        last?: Promise<Response>;
        async load(url: string, signal: AbortSignal): Promise<Response | undefined> {
          signal.throwIfAborted();
          this.#pending.set(url, fetch(url));
          this.last = fetch(url);
          return await this.#pending.get(url);
        }
      }
    `,
  },
  'work after an operation that rejects, beside one whose result says that it was aborted': {
    types: 'with',
    invalid: `
      import { readFile } from 'node:fs/promises';
      declare function run(command: string, options: { signal: AbortSignal }): Promise<{ output: string }>;
      export async function execute(command: string, signal: AbortSignal): Promise<string> {
        const { output } = await run(command, { signal });
        return output + (await readFile('log.txt', 'utf8'));
                               ~~~~~~~~ missing
      }
    `,
    valid: `
      import { readFile } from 'node:fs/promises';
      declare function run(command: string, options: { signal: AbortSignal }): Promise<{ aborted: boolean }>;
      export async function execute(command: string, signal: AbortSignal): Promise<string> {
        const result = await run(command, { signal });
        const log = await readFile('log.txt', 'utf8');
        return result.aborted ? \`cancelled after \${log}\` : log;
      }
    `,
  },
  'a stream of its own, beside the body of a response that ends with its request': {
    types: 'with',
    invalid: `
      declare function consume(stream: ReadableStream | null, options?: { signal?: AbortSignal }): Promise<void>;
      export async function load(stream: ReadableStream, signal: AbortSignal): Promise<void> {
        await consume(stream);
              ~~~~~~~ missing
      }
    `,
    valid: `
      declare function consume(stream: ReadableStream | null, options?: { signal?: AbortSignal }): Promise<void>;
      export async function load(url: string, signal: AbortSignal): Promise<void> {
        const response = await fetch(url, { signal });
        await consume(response.body);
      }
    `,
  },
  'a method of another object, beside one of the object that has the signal': {
    types: 'with',
    invalid: `
      interface Context {
        signal: AbortSignal;
        call(name: string, options?: { signal?: AbortSignal }): Promise<void>;
      }
      export async function run(context: Context, other: Context): Promise<void> {
        context.signal.throwIfAborted();
        await other.call('work');
                    ~~~~ missing
      }
    `,
    valid: `
      interface Context {
        signal: AbortSignal;
        call(name: string, options?: { signal?: AbortSignal }): Promise<void>;
      }
      export async function run(context: Context): Promise<void> {
        context.signal.throwIfAborted();
        await context.call('work');
      }
    `,
  },
  'an object that was made without the signal, beside one that was made with it': {
    types: 'with',
    invalid: `
      declare class Client {
        constructor(options: { signal?: AbortSignal; url: string });
        get(path: string, options?: { signal?: AbortSignal }): Promise<string>;
      }
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        return await new Client({ url }).get('/');
                                         ~~~ missing
      }
    `,
    valid: `
      declare class Client {
        constructor(options: { signal?: AbortSignal; url: string });
        get(path: string, options?: { signal?: AbortSignal }): Promise<string>;
      }
      export async function load(url: string, signal: AbortSignal): Promise<string> {
        return await new Client({ url, signal }).get('/');
      }
    `,
  },
  'a delay, beside one that is raced with the signal': {
    types: 'with',
    invalid: `
      declare function sleep(ms: number, options?: { signal?: AbortSignal }): Promise<void>;
      export async function wait(signal: AbortSignal): Promise<void> {
        await sleep(100);
              ~~~~~ missing
      }
    `,
    valid: `
      declare function sleep(ms: number, options?: { signal?: AbortSignal }): Promise<void>;
      declare function race<T>(promise: Promise<T>, signal: AbortSignal): Promise<T>;
      export async function wait(signal: AbortSignal): Promise<void> {
        await race(sleep(100), signal);
      }
    `,
  },
  'listeners and tests are no work': {
    valid: `
      import test from 'node:test';
      export function listen(button: EventTarget, signal: AbortSignal): void {
        signal.throwIfAborted();
        button.addEventListener('click', () => console.log('click'));
      }
      test('waits', async ({ signal }) => {
        signal.throwIfAborted();
        await fetch('https://example.com/');
      });
    `,
  },
  'what only opens something, and what tries again, has rules of its own': {
    valid: `
      import { createInterface } from 'node:readline';
      export function read(signal: AbortSignal): void {
        signal.throwIfAborted();
        createInterface({ input: process.stdin }).on('line', console.log);
      }
    `,
  },
  'a function that is not the promise API': {
    types: 'with',
    valid: `
      declare function format(text: string, options?: { signal?: AbortSignal }): string;
      export function show(text: string, signal: AbortSignal): string {
        signal.throwIfAborted();
        return format(text);
      }
    `,
  },
  'a context that only its type gives a signal: use-provided-signal': {
    types: 'with',
    valid: `
      declare function handle(work: (context: { signal: AbortSignal; url: string }) => Promise<unknown>): void;
      handle(async (context) => await fetch(context.url));
    `,
  },
  'a member of any': {
    types: 'with',
    valid: `
      export async function load(url: string, options: { signal: AbortSignal; init: any }): Promise<Response> {
        return await fetch(url, options.init);
      }
    `,
  },
  'one of several kinds of options': {
    types: 'with',
    invalid: `
      interface Plain { kind: 'plain'; text: string }
      interface Long { kind: 'long'; pages: number; signal?: AbortSignal }
      declare function print(options: Plain | Long): Promise<void>;
      export async function copy(signal: AbortSignal): Promise<void> {
        await print({ kind: 'long', pages: 2 });
              ~~~~~ missing
      }
    `,
    valid: `
      interface Plain { kind: 'plain'; text: string }
      interface Long { kind: 'long'; pages: number; signal?: AbortSignal }
      declare function print(options: Plain | Long): Promise<void>;
      export async function copy(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        await print({ kind: 'plain', text: '' });
      }
    `,
  },
  'options that would need more than the signal': {
    types: 'with',
    valid: `
      interface Options { signal?: AbortSignal; url: string }
      declare function load(id: number): Promise<string>;
      declare function load(id: number, options: Options): Promise<string>;
      export async function show(signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        return await load(1);
      }
    `,
  },
  'an iterable that may be waited for, and optional chaining': {
    types: 'with',
    invalid: `
      interface Store {
        all(prefix?: string, options?: { signal?: AbortSignal }): AsyncIterable<string>;
        get(key: string, options?: { signal?: AbortSignal }): string | Promise<string>;
      }
      export async function* list(store: Store | undefined, options: { signal?: AbortSignal } = {}) {
        yield await store?.get('first');
                           ~~~ missing
        if (!store) return;
        for await (const each of store.all()) yield each;
                                       ~~~ missing
      }
    `,
    valid: `
      interface Store {
        all(prefix?: string, options?: { signal?: AbortSignal }): AsyncIterable<string>;
        get(key: string, options?: { signal?: AbortSignal }): string | Promise<string>;
      }
      export async function* list(store: Store | undefined, options: { signal?: AbortSignal } = {}) {
        yield await store?.get('first', options);
        if (!store) return;
        for await (const each of store.all(undefined, options)) yield each;
      }
    `,
  },
  'a type parameter that is bound to options': {
    types: 'with',
    invalid: `
      declare function query<T>(text: string, map: (row: string) => T, options?: { signal?: AbortSignal }): Promise<T>;
      export async function count<O extends { signal?: AbortSignal }>(text: string, options: O): Promise<number> {
        return await query(text, (row) => row.length);
                     ~~~~~ missing
      }
    `,
    valid: `
      declare function query<T, O extends { signal?: AbortSignal }>(text: string, options?: O): Promise<T>;
      export async function count<O extends { signal?: AbortSignal }>(text: string, options: O): Promise<number> {
        return await query(text, options);
      }
    `,
  },
  'constant options in a variable, beside options that get the signal later': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const init = { method: 'POST' };
        return await fetch(url, init);
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const init: RequestInit = { method: 'POST' };
        if (url.length > 1) init.signal = signal;
        return await fetch(url, init);
      }
    `,
  },
  'a spread that shows what it brings, beside one that does not': {
    types: 'without',
    invalid: `
      export async function load(url: string, body: string | undefined, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { method: 'POST', ...(body && { body }) });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, more: object, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { method: 'POST', ...more, signal: signal });
      }
      export async function send(url: string, more: object, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await fetch(url, { method: 'POST', ...more });
      }
    `,
  },
  'a spread whose type has no signal': {
    types: 'with',
    invalid: `
      export async function load(url: string, more: { method: string }, signal: AbortSignal): Promise<Response> {
        return await fetch(url, { ...more });
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(url: string, more: RequestInit, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await fetch(url, { ...more });
      }
    `,
  },
  'what the type says is no Request': {
    types: 'with',
    invalid: `
      export async function load(target: string, signal: AbortSignal): Promise<Response> {
        const [first = ''] = target.split(' ');
        return await fetch(first);
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function load(target: string | Request, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await fetch(target);
      }
    `,
  },
  'comments and commas stay where they are': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<void> {
        await fetch(
              ~~~~~ missing
          url, // the address
        );
        await fetch(url, {
              ~~~~~ missing
          method: 'POST',
          body: '', // nothing
          // the end
        });
        await fetch(url, { method: 'POST', });
              ~~~~~ missing
        await fetch(url /* no options */);
              ~~~~~ missing
        await fetch(url, {
              ~~~~~ missing
          method: 'POST',
          body: '' /* nothing */
        });
        await fetch(url, { /* no options */ });
              ~~~~~ missing
      }
    `,
  },
  'brackets around arguments': {
    invalid: `
      import { readFile } from 'node:fs';
      export async function load(urls: string[], signal: AbortSignal): Promise<void> {
        await fetch((urls[0] + '/'), ({ method: 'POST' }));
              ~~~~~ missing
        readFile('a', ((error) => console.log(error)));
        ~~~~~~~~ missing
      }
    `,
  },
  'calls in an argument list of several lines': {
    types: 'with',
    invalid: `
      declare function query(text: string, rows?: number, options?: { signal?: AbortSignal }): Promise<string[]>;
      export async function find(text: string, options?: { signal?: AbortSignal }): Promise<string[]> {
        return await query(
                     ~~~~~ missing
          text,
        );
      }
    `,
  },
  'a member of a longer name, beside two of them': {
    types: 'with',
    invalid: `
      declare function run(command: string, options?: { cancelSignal?: AbortSignal; shell?: boolean }): Promise<string>;
      export async function build(params: { stopSignal: AbortSignal; target: string }): Promise<string> {
        return await run(params.target, { shell: true });
                     ~~~ missing
      }
    `,
    valid: `
      declare function run(
        command: string,
        options?: { cancelSignal?: AbortSignal; killSignal?: AbortSignal },
      ): Promise<string>;
      export async function build(command: string, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        return await run(command);
      }
    `,
  },
  'the signal of a context, beside a context that is handed on': {
    invalid: `
      interface Context {
        req: { raw: Request };
      }
      export async function handle(c: Context, extra: { signal: AbortSignal }): Promise<Response> {
        c.req.raw.signal.throwIfAborted();
        return await fetch('https://example.com/one');
                     ~~~~~ missing
      }
    `,
    valid: `
      interface Context {
        req: { raw: Request };
      }
      export async function handle(c: Context): Promise<Response> {
        c.req.raw.signal.throwIfAborted();
        return await fetch('https://example.com/one', { signal: c.req.raw.signal });
      }
    `,
  },
  'the signal of a request deep in a context': {
    language: 'js',
    types: 'without',
    invalid: `
      export async function handle(c) {
        c.req.raw.signal.throwIfAborted();
        return await fetch('https://example.com/one');
                     ~~~~~ missing
      }
    `,
    valid: `
      export async function handle(c) {
        console.log(c.req.raw.url);
        return await fetch('https://example.com/one');
      }
    `,
  },
  'a call that an abort listener ends by its argument, beside one on something else': {
    types: 'with',
    invalid: `
      interface Call {
        cancel(): void;
      }
      declare function read(call: Call, signal?: AbortSignal): AsyncIterable<string>;
      export async function* stream(call: Call, other: Call, signal: AbortSignal): AsyncGenerator<string> {
        const stop = (): void => other.cancel();
        signal.addEventListener('abort', stop, { once: true });
        yield* read(call);
               ~~~~ missing
      }
    `,
    valid: `
      interface Call {
        cancel(): void;
      }
      declare function read(call: Call, signal?: AbortSignal): AsyncIterable<string>;
      export async function* stream(call: Call, signal: AbortSignal): AsyncGenerator<string> {
        const stop = (): void => call.cancel();
        signal.addEventListener('abort', stop, { once: true });
        yield* read(call);
      }
    `,
  },
  'the limit of one call in a loop is not for what follows': {
    invalid: `
      import { writeFile } from 'node:fs/promises';
      export async function tryAll(urls: string[], signal: AbortSignal): Promise<void> {
        for (const url of urls) {
          const urlSignal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
          const { status } = await fetch(url, { signal: urlSignal });
          await writeFile('status', String(status));
                ~~~~~~~~~ missing
        }
      }
    `,
    valid: `
      import { writeFile } from 'node:fs/promises';
      export async function tryAll(urls: string[], signal: AbortSignal): Promise<void> {
        for (const url of urls) {
          const urlSignal = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
          const { status } = await fetch(url, { signal: urlSignal });
          await writeFile('status', String(status), { signal });
        }
      }
    `,
  },
  'options one level further down, beside options that are handed on': {
    language: 'js',
    types: 'without',
    invalid: `
      import { GoogleGenAI } from '@google/genai';
      import { Octokit } from '@octokit/rest';
      const ai = new GoogleGenAI({});
      const octokit = new Octokit();
      export async function ask(contents, options) {
        options.signal.throwIfAborted();
        await ai.models.generateContent({ model: 'flash', contents });
                        ~~~~~~~~~~~~~~~ missing
        await ai.models.generateContent({ model: 'flash', contents, config: { temperature: 0 } });
                        ~~~~~~~~~~~~~~~ missing
        await octokit.request('GET /user');
                      ~~~~~~~ missing
      }
    `,
    valid: `
      import { GoogleGenAI } from '@google/genai';
      const ai = new GoogleGenAI({});
      export async function ask(contents, config, options) {
        options.signal.throwIfAborted();
        await ai.models.generateContent({ model: 'flash', contents, config });
        await ai.models.generateContent({ model: 'flash', ...contents });
        await ai.models.generateContent({ model: 'flash', contents, config: { abortSignal: options.signal } });
      }
    `,
  },
  'a command tells the service that an unknown client sends it to': {
    language: 'js',
    types: 'without',
    invalid: `
      import { GetObjectCommand } from '@aws-sdk/client-s3';
      export async function get(client, input, options) {
        options.signal?.throwIfAborted();
        const command = new GetObjectCommand(input);
        return await client.send(command);
                            ~~~~ missing
      }
    `,
    valid: `
      import { GetObjectCommand } from '@aws-sdk/client-s3';
      export async function get(client, input, options) {
        options.signal?.throwIfAborted();
        client.send(input, { abortSignal: options.signal });
        return await client.send(new Map([[GetObjectCommand, input]]));
      }
    `,
  },
  'options of a method that a framework calls, beside a method of another name': {
    language: 'js',
    invalid: `
      import { BaseChatModel } from '@langchain/core/language_models/chat_models';
      export class ChatModel extends BaseChatModel {
        async _generate(messages, options) {
          const response = await fetch('/chat', { method: 'POST', body: JSON.stringify(messages) });
                                 ~~~~~ missing
          return await response.json();
        }
      }
    `,
    valid: `
      import { BaseChatModel } from '@langchain/core/language_models/chat_models';
      export class ChatModel extends BaseChatModel {
        async loadModels(filter, options) {
          const response = await fetch('/models?filter=' + filter);
          return await response.json();
        }
        static async _generate(messages, options) {
          return await fetch('/chat');
        }
        async _streamResponseChunks(options) {
          return await fetch('/chat', { body: JSON.stringify(options) });
        }
      }
    `,
  },
  'options that such a method hands to another one, beside one that others call too': {
    language: 'js',
    invalid: `
      import { BaseChatModel } from '@langchain/core/language_models/chat_models';
      import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
      export class ChatModel extends BaseChatModel {
        async _generate(messages, options) {
          return await this.converse(messages, options);
        }
        async converse(messages, options) {
          const command = new ConverseCommand({ messages });
          return await this.client.send(command);
                                   ~~~~ missing
        }
      }
    `,
    valid: `
      import { BaseChatModel } from '@langchain/core/language_models/chat_models';
      import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
      export class ChatModel extends BaseChatModel {
        async _generate(messages, options) {
          return await this.converse(messages, options);
        }
        async greet() {
          return await this.converse(['Hello'], { streaming: false });
        }
        async converse(messages, options) {
          const command = new ConverseCommand({ messages });
          return await this.client.send(command);
        }
      }
    `,
  },
  'a configuration that may be missing, beside one that is given': {
    language: 'js',
    invalid: `
      const { Tool } = require('@langchain/core/tools');
      class Search extends Tool {
        async _call(input, runManager, config) {
          const response = await fetch('/search?text=' + input);
                                 ~~~~~ missing
          return await response.text();
        }
      }
      module.exports = { Search };
    `,
    valid: `
      const { Tool } = require('@langchain/core/tools');
      class Search extends Tool {
        async _call(input, runManager, config) {
          const response = await fetch('/search?text=' + input, { signal: config?.signal });
          return await response.text();
        }
      }
      module.exports = { Search };
    `,
  },
  'a class on another class of the file, beside one on something unknown': {
    types: 'without',
    invalid: `
      import type { RunnableConfig } from '@langchain/core/runnables';
      import * as tools from '@langchain/core/tools';
      abstract class Request extends tools.StructuredTool {}
      export class Search extends Request {
        async _call({ text }: { text: string }, _: unknown, config: RunnableConfig = {}): Promise<string> {
          const response = await fetch('/search?text=' + text);
                                 ~~~~~ missing
          return await response.text();
        }
      }
    `,
    valid: `
      import { Tool } from '@langchain/core/tools';
      import { Searcher } from './searcher.js';
      export class Search extends Searcher {
        async _call(text: string, _: unknown, config: object) {
          return await fetch('/search?text=' + text);
        }
      }
      export class Summary {
        async _call(text: string, _: unknown, config: object) {
          return await fetch('/summary?text=' + text);
        }
      }
      export { Tool };
    `,
  },
  'a model that implements the interface of a framework, beside one that passes the signal on': {
    types: 'without',
    invalid: `
      import type { LanguageModelV3, LanguageModelV3CallOptions } from '@ai-sdk/provider';
      export class Model implements LanguageModelV3 {
        async doGenerate(options: LanguageModelV3CallOptions): Promise<unknown> {
          const response = await fetch('/generate', { method: 'POST', body: JSON.stringify(options.prompt) });
                                 ~~~~~ missing
          return await response.json();
        }
      }
    `,
    valid: `
      import type { LanguageModelV3, LanguageModelV3CallOptions } from '@ai-sdk/provider';
      export class Model implements LanguageModelV3 {
        async doGenerate({ prompt, ...options }: LanguageModelV3CallOptions): Promise<unknown> {
          const response = await fetch('/generate', { body: JSON.stringify(prompt), signal: options.abortSignal });
          return await response.json();
        }
        async doStream({ prompt, abortSignal }: LanguageModelV3CallOptions): Promise<unknown> {
          return await fetch('/generate', { body: JSON.stringify(prompt), signal: abortSignal });
        }
      }
    `,
  },
  'a request to a model, beside a request to a server': {
    types: 'without',
    invalid: `
      import type { Model, ModelRequest } from '@openai/agents';
      export class LocalModel implements Model {
        async getResponse(request: ModelRequest): Promise<unknown> {
          const response = await fetch('/respond', { method: 'POST', body: JSON.stringify(request.input) });
                                 ~~~~~ missing
          return await response.json();
        }
      }
    `,
    valid: `
      import type { Model } from '@openai/agents';
      import type { Handler, ModelRequest } from './server.js';
      export class LocalModel implements Handler {
        constructor(readonly model: Model) {}
        async getResponse(request: ModelRequest): Promise<unknown> {
          const response = await fetch('/respond', { method: 'POST', body: JSON.stringify(request.input) });
          return await response.json();
        }
      }
    `,
  },
  'blobs and pages': {
    language: 'js',
    types: 'without',
    invalid: `
      import { BlobServiceClient } from '@azure/storage-blob';
      import { chromium } from 'playwright';
      export async function copy(name, signal) {
        signal.throwIfAborted();
        const container = BlobServiceClient.fromConnectionString(name).getContainerClient('pages');
        const browser = await chromium.launch();
        const page = await browser.newPage();
        await page.goto('https://example.com/');
                   ~~~~ missing
        await container.getBlockBlobClient('page').uploadData(Buffer.from(name));
                                                   ~~~~~~~~~~ missing
      }
    `,
    valid: `
      import { BlobServiceClient } from '@azure/storage-blob';
      export async function copy(name, signal) {
        signal.throwIfAborted();
        const container = BlobServiceClient.fromConnectionString(name).getContainerClient('pages');
        await container.getBlockBlobClient('page').uploadData(Buffer.from(name), { abortSignal: signal });
      }
    `,
  },
  'queries and messages, beside writes and acknowledgements': {
    language: 'js',
    types: 'without',
    invalid: `
      import { ServiceBusClient } from '@azure/service-bus';
      import { createClient } from '@clickhouse/client';
      import { MongoClient } from 'mongodb';
      import neo4j from 'neo4j-driver';
      const clickhouse = createClient();
      const bus = new ServiceBusClient(process.env.BUS);
      const graph = neo4j.driver('bolt://localhost');
      export async function collect(query, signal) {
        signal.throwIfAborted();
        const client = await new MongoClient('mongodb://localhost').connect();
        await client.db('shop').collection('orders').find({ open: true }).toArray();
                                                     ~~~~ missing
        await clickhouse.query({ query });
                         ~~~~~ missing
        await graph.executeQuery(query);
                    ~~~~~~~~~~~~ missing
        const receiver = bus.createReceiver('orders');
        await receiver.receiveMessages(10, { maxWaitTimeInMs: 1000 });
                       ~~~~~~~~~~~~~~~ missing
      }
    `,
    valid: `
      import { ServiceBusClient } from '@azure/service-bus';
      import { createClient } from '@clickhouse/client';
      import { MongoClient } from 'mongodb';
      const clickhouse = createClient();
      const bus = new ServiceBusClient(process.env.BUS);
      export async function collect(query, message, signal) {
        signal.throwIfAborted();
        const client = await new MongoClient('mongodb://localhost').connect();
        await client.db('shop').collection('orders').insertOne(message.body);
        await clickhouse.query({ query, abort_signal: signal });
        await bus.createReceiver('orders').completeMessage(message);
      }
    `,
  },
  'clients of the cloud by their annotations, beside clients of other packages': {
    types: 'without',
    invalid: `
      import type { Container } from '@azure/cosmos';
      import { type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
      import type { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
      import type { Collection } from 'mongodb';
      export class Orders {
        constructor(
          private readonly documents: DynamoDBDocument,
          private readonly archive: Collection<{ open: boolean }>,
        ) {}
        async load(client: DynamoDBClient, container: Container, signal: AbortSignal): Promise<unknown[]> {
          await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: 'orders' });
                ~~~~~~~~~~~~~~~~~~~~ missing
          return [
            await this.documents.query({ TableName: 'orders' }),
                                 ~~~~~ missing
            await this.archive.countDocuments({ open: true }),
                               ~~~~~~~~~~~~~~ missing
            await container.items.query('SELECT * FROM orders').fetchAll(),
                                  ~~~~~ missing
            await container.item('1', 'de').read(),
                                            ~~~~ missing
          ];
        }
      }
    `,
    valid: `
      import { type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
      import type { Container } from './containers.js';
      export async function load(client: DynamoDBClient, container: Container, signal: AbortSignal): Promise<unknown> {
        await waitUntilTableExists({ client, maxWaitTime: 60, abortSignal: signal }, { TableName: 'orders' });
        return await container.items.query('SELECT * FROM orders').fetchAll();
      }
    `,
  },
  'a waiter without the signal, beside one that is handed the controller': {
    types: 'without',
    invalid: `
      import { type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
      export async function wait(client: DynamoDBClient, abortController: AbortController): Promise<void> {
        const { signal } = abortController;
        signal.throwIfAborted();
        await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: 'orders' });
              ~~~~~~~~~~~~~~~~~~~~ missing
      }
    `,
    valid: `
      import { type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
      export async function wait(client: DynamoDBClient, abortController: AbortController): Promise<void> {
        const { signal } = abortController;
        signal.throwIfAborted();
        await waitUntilTableExists({ client, maxWaitTime: 60, abortController }, { TableName: 'orders' });
      }
    `,
  },
  'requests whose only argument is the options, beside those that have a signal there': {
    language: 'js',
    types: 'without',
    invalid: `
      import { Octokit } from '@octokit/rest';
      import Docker from 'dockerode';
      const octokit = new Octokit();
      const docker = new Docker();
      export async function review(pull, signal) {
        signal.throwIfAborted();
        await octokit.request({ method: 'GET', url: '/user' });
                      ~~~~~~~ missing
        await octokit.rest.pulls.get({ owner: 'acme', repo: 'shop', pull_number: pull });
                                 ~~~ missing
        await octokit.paginate(octokit.rest.pulls.listFiles, { owner: 'acme', repo: 'shop', pull_number: pull });
                      ~~~~~~~~ missing
        await docker.getContainer('shop').start();
                                          ~~~~~ missing
      }
    `,
    valid: `
      import { Octokit } from '@octokit/rest';
      import Docker from 'dockerode';
      const octokit = new Octokit();
      const docker = new Docker();
      export async function review(pull, toName, signal) {
        signal.throwIfAborted();
        await octokit.request({ method: 'GET', url: '/user', request: { signal } });
        await octokit.rest.pulls.get({ owner: 'acme', repo: 'shop', pull_number: pull, request: { signal } });
        await octokit.paginate(octokit.rest.repos.listForOrg.endpoint.merge({ org: 'acme', request: { signal } }));
        await octokit.paginate('GET /user/repos', toName);
        const container = docker.getContainer('shop');
        await container.stop();
        await container.remove();
      }
    `,
  },
  'a long delay in a loop that leaves quietly, beside a short one': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function drain(socket: WebSocket, signal?: AbortSignal): Promise<void> {
        while (socket.bufferedAmount > 0) {
          if (signal?.aborted) return;
          await sleep(60_000);
                ~~~~~ missing
        }
      }
    `,
    valid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export async function drain(socket: WebSocket, signal?: AbortSignal): Promise<void> {
        while (socket.bufferedAmount > 0) {
          if (signal?.aborted) return;
          await sleep(20);
        }
      }
    `,
  },
  'a function of the file that takes a signal, beside one that takes none': {
    language: 'js',
    invalid: `
      const load = async (url, { signal, headers } = {}) => await fetch(url, { signal, headers });
      function ask(question, signal) {
        return new Promise((resolve, reject) => {
          fetch(question, { signal }).then(resolve, reject);
        });
      }
      class Client {
        async get(path, options) {
          options.signal.throwIfAborted();
          const first = await this.#request('GET', path);
                                   ~~~~~~~~ missing
          await ask('why');
                ~~~ missing
          return await load(first.url, { headers: first.headers });
                       ~~~~ missing
        }
        async #request(method, path, body, signal) {
          return await fetch(path, { method, body, signal });
        }
      }
      export const client = new Client();
    `,
    valid: `
      const load = async (url, { signal, headers } = {}) => await fetch(url, { signal, headers });
      const label = async (user, signal) => (signal === 'SIGTERM' ? user : String(signal));
      class Client {
        async get(path, options) {
          options.signal.throwIfAborted();
          await label(path);
          return await load(path, options);
        }
      }
      export const client = new Client();
    `,
  },
  'what promisify makes of a call with a callback, beside a promisify of something else': {
    language: 'js',
    types: 'without',
    invalid: `
      const { exec, execFile } = require('node:child_process');
      const util = require('node:util');
      const wait = util.promisify(setTimeout);
      const run = util.promisify(exec);
      module.exports = async function build(folder, { signal }) {
        signal.throwIfAborted();
        await run('make', { cwd: folder });
              ~~~ missing
        await util.promisify(execFile)('git', ['push']);
              ~~~~~~~~~~~~~~~~~~~~~~~~ missing
        await wait(1000);
              ~~~~ missing
      };
    `,
    valid: `
      const { exec } = require('node:child_process');
      const { promisify } = require('./promises.js');
      const run = promisify(exec);
      module.exports = async function build(folder, { signal }) {
        signal.throwIfAborted();
        await run('make', { cwd: folder });
      };
    `,
  },
  'what an annotation says a parameter is, beside a class of the same name': {
    types: 'without',
    invalid: `
      import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
      interface Parts {
        client?: Client | undefined;
        load: typeof fetch;
      }
      export class Tools {
        constructor(private readonly parts: Parts) {}
        async list(client: Client, signal: AbortSignal): Promise<unknown> {
          await this.parts.load('https://example.com/');
                           ~~~~ missing
          await this.parts.client?.callTool({ name: 'warm-up' });
                                   ~~~~~~~~ missing
          return await client.listTools();
                              ~~~~~~~~~ missing
        }
      }
    `,
    valid: `
      import type { Client } from './client.js';
      export async function list(client: Client, signal: AbortSignal): Promise<unknown> {
        signal.throwIfAborted();
        return await client.listTools();
      }
    `,
  },
  'a limit for work that nothing else ends, beside one for a promise that the signal ends': {
    invalid: `
      import pTimeout from 'p-timeout';
      export async function load(work: () => Promise<string>, signal: AbortSignal): Promise<string> {
        signal.throwIfAborted();
        return pTimeout(work(), { milliseconds: 500 });
               ~~~~~~~~ missing
      }
    `,
    valid: `
      import pTimeout from 'p-timeout';
      export async function load(work: (signal: AbortSignal) => Promise<string>, signal: AbortSignal): Promise<string> {
        const aborted = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
        await pTimeout(aborted, { milliseconds: 500 });
        const response = await pTimeout(fetch('/a', { signal }), { milliseconds: 500 });
        return response.statusText;
      }
    `,
  },
});
