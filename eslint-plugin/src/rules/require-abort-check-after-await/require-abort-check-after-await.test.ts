import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-abort-check-after-await.js';

const declarations = [
  'declare function parse(text: string): Promise<string[]>;',
  'declare function saveAll(rows: string[]): Promise<void>;',
  'declare function measure(): Promise<number>;',
].join(' ');

testRule(rule, {
  'state that is written, beside a check before it': {
    invalid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(text: string, signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          const rows = await parse(text);
                       ~~~~~ write
          this.rows = rows;
        }
      }
    `,
    valid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(text: string, signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          const rows = await parse(text);
          if (signal.aborted) return;
          this.rows = rows;
        }
      }
    `,
  },
  'state that is written in the same statement': {
    invalid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
          signal?.throwIfAborted();
          this.rows = await parse(text);
                      ~~~~~ write
        }
      }
    `,
    valid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(text: string): Promise<void> {
          this.rows = await parse(text);
        }
      }
    `,
  },
  'state that has nothing to do with the result, beside state that is computed from it': {
    invalid: `
      ${declarations}
      export class Search {
        count = 0;
        async run(text: string, signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          const rows = await parse(text);
                       ~~~~~ write
          // Empty lines count.
          this.count = rows.length + 1;
        }
      }
    `,
    valid: `
      ${declarations}
      export class Search {
        isDone = false;
        async run(text: string, signal: AbortSignal): Promise<string[]> {
          signal.throwIfAborted();
          const rows = await parse(text);
          this.isDone = true;
          return rows;
        }
      }
    `,
  },
  'a value that is yielded, beside one that is yielded after an operation with the signal': {
    invalid: `
      ${declarations}
      export async function* rows(text: string, signal: AbortSignal): AsyncGenerator<string[]> {
        signal.throwIfAborted();
        const found = await parse(text);
                      ~~~~~ yield
        yield found;
      }
    `,
    valid: `
      ${declarations}
      export async function* rows(url: string, text: string, signal: AbortSignal): AsyncGenerator<string[]> {
        const found = await parse(text);
        await fetch(url, { signal });
        yield found;
      }
    `,
  },
  'a next step that writes, beside one that reads': {
    invalid: `
      ${declarations}
      export async function store(text: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        const rows = await parse(text);
                     ~~~~~ step
        await saveAll(rows);
      }
    `,
    valid: `
      ${declarations}
      export async function store(text: string, signal: AbortSignal): Promise<number> {
        signal.throwIfAborted();
        const rows = await parse(text);
        const count = await measure();
        return rows.length + count;
      }
    `,
  },
  'a call that is given the signal, or something that was made with it': {
    valid: `
      declare function parseUntil(text: string, signal: AbortSignal): Promise<string[]>;
      export class Search {
        rows: string[] = [];
        body: unknown;
        async run(url: string, text: string, signal: AbortSignal): Promise<void> {
          const rows = await parseUntil(text, signal);
          this.rows = rows;
          const response = await fetch(url, { signal });
          this.body = await response.json();
        }
      }
    `,
  },
  'options that cannot be looked into, beside plain arguments': {
    invalid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(text: string, options: { signal: AbortSignal }): Promise<void> {
          options.signal.throwIfAborted();
          const rows = await parse(text);
                       ~~~~~ write
          this.rows = rows;
        }
      }
    `,
    valid: `
      declare function parse(text: string, options: object): Promise<string[]>;
      export class Search {
        rows: string[] = [];
        async run(text: string, options: { signal: AbortSignal }): Promise<void> {
          options.signal.throwIfAborted();
          const parserOptions = Object.assign({}, options);
          const rows = await parse(text, parserOptions);
          this.rows = rows;
        }
      }
    `,
  },
  'in a try with a handler there is no suggestion': {
    invalid: `
      ${declarations}
      export async function store(text: string, signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        try {
          const rows = await parse(text);
                       ~~~~~ step
          await saveAll(rows);
        } catch (error) {
          console.log(error);
        }
      }
    `,
  },
  'cleanup, a handler and a function that listens': {
    valid: `
      ${declarations}
      export class Search {
        rows: string[] = [];
        async run(url: string, signal: AbortSignal): Promise<void> {
          try {
            await fetch(url, { signal });
          } catch (error) {
            const rows = await parse(String(error));
            this.rows = rows;
            throw error;
          } finally {
            const rows = await parse('');
            this.rows = rows;
          }
        }
        async listen(text: string, signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          const stop = (): void => { this.rows = []; };
          signal.addEventListener('abort', stop);
          try {
            const rows = await parse(text);
            this.rows = rows;
          } finally {
            signal.removeEventListener('abort', stop);
          }
        }
      }
    `,
  },
  "a loop that is reported as a whole is not this rule's": {
    invalid: `
      ${declarations}
      export async function store(texts: string[], signal: AbortSignal): Promise<void> {
        for (const text of texts) {
          signal.throwIfAborted();
          const rows = await parse(text);
                       ~~~~~ step
          await saveAll(rows);
        }
      }
    `,
  },
  'combined promises are not looked into': {
    valid: `
      ${declarations}
      export class Search {
        rows: string[][] = [];
        async run(text: string, signal: AbortSignal): Promise<void> {
          signal.throwIfAborted();
          const rows = await Promise.all([parse(text), parse(text)]);
          this.rows = rows;
        }
      }
    `,
  },
  'plain JavaScript, in the class that holds the signal': {
    language: 'js',
    invalid: `
      import { render } from './render.js';
      export class Page {
        constructor(signal) {
          signal.throwIfAborted();
          this.signal = signal;
        }
        async show(url) {
          const response = await fetch(url, { signal: this.signal });
          const html = await render(response.status);
                       ~~~~~ write
          this.html = html;
        }
      }
    `,
    valid: `
      export class Page {
        constructor(signal, renderer) {
          signal.throwIfAborted();
          this.signal = signal;
          this.renderer = renderer;
        }
        async show(url) {
          const response = await fetch(url, { signal: this.signal });
          const html = await this.renderer.render(response.status);
          this.html = html;
        }
      }
    `,
  },
});
