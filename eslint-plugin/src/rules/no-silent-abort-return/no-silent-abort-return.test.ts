import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-silent-abort-return.js';

testRule(rule, {
  'a function that gives a value, beside one that gives none': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<{ text: string } | undefined> {
        const response = await fetch(url, { signal });
        if (signal.aborted) return;
                            ~~~~~~~ silent
        return { text: await response.text() };
      }
    `,
    valid: `
      export async function warm(url: string, signal: AbortSignal): Promise<void> {
        const response = await fetch(url, { signal });
        if (signal.aborted) return;
        await response.text();
      }
    `,
  },
  'a function that waits for work, beside one that waits for the abort': {
    invalid: `
      export async function waitForData(source: EventTarget, signal: AbortSignal) {
        if (signal.aborted) return;
                            ~~~~~~~ silent
        const event = await new Promise((resolve) => source.addEventListener('data', resolve, { once: true }));
        return event;
      }
    `,
    valid: `
      export async function waitForAbort(signal: AbortSignal) {
        if (signal.aborted) return;
        const event = await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        return event;
      }
    `,
  },
  'nothing, beside a throw': {
    invalid: `
      export async function load(url: string, { signal }: { signal?: AbortSignal } = {}) {
        if (signal?.aborted) {
          return;
          ~~~~~~~ silent
        }
        const response = await fetch(url, { signal: signal ?? null });
        return response;
      }
    `,
    valid: `
      export async function load(url: string, { signal }: { signal?: AbortSignal } = {}) {
        signal?.throwIfAborted();
        const response = await fetch(url, { signal: signal ?? null });
        return response;
      }
    `,
  },
  'nothing but a log, beside other work': {
    invalid: `
      export async function load(url: string, options: { signal: AbortSignal }) {
        const response = await fetch(url, { signal: options.signal });
        if (options.signal.aborted) {
          console.debug('too late');
          return;
          ~~~~~~~ silent
        }
        return \`\${response.status}\`;
      }
    `,
    valid: `
      export async function load(url: string, options: { signal: AbortSignal; done: (text?: string) => void }) {
        const response = await fetch(url, { signal: options.signal });
        if (options.signal.aborted) {
          options.done();
          return;
        }
        return \`\${response.status}\`;
      }
    `,
  },
  'nothing, beside a word for the cancellation': {
    invalid: `
      export async function load(url: string, signal: AbortSignal) {
        // The user may be gone by now.
        if (signal.aborted) return; // Nothing to do.
                            ~~~~~~~ silent
        return (await fetch(url, { signal })).status + 1;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal) {
        if (signal.aborted) return 'cancelled';
        return (await fetch(url, { signal })).status + 1;
      }
    `,
  },
  'a comment in the branch stays, beside a null that was written out': {
    invalid: `
      export async function load(url: string, signal: AbortSignal) {
        if (signal.aborted) {
          // The user is gone.
          return;
          ~~~~~~~ silent
        }
        return new URL((await fetch(url, { signal })).url);
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal) {
        if (signal.aborted) return null;
        return new URL((await fetch(url, { signal })).url);
      }
    `,
  },
  'a branch with an else, beside an async generator': {
    invalid: `
      export async function load(urls: string[], signal: AbortSignal) {
        const texts: string[] = [];
        for (const url of urls) {
          if (signal.aborted) return;
                              ~~~~~~~ silent
          else texts.push(await (await fetch(url, { signal })).text());
        }
        return texts;
      }
    `,
    valid: `
      export async function* load(urls: string[], signal: AbortSignal) {
        for (const url of urls) {
          if (signal.aborted) return;
          yield await (await fetch(url, { signal })).text();
        }
        return urls.length;
      }
    `,
  },
  'a received signal, beside an owned one': {
    invalid: `
      export async function load(url: string, signal: AbortSignal) {
        const own = AbortSignal.any([signal, AbortSignal.timeout(1000)]);
        if (own.aborted) return;
                         ~~~~~~~ silent
        return [await fetch(url, { signal: own })];
      }
    `,
    valid: `
      export async function load(url: string) {
        const own = AbortSignal.timeout(1000);
        if (own.aborted) return;
        return [await fetch(url, { signal: own })];
      }
    `,
  },
  'a callback whose result is collected, beside one whose result nobody reads': {
    invalid: `
      export async function load(urls: string[], signal: AbortSignal) {
        return Promise.all(
          urls.map(async (url) => {
            if (signal.aborted) return;
                                ~~~~~~~ silent
            const { status } = await fetch(url, { signal });
            return status;
          }),
        );
      }
    `,
    valid: `
      export function load(urls: string[], signal: AbortSignal, target: EventTarget): void {
        urls.forEach(async (url) => {
          if (signal.aborted) return;
          const { status } = await fetch(url, { signal });
          return status;
        });
        target.addEventListener('change', async () => {
          if (signal.aborted) return;
          const { status } = await fetch('/', { signal });
          return status;
        }, { signal });
      }
    `,
  },
  'a call that the annotation knows to give a value, beside one that may give none': {
    invalid: `
      declare function read(url: string, signal: AbortSignal): Promise<string>;
      export async function load(url: string, signal: AbortSignal): Promise<string | undefined> {
        if (signal.aborted) return;
                            ~~~~~~~ silent
        return await read(url, signal);
      }
    `,
    valid: `
      declare function save(url: string, signal: AbortSignal): Promise<void>;
      export async function store(url: string, signal: AbortSignal) {
        if (signal.aborted) return;
        return await save(url, signal);
      }
    `,
  },
  'outside of a handler, beside the handler, which another rule looks at': {
    invalid: `
      export async function load(url: string, signal: AbortSignal) {
        try {
          if (signal.aborted) return;
                              ~~~~~~~ silent
          return [await fetch(url, { signal })];
        } catch (error) {
          if (signal.aborted) throw error;
          return [];
        }
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal, mirror: string) {
        try {
          return [await fetch(url, { signal })];
        } catch {
          if (signal.aborted) return;
          return [await fetch(mirror, { signal })];
        }
      }
    `,
  },
  'a test of the signal alone, beside one of something else as well': {
    invalid: `
      export async function load(url: string, signal: AbortSignal) {
        if (signal.aborted) return;
                            ~~~~~~~ silent
        const response = await fetch(url, { signal });
        return response.ok ? response : undefined;
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal) {
        if (signal.aborted || url === '') return;
        const response = await fetch(url, { signal });
        return response.ok ? response : undefined;
      }
    `,
  },
  'a method with a signal in a field, beside a controller of the class': {
    invalid: `
      export class Loader {
        readonly #signal: AbortSignal;
        constructor(signal: AbortSignal) { this.#signal = signal; }
        load = async (url: string) => {
          if (this.#signal.aborted) return;
                                    ~~~~~~~ silent
          const text = await (await fetch(url, { signal: this.#signal })).text();
          return text;
        };
      }
    `,
    valid: `
      export class Loader {
        readonly #controller = new AbortController();
        load = async (url: string) => {
          if (this.#controller.signal.aborted) return;
          const text = await (await fetch(url, { signal: this.#controller.signal })).text();
          return text;
        };
      }
    `,
  },
  'plain JavaScript, beside a signal of another kind': {
    language: 'js',
    invalid: `
      export async function load(url, { signal }) {
        if (signal.aborted) return;
                            ~~~~~~~ silent
        const response = await fetch(url, { signal });
        return response;
      }
    `,
    valid: `
      export async function load(job) {
        if (job.aborted) return;
        const response = await fetch(job.url);
        return response;
      }
    `,
  },
});
