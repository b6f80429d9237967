import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-uninspected-settled.js';

testRule(rule, {
  'results that are dropped, beside ones whose reasons are thrown': {
    invalid: `
      declare function send(address: string): Promise<void>;
      export async function notify(addresses: string[]): Promise<void> {
        await Promise.allSettled(addresses.map((address) => send(address)));
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      declare function send(address: string): Promise<void>;
      export async function notify(addresses: string[]): Promise<void> {
        const results = await Promise.allSettled(addresses.map((address) => send(address)));
        const failures = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
        if (failures.length > 0) throw new AggregateError(failures);
      }
    `,
  },
  'a list of calls, beside promises that somebody else has started': {
    invalid: `
      declare function save(name: string): Promise<void>;
      export async function saveBoth(): Promise<void> {
        // Both at once.
        await Promise.allSettled([save('a'), save('b')]);
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      export async function idle(pending: Set<Promise<void>>): Promise<void> {
        await Promise.allSettled(pending);
        await Promise.allSettled([...pending]);
      }
    `,
  },
  'calls that fail unseen, beside calls that deal with it': {
    invalid: `
      declare function save(name: string): Promise<void>;
      export async function saveAll(names: string[]): Promise<void> {
        await Promise.allSettled(names.map(async (name) => {
              ~~~~~~~~~~~~~~~~~~ dropped
          await save(name);
        }));
      }
    `,
    valid: `
      declare function save(name: string): Promise<void>;
      export async function saveAll(names: string[]): Promise<void> {
        await Promise.allSettled(names.map(async (name) => {
          try {
            await save(name);
          } catch (error) {
            console.error(name, error);
          }
        }));
        await Promise.allSettled(names.map((name) => save(name).catch(console.error)));
      }
    `,
  },
  'work, beside teardown': {
    invalid: `
      export async function run(tasks: (() => Promise<void>)[]): Promise<void> {
        await Promise.allSettled(tasks.map((task) => task()));
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      interface Client { close(): Promise<void>; ping(): Promise<void> }
      export async function run(clients: Client[], work: () => Promise<void>): Promise<void> {
        try {
          await work();
        } finally {
          await Promise.allSettled(clients.map((client) => client.ping()));
        }
        await Promise.allSettled(clients.map((client) => client.close()));
      }
      export async function shutdown(clients: Client[]): Promise<void> {
        await Promise.allSettled(clients.map((client) => client.ping()));
      }
    `,
  },
  'without a word, beside a comment that says why': {
    invalid: `
      declare function warm(url: string): Promise<void>;
      export async function warmUp(urls: string[]): Promise<void> {
        // All at the same time.
        await Promise.allSettled(urls.map((url) => warm(url)));
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      declare function warm(url: string): Promise<void>;
      export async function warmUp(urls: string[]): Promise<void> {
        // Best effort: a cold cache is only slower.
        await Promise.allSettled(urls.map((url) => warm(url)));
      }
    `,
  },
  'the fulfilled half alone, beside both': {
    invalid: `
      declare function read(folder: string): Promise<string[]>;
      export async function readAll(folders: string[]): Promise<string[]> {
        const results = await Promise.allSettled(folders.map((folder) => read(folder)));
                              ~~~~~~~~~~~~~~~~~~ fulfilled
        return results.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      }
    `,
    valid: `
      declare function read(folder: string): Promise<string[]>;
      export async function readAll(folders: string[]): Promise<string[]> {
        const results = await Promise.allSettled(folders.map((folder) => read(folder)));
        for (const each of results) if (each.status === 'rejected') console.warn(each.reason);
        return results.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      }
    `,
  },
  'a filter for what went well, in a chain': {
    invalid: `
      declare function load(name: string): Promise<number>;
      export async function sum(names: string[]): Promise<number> {
        return (await Promise.allSettled(names.map(load)))
                      ~~~~~~~~~~~~~~~~~~ fulfilled
          .filter((each) => each.status === 'fulfilled')
          .reduce((total, each) => total + each.value, 0);
      }
    `,
    valid: `
      declare function load(name: string): Promise<number>;
      export async function all(names: string[]): Promise<PromiseSettledResult<number>[]> {
        const results = await Promise.allSettled(names.map(load));
        return results.filter((each) => each.status === 'fulfilled').length > 0 ? results : [];
      }
    `,
  },
  'a loop over the fulfilled ones, beside one that has an else': {
    invalid: `
      declare function load(name: string): Promise<number>;
      export async function print(names: string[]): Promise<void> {
        for (const each of await Promise.allSettled(names.map(load))) {
                                 ~~~~~~~~~~~~~~~~~~ fulfilled
          if (each.status === 'fulfilled') console.log(each.value);
        }
      }
    `,
    valid: `
      declare function load(name: string): Promise<number>;
      export async function print(names: string[]): Promise<void> {
        for (const each of await Promise.allSettled(names.map(load))) {
          if (each.status === 'fulfilled') console.log(each.value);
          else console.log('no value');
        }
        for (const each of await Promise.allSettled(names.map(load))) {
          if (each.status === 'fulfilled') continue;
          throw new Error('no value');
        }
      }
    `,
  },
  'only counted, beside a reason': {
    invalid: `
      declare function send(name: string): Promise<void>;
      export async function sendAll(names: string[]): Promise<void> {
        const results = await Promise.allSettled(names.map((name) => send(name)));
                              ~~~~~~~~~~~~~~~~~~ counted
        const failed = results.filter((each) => each.status === 'rejected').length;
        if (failed > 0) throw new Error(\`\${failed} were not sent\`);
      }
    `,
    valid: `
      declare function send(name: string): Promise<void>;
      export async function sendAll(names: string[]): Promise<void> {
        const results = await Promise.allSettled(names.map((name) => send(name)));
        const failed = results.filter((each) => each.status === 'rejected');
        if (failed.length > 0) throw new Error(\`\${failed.length} were not sent\`, { cause: failed[0]?.reason });
      }
    `,
  },
  'results that are handed on': {
    valid: `
      declare function send(name: string): Promise<void>;
      declare function report(results: PromiseSettledResult<void>[]): void;
      export async function sendAll(names: string[]): Promise<PromiseSettledResult<void>[]> {
        const results = await Promise.allSettled(names.map((name) => send(name)));
        report(results);
        return await Promise.allSettled(names.map((name) => send(name)));
      }
    `,
  },
  'the rest of a work that has failed already': {
    valid: `
      export async function all(work: Promise<string>[]): Promise<string[]> {
        const done: string[] = [];
        try {
          return await Promise.all(work);
        } catch (error) {
          for (const each of await Promise.allSettled(work)) {
            if (each.status === 'fulfilled') done.push(each.value);
          }
          throw new Error(\`\${done.length} were done\`, { cause: error });
        }
      }
    `,
  },
  'a placeholder for what failed': {
    valid: `
      declare function load(name: string): Promise<number>;
      export async function loadAll(names: string[]): Promise<(number | null)[]> {
        const results = await Promise.allSettled(names.map(load));
        return results.map((each) => (each.status === 'fulfilled' ? each.value : null));
      }
    `,
  },
  'plain JavaScript at the top level, beside a test': {
    language: 'js',
    invalid: `
      const load = async (name) => name.length;
      await Promise.allSettled([load('a'), load('b')]);
            ~~~~~~~~~~~~~~~~~~ dropped
    `,
    valid: `
      const load = async (name) => name.length;
      it('loads', async () => {
        await Promise.allSettled([load('a'), load('b')]);
      });
    `,
  },
  'listeners that are told of an event': {
    valid: `
      type Listener<E> = (event: E) => Promise<void>;
      export function notifier<E>(...listeners: (Listener<E> | undefined)[]): Listener<E> {
        return async (event) => {
          await Promise.allSettled(
            listeners.map(async (listener) => {
              await listener?.(event);
            }),
          );
        };
      }
    `,
  },
  'work, beside a wait for work that was started elsewhere': {
    invalid: `
      interface Job { run(): Promise<void>; onIdle(): Promise<void> }
      export async function both(first: Job, second: Job): Promise<void> {
        await Promise.allSettled([first.run(), second.run()]);
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      interface Job { run(): Promise<void>; onIdle(): Promise<void> }
      export async function both(first: Job, second: Job): Promise<void> {
        await Promise.allSettled([first.onIdle(), second.onIdle()]);
      }
    `,
  },
  'a list that a loop fills, beside one that is raced too': {
    invalid: `
      export async function notifyAll(addresses: string[], send: (address: string) => Promise<void>): Promise<void> {
        const pending: Promise<void>[] = [];
        for (const address of addresses) pending.push(send(address));
        await Promise.allSettled(pending);
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      export async function notifyAll(addresses: string[], send: (address: string) => Promise<void>): Promise<void> {
        const pending: Promise<void>[] = [];
        for (const address of addresses) {
          pending.push(send(address));
          if (pending.length > 5) await Promise.race(pending);
        }
        await Promise.allSettled(pending);
      }
    `,
  },
  'the number of failures and of all, beside the failures themselves': {
    invalid: `
      export async function createAll(tasks: (() => Promise<void>)[]): Promise<{ created: number; failed: number }> {
        const settled = await Promise.allSettled(tasks.map((task) => task()));
                              ~~~~~~~~~~~~~~~~~~ counted
        const failed = settled.filter((each) => each.status === 'rejected').length;
        return { created: settled.length - failed, failed };
      }
    `,
    valid: `
      export async function createAll(tasks: (() => Promise<void>)[]): Promise<{ created: number; failed: unknown[] }> {
        const settled = await Promise.allSettled(tasks.map((task) => task()));
        const failed = settled.filter((each) => each.status === 'rejected').map(({ reason }) => reason as unknown);
        return { created: settled.length - failed.length, failed };
      }
    `,
  },
  'values of uploads that fail unseen, beside ones that take note of it': {
    invalid: `
      declare function upload(part: string): Promise<number>;
      export async function uploadAll(parts: string[]): Promise<number[]> {
        const uploads: Promise<number>[] = [];
        const done: number[] = [];
        for (const part of parts) uploads.push(upload(part));
        const results = await Promise.allSettled(uploads);
                              ~~~~~~~~~~~~~~~~~~ fulfilled
        for (const each of results) if (each.status === 'fulfilled') done.push(each.value);
        return done;
      }
    `,
    valid: `
      declare function upload(part: string): Promise<number>;
      export async function uploadAll(parts: string[]): Promise<number[]> {
        const uploads: Promise<number>[] = [];
        const done: number[] = [];
        const failed: unknown[] = [];
        for (const part of parts) {
          uploads.push(
            upload(part).catch((error: unknown) => {
              failed.push(error);
              throw error;
            }),
          );
        }
        const results = await Promise.allSettled(uploads);
        if (failed.length > 0) throw failed[0];
        for (const each of results) if (each.status === 'fulfilled') done.push(each.value);
        return done;
      }
    `,
  },
  'clients that are sent something, beside sinks that are told of an event': {
    invalid: `
      interface Client { send(message: string): Promise<void> }
      export async function sendAll(clients: Client[], message: string): Promise<void> {
        await Promise.allSettled(clients.map((client) => client.send(message)));
              ~~~~~~~~~~~~~~~~~~ dropped
      }
    `,
    valid: `
      interface Sink { emit(event: string): Promise<void> }
      export class Store {
        #sinks = new Set<Sink>();
        #listeners: (() => Promise<void>)[] = [];
        emit = async (event: string): Promise<void> => {
          await Promise.allSettled([...this.#sinks].map((sink) => sink.emit(event)));
        };
        async cancelled(): Promise<void> {
          await Promise.allSettled(this.#listeners.map((listener) => listener()));
        }
      }
    `,
  },
  'a comment that says nothing of failures, beside one above that says what is meant': {
    invalid: `
      interface Poker { poke(patch: string): Promise<void> }
      export function pokeAll(pokers: Poker[]): { add(patch: string): Promise<void> } {
        // Promise.allSettled() is available everywhere.
        return {
          add: async (patch) => {
            await Promise.allSettled(pokers.map((poker) => poker.poke(patch)));
                  ~~~~~~~~~~~~~~~~~~ dropped
          },
        };
      }
    `,
    valid: `
      interface Poker { poke(patch: string): Promise<void> }
      export function pokeAll(pokers: Poker[]): { add(patch: string): Promise<void> } {
        // Promise.allSettled() ensures that one that fails does not
        // prevent the others from being told.
        return {
          add: async (patch) => {
            await Promise.allSettled(pokers.map((poker) => poker.poke(patch)));
          },
        };
      }
    `,
  },
});
