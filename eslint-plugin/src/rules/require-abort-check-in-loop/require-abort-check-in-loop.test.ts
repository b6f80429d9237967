import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-abort-check-in-loop.js';

const declarations = [
  'declare function readQueue(): Promise<string | undefined>;',
  'declare function handle(item: string): Promise<void>;',
  'declare function record(item: string): Promise<void>;',
  'declare function follow(name: string): AsyncIterable<string>;',
].join(' ');

testRule(rule, {
  'a loop without end, beside one that checks first': {
    invalid: `
      ${declarations}
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        while (true) {
        ~~~~~ turn
          const item = await readQueue();
          if (item !== undefined) await handle(item);
        }
      }
    `,
    valid: `
      ${declarations}
      export async function work(url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        while (true) {
          signal.throwIfAborted();
          const item = await readQueue();
          if (item !== undefined) await handle(item);
        }
      }
    `,
  },
  'a test in the head, beside another test': {
    invalid: `
      ${declarations}
      export async function work(url: string, options: { signal?: AbortSignal }): Promise<void> {
        await fetch(url, { signal: options.signal ?? null });
        for (let item = await readQueue(); item !== undefined; item = await readQueue()) {
        ~~~ turn
          await handle(item);
        }
      }
    `,
    valid: `
      ${declarations}
      export async function work(url: string, options: { signal?: AbortSignal }): Promise<void> {
        await fetch(url, { signal: options.signal ?? null });
        while (!options.signal?.aborted) {
          const item = await readQueue();
          if (item !== undefined) await handle(item);
        }
      }
    `,
  },
  'do while, beside one with a call that is given the signal': {
    invalid: `
      ${declarations}
      export async function drain(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        let item: string | undefined;
        do {
        ~~ turn
          item = await readQueue();
        } while (item !== undefined);
      }
    `,
    valid: `
      ${declarations}
      declare function send(item: string | undefined, signal: AbortSignal): Promise<void>;
      export async function drain(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        let item: string | undefined;
        do {
          item = await readQueue();
          await send(item, signal);
        } while (item !== undefined);
      }
    `,
  },
  'a list with two waits in each turn, beside one with a single wait': {
    invalid: `
      ${declarations}
      export async function all(items: string[], signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        for (const item of items) {
        ~~~ turn
          await handle(item);
          await record(item);
        }
      }
    `,
    valid: `
      ${declarations}
      export async function all(items: string[], signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        for (const item of items) await record(item);
        for (let index = 0; index < items.length; index++) await record(items[index] ?? '');
      }
    `,
  },
  'a source that was not given the signal, beside one that was': {
    invalid: `
      ${declarations}
      export async function* tail(name: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<string> {
        signal?.throwIfAborted();
        for await (const line of follow(name)) {
        ~~~ source
          yield line;
        }
      }
    `,
    valid: `
      ${declarations}
      declare function followUntil(name: string, signal?: AbortSignal): AsyncIterable<string>;
      export async function* tail(name: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<string> {
        signal?.throwIfAborted();
        for await (const line of followUntil(name, signal)) {
          yield line;
        }
      }
      export async function* read(url: string, source: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
        const response = await fetch(url, { signal });
        for await (const line of response.body ?? []) yield String(line);
        for await (const line of source) yield line;
      }
    `,
  },
  'a loop in a loop is said once': {
    invalid: `
      ${declarations}
      export async function work(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        for (;;) {
        ~~~ turn
          for (let item = await readQueue(); item; item = await readQueue()) await handle(item);
        }
      }
    `,
  },
  'in a try with a handler there is no suggestion': {
    invalid: `
      ${declarations}
      export async function work(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        try {
          while (true) {
          ~~~~~ turn
            await readQueue();
          }
        } catch (error) {
          console.log(error);
        }
      }
    `,
  },
  'a body without braces has no place for a check': {
    invalid: `
      ${declarations}
      export async function work(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        while (await readQueue()) await handle('next');
        ~~~~~ turn
      }
    `,
  },
  'a flag that ends the loop, a function that listens, and no signal at all': {
    valid: `
      ${declarations}
      export class Worker {
        #isStopped = false;
        async work(signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          while (!this.#isStopped) await readQueue();
        }
        stop(): void { this.#isStopped = true; }
      }
      export async function work(signal: AbortSignal, end: () => void): Promise<void> {
        signal.throwIfAborted();
        signal.addEventListener('abort', end);
        try {
          while (true) await readQueue();
        } finally {
          signal.removeEventListener('abort', end);
        }
      }
      export async function forever(): Promise<void> {
        while (true) await readQueue();
      }
    `,
  },
  'a call that lacks the signal is the nearer defect, and so is a promise': {
    valid: `
      ${declarations}
      export async function each(items: string[], url: string, signal: AbortSignal): Promise<void> {
        await fetch(url, { signal });
        for (const item of items) {
          console.log(item);
        }
      }
      export function* numbers(signal: AbortSignal): Generator<number> {
        signal.throwIfAborted();
        for (let index = 0; ; index++) yield index;
      }
    `,
  },
  'an object that was made with the signal, beside one that was not': {
    invalid: `
      declare function connect(name: string, signal?: AbortSignal): { next(): Promise<string | undefined> };
      export async function read(name: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const feed = connect(String(name));
        while (await feed.next()) {
        ~~~~~ turn
          console.log(name);
        }
      }
    `,
    valid: `
      declare function connect(name: string, signal?: AbortSignal): { next(): Promise<string | undefined> };
      export async function read(name: string, signal: AbortSignal): Promise<void> {
        const feed = connect(name, signal);
        while (await feed.next()) {
          console.log(name);
        }
      }
    `,
  },
  'a local function that looks at the signal, beside one that does not': {
    invalid: `
      ${declarations}
      export async function work(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const next = async (): Promise<void> => { await readQueue(); };
        for (;;) {
        ~~~ turn
          await next();
        }
      }
    `,
    valid: `
      ${declarations}
      export async function work(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const next = async (): Promise<void> => { signal.throwIfAborted(); await readQueue(); };
        for (;;) {
          await next();
        }
      }
    `,
  },
  'plain JavaScript, in the class that holds the signal': {
    language: 'js',
    invalid: `
      import { readQueue } from './queue.js';
      export class Worker {
        constructor({ signal }) {
          signal.throwIfAborted();
          this.signal = signal;
        }
        async run() {
          await fetch('/start', { signal: this.signal });
          for (;;) {
          ~~~ turn
            await readQueue();
          }
        }
      }
    `,
    valid: `
      export class Worker {
        constructor({ signal }) {
          signal.throwIfAborted();
          this.signal = signal;
          this.queue = openQueue(signal);
        }
        async run() {
          await fetch('/start', { signal: this.signal });
          for (;;) {
            await this.queue.next();
          }
        }
      }
    `,
  },
});
