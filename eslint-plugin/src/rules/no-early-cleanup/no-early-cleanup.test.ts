import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-early-cleanup.js';

testRule(rule, {
  'a timer that is cleared before the request has an answer': {
    invalid: `
      export async function head(url: string): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 5000);
        try {
          return fetch(url, { method: 'HEAD', signal: controller.signal });
          ~~~~~~ timer
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function head(url: string): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 5000);
        try {
          return await fetch(url, { method: 'HEAD', signal: controller.signal });
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a body that is read without the time limit, beside work that the limit was not for': {
    invalid: `
      export async function load(url: string, milliseconds: number): Promise<string> {
        const controller = new AbortController();
        let timer: ReturnType<typeof setTimeout> | undefined;
        try {
          timer = setTimeout(() => controller.abort(), milliseconds);
          const response = await fetch(url, { signal: controller.signal });
          if (!response.ok) throw new Error('no answer');
          return response.text();
          ~~~~~~ timer
        } finally {
          if (timer) clearTimeout(timer);
        }
      }
    `,
    valid: `
      declare function save(text: string): Promise<string>;
      export async function load(url: string, milliseconds: number): Promise<string> {
        const controller = new AbortController();
        let timer: ReturnType<typeof setTimeout> | undefined;
        try {
          timer = setTimeout(() => controller.abort(), milliseconds);
          const response = await fetch(url, { signal: controller.signal });
          const text = await response.text();
          return save(text);
        } finally {
          if (timer) clearTimeout(timer);
        }
      }
    `,
  },
  'an abort before the work can end, beside an abort of other work': {
    invalid: `
      export async function search(urls: string[], signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        const combined = AbortSignal.any([signal, controller.signal]);
        try {
          return Promise.any(urls.map((url) => fetch(url, { signal: combined })));
          ~~~~~~ abort
        } finally {
          controller.abort();
        }
      }
    `,
    valid: `
      declare function warmUp(signal: AbortSignal): Promise<void>;
      export async function search(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        try {
          await warmUp(AbortSignal.any([signal, controller.signal]));
          return fetch(url, { signal });
        } finally {
          controller.abort();
        }
      }
    `,
  },
  'a race whose timer is cleared at once': {
    invalid: `
      export function limited<T>(work: Promise<T>, milliseconds: number): Promise<T> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => { reject(new Error('too late')); }, milliseconds);
        });
        try {
          return Promise.race([work, late]);
          ~~~~~~ timer
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export function limited<T>(work: Promise<T>, milliseconds: number): Promise<T> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => { reject(new Error('too late')); }, milliseconds);
        });
        return Promise.race([work, late]).finally(() => { clearTimeout(timer); });
      }
    `,
  },
  'a listener that is removed before it is of use': {
    invalid: `
      export async function relay(outer: AbortSignal, url: string): Promise<Response> {
        outer.throwIfAborted();
        const inner = new AbortController();
        const stop = (): void => { inner.abort(outer.reason); };
        outer.addEventListener('abort', stop);
        try {
          return fetch(url, { signal: inner.signal });
          ~~~~~~ released
        } finally {
          outer.removeEventListener('abort', stop);
        }
      }
    `,
    valid: `
      export async function relay(outer: AbortSignal, url: string): Promise<Response> {
        outer.throwIfAborted();
        const inner = new AbortController();
        const stop = (): void => { inner.abort(outer.reason); };
        outer.addEventListener('abort', stop);
        try {
          const response = await fetch(url, { signal: inner.signal });
          return response;
        } finally {
          outer.removeEventListener('abort', stop);
        }
      }
    `,
  },
  'a connection that the promise is made on, beside one that it only got data from': {
    invalid: `
      interface Client { query(text: string): Promise<string[]>; release(): void; }
      export async function rows(client: Client): Promise<string[]> {
        try {
          await client.query('begin');
          const run = async (text: string): Promise<string[]> => client.query(text);
          await run('set role reader');
          const result = Promise.all(['a', 'b'].map(async (each) => (await client.query(each)).join()));
          return result;
          ~~~~~~ released
        } finally {
          client.release();
        }
      }
    `,
    valid: `
      interface Client { query(text: string): Promise<string[]>; release(): void; }
      async function report(rows: string[]): Promise<string[]> {
        await fetch('/report', { method: 'POST', body: rows.join() });
        return rows;
      }
      export async function rows(client: Client): Promise<string[]> {
        try {
          const found = await client.query('select');
          return report(found);
        } finally {
          client.release();
        }
      }
    `,
  },
  'a connection of which the types know that it gives a promise': {
    types: 'with',
    invalid: `
      interface Client { query(text: string): Promise<string[]>; release(): void; count(): number; }
      export class Store {
        readonly #client: Client;
        constructor(client: Client) { this.#client = client; }
        async rows(): Promise<string[]> {
          try {
            await this.#client.query('begin');
            return this.#client.query('select');
            ~~~~~~ released
          } finally {
            this.#client?.release();
          }
        }
      }
    `,
    valid: `
      interface Client { query(text: string): Promise<string[]>; release(): void; count(): number; }
      export class Store {
        readonly #client: Client;
        constructor(client: Client) { this.#client = client; }
        async rows(): Promise<number> {
          try {
            await this.#client.query('begin');
            return this.#client.count();
          } finally {
            this.#client?.release();
          }
        }
      }
    `,
  },
  'a lock around nothing else, beside a lock around what was awaited before': {
    invalid: `
      declare function acquire(): Promise<() => void>;
      async function write(text: string): Promise<void> { await fetch('/', { method: 'PUT', body: text }); }
      export async function save(text: string): Promise<void> {
        const release = await acquire();
        try {
          return write(text);
          ~~~~~~ released
        } finally {
          release();
        }
      }
    `,
    valid: `
      declare function acquire(): Promise<() => void>;
      async function write(text: string): Promise<void> { await fetch('/', { method: 'PUT', body: text }); }
      async function tell(): Promise<void> { await fetch('/told'); }
      export async function save(text: string): Promise<void> {
        const release = await acquire();
        try {
          await write(text);
          return tell();
        } finally {
          release();
        }
      }
    `,
  },
  'a finally that only logs, counts or measures': {
    valid: `
      declare const logger: { info(text: string): void; flush(): Promise<void> };
      declare const span: { end(): void };
      declare const spinner: { stop(): void };
      let running = 0;
      export async function load(url: string): Promise<Response> {
        running++;
        try {
          return fetch(url);
        } finally {
          running--;
          logger.info('asked');
          span.end();
          spinner.stop();
          await logger.flush();
        }
      }
    `,
  },
  'a value that is no promise, a promise that has settled, and one that was awaited': {
    valid: `
      declare function acquire(): { release(): void; size: number };
      declare function work(): unknown;
      async function write(): Promise<number> { await fetch('/'); return 1; }
      export async function size(): Promise<number> {
        const lock = acquire();
        try { return lock.size; } finally { lock.release(); }
      }
      export async function one(): Promise<number> {
        const lock = acquire();
        try { return Promise.resolve(1); } finally { lock.release(); }
      }
      export async function any(): Promise<unknown> {
        const lock = acquire();
        try { return work(); } finally { lock.release(); }
      }
      export async function waited(): Promise<number> {
        const lock = acquire();
        const written = write();
        try { await written; return written; } finally { lock.release(); }
      }
    `,
  },
  'an async generator, which awaits what it returns': {
    valid: `
      declare function acquire(): { release(): void };
      async function write(): Promise<number> { await fetch('/'); return 1; }
      export async function* steps(): AsyncGenerator<string, number> {
        const lock = acquire();
        try { yield 'one'; return write(); } finally { lock.release(); }
      }
    `,
  },
  'a function inside the try': {
    valid: `
      declare function acquire(): { release(): void };
      declare function each(run: () => Promise<Response>): Promise<void>;
      export async function all(url: string): Promise<void> {
        const lock = acquire();
        try {
          await each(() => { return fetch(url); });
        } finally {
          lock.release();
        }
      }
    `,
  },
  'a cleanup that depends on how the work ended': {
    valid: `
      declare function acquire(): { release(): void };
      export async function load(url: string): Promise<Response> {
        const lock = acquire();
        let isHandedOver = false;
        try {
          isHandedOver = true;
          return fetch(url).finally(() => { lock.release(); });
        } finally {
          if (!isHandedOver) lock.release();
        }
      }
    `,
  },
  'using, beside a promise that is awaited under it': {
    invalid: `
      declare function temporary(): Disposable & { path: string };
      async function build(folder: Disposable): Promise<number> { await fetch('/'); return String(folder).length; }
      export async function size(): Promise<number> {
        using folder = temporary();
        await fetch('/start');
        return build(folder);
        ~~~~~~ disposed
      }
    `,
    valid: `
      declare function temporary(): Disposable & { path: string };
      async function build(folder: Disposable): Promise<number> { await fetch('/'); return String(folder).length; }
      export async function size(): Promise<number> {
        using folder = temporary();
        await fetch('/start');
        return await build(folder);
      }
    `,
  },
  'a catch to which the abort of a received signal would come': {
    invalid: `
      declare const pool: { close(): void };
      export async function load(url: string, signal: AbortSignal): Promise<Response | undefined> {
        try {
          return fetch(url, { signal });
          ~~~~~~ released
        } catch {
          return undefined;
        } finally {
          pool.close();
        }
      }
    `,
  },
  'a heartbeat that stops at once, and a promise in a catch under a time limit of its own': {
    invalid: `
      export const steps = {
        get(url: string): Promise<unknown> {
          const beat = setInterval(() => { console.log('busy'); }, 1000);
          try {
            return fetch(url);
            ~~~~~~ released
          } finally {
            clearInterval(beat);
          }
        },
        async list(url: string): Promise<unknown> {
          const limit = new AbortController();
          const timer = setTimeout(limit.abort.bind(limit), 1000);
          const options = { signal: limit.signal };
          try {
            return fetch(url, options);
            ~~~~~~ timer
          } catch {
            return undefined;
          } finally {
            clearTimeout(timer);
          }
        },
      };
    `,
  },
  'a conditional, in plain JavaScript': {
    language: 'js',
    invalid: `
      export const load = {
        async one(cache, url) {
          const controller = new AbortController();
          const timer = setTimeout(() => controller.abort(), 1000);
          try {
            // From the cache, if it is there.
            return cache ? cache.get(url) : fetch(url, { signal: controller.signal }).then((it) => it.text());
            ~~~~~~ timer
          } finally {
            globalThis.clearTimeout(timer);
          }
        },
      };
    `,
    valid: `
      export const load = {
        async one(cache, url) {
          try {
            return cache.get(url);
          } finally {
            cache.close();
          }
        },
      };
    `,
  },
  'output of a compiler for old targets': {
    language: 'js',
    invalid: `
      function load(url) {
        return __awaiter(this, void 0, void 0, function* () {
          var controller = new AbortController();
          var timer = setTimeout(function () { return controller.abort(); }, 1000);
          try {
            return fetch(url, { signal: controller.signal });
            ~~~~~~ timer
          } finally {
            clearTimeout(timer);
          }
        });
      }
    `,
    valid: `
      function load(url) {
        return __awaiter(this, void 0, void 0, function* () {
          var controller = new AbortController();
          var timer = setTimeout(function () { return controller.abort(); }, 1000);
          try {
            return yield fetch(url, { signal: controller.signal });
          } finally {
            clearTimeout(timer);
          }
        });
      }
    `,
  },
  'a request whose body comes later, which an await would not protect': {
    invalid: `
      export async function get(url: string): Promise<Response> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 5000);
        try {
          return fetch(url, { signal: controller.signal });
          ~~~~~~ timer
        } finally {
          clearTimeout(timer);
        }
      }
    `,
    valid: `
      export async function get(url: string): Promise<string> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 5000);
        try {
          const response = await fetch(url, { signal: controller.signal });
          return await response.text();
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
});
