import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-uncancelled-siblings.js';

testRule(rule, {
  'a failure that leaves the others running, beside a task group': {
    invalid: `
      export async function loadBoth(): Promise<string[]> {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        const [a, b] = await Promise.all([
                             ~~~~~~~~~~~ siblings
          fetch('/a', { signal: controller.signal }),
          fetch('/b', { signal: controller.signal }),
        ]);
        return [await a.text(), await b.text()];
      }
    `,
    valid: `
      export async function loadBoth(): Promise<string[]> {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        try {
          return await Promise.all([
            fetch('/a', { signal: controller.signal }).then((each) => each.text()),
            fetch('/b', { signal: controller.signal }).then((each) => each.text()),
          ]);
        } finally {
          controller.abort();
        }
      }
    `,
  },
  'a list of calls, beside a catch that aborts': {
    invalid: `
      export async function loadAll(urls: string[], button: EventTarget): Promise<string[]> {
        const controller = new AbortController();
        const { signal } = controller;
        button.addEventListener('click', () => { controller.abort(); }, { signal });
        return await Promise.all(
                     ~~~~~~~~~~~ siblings
          urls.map(async (url) => {
            const response = await fetch(url, { signal });
            return response.text();
          }),
        );
      }
    `,
    valid: `
      export async function loadAll(urls: string[], button: EventTarget): Promise<string[]> {
        const controller = new AbortController();
        const { signal } = controller;
        button.addEventListener('click', () => { controller.abort(); }, { signal });
        try {
          return await Promise.all(urls.map(async (url) => (await fetch(url, { signal })).text()));
        } catch (error) {
          controller.abort(error);
          throw error;
        }
      }
    `,
  },
  'a promise that aborts when it fails': {
    valid: `
      export async function loadAll(urls: string[], button: EventTarget): Promise<Response[]> {
        const controller = new AbortController();
        button.addEventListener('click', () => { controller.abort(); }, { once: true });
        return await Promise.all(urls.map((url) => fetch(url, { signal: controller.signal }))).catch((error: unknown) => {
          controller.abort(error);
          throw error;
        });
      }
    `,
  },
  'work that aborts the others itself': {
    valid: `
      export async function loadAll(urls: string[]): Promise<Response[]> {
        const controller = new AbortController();
        return await Promise.all(urls.map(async (url) => {
          const response = await fetch(url, { signal: controller.signal });
          if (!response.ok) controller.abort();
          return response;
        }));
      }
    `,
  },
  'one call, beside two': {
    invalid: `
      export async function both(load: (url: string, options: { signal: AbortSignal }) => Promise<string>): Promise<string[]> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 1000);
        const texts = await Promise.all([load('/a', { signal: controller.signal }), load('/b', { signal: controller.signal })]);
                            ~~~~~~~~~~~ siblings
        clearTimeout(timer);
        return texts;
      }
    `,
    valid: `
      export async function one(load: (url: string, options: { signal: AbortSignal }) => Promise<string>): Promise<string[]> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(); }, 1000);
        const texts = await Promise.all([load('/a', { signal: controller.signal })]);
        clearTimeout(timer);
        return texts;
      }
    `,
  },
  'a controller of the function, beside one of the program': {
    valid: `
      const shutdown = new AbortController();
      process.once('SIGTERM', () => { shutdown.abort(); });
      export async function loadAll(urls: string[]): Promise<Response[]> {
        return await Promise.all(urls.map((url) => fetch(url, { signal: shutdown.signal })));
      }
    `,
  },
  'a received signal belongs to the caller': {
    valid: `
      export async function loadAll(urls: string[], signal: AbortSignal): Promise<Response[]> {
        return await Promise.all(urls.map((url) => fetch(url, { signal })));
      }
    `,
  },
  'all, beside allSettled': {
    valid: `
      export async function loadAll(urls: string[], button: EventTarget): Promise<PromiseSettledResult<Response>[]> {
        const controller = new AbortController();
        button.addEventListener('click', () => { controller.abort(); }, { once: true });
        return await Promise.allSettled(urls.map((url) => fetch(url, { signal: controller.signal })));
      }
    `,
  },
  'a controller that somebody else may abort': {
    valid: `
      declare function register(controller: AbortController): void;
      export async function loadAll(urls: string[]): Promise<Response[]> {
        const controller = new AbortController();
        register(controller);
        return await Promise.all(urls.map((url) => fetch(url, { signal: controller.signal })));
      }
    `,
  },
  'calls without the signal': {
    valid: `
      export async function loadAll(ids: number[], load: (id: number) => Promise<string>): Promise<string[]> {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        await fetch('/', { signal: controller.signal });
        return await Promise.all(ids.map((id) => load(id)));
      }
    `,
  },
  'plain JavaScript': {
    language: 'js',
    invalid: `
      export async function loadAll(urls) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000).unref();
        await Promise.all(urls.map((url) => fetch(url, { signal: controller.signal })));
              ~~~~~~~~~~~ siblings
      }
    `,
    valid: `
      export async function loadAll(urls) {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), 1000).unref();
        for (const url of urls) await fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a test': {
    valid: `
      declare function test(name: string, run: () => Promise<void>): void;
      test('loads', async () => {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 10);
        await Promise.all(['/a', '/b'].map((url) => fetch(url, { signal: controller.signal })));
      });
    `,
  },
});
