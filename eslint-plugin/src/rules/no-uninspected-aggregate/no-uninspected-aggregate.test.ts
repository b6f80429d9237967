import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-uninspected-aggregate.js';

const load = 'declare function load(url: string): Promise<string>;';

testRule(rule, {
  'an error that is dropped, beside its errors': {
    invalid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
                       ~~~~~~~~~~~ lost
        } catch {
          return 'no answer';
        }
      }
    `,
    valid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
        } catch (error) {
          for (const each of (error as AggregateError).errors) console.warn(each);
          return 'no answer';
        }
      }
    `,
  },
  'its text alone, beside the error as a cause': {
    invalid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
                       ~~~~~~~~~~~ lost
        } catch (error) {
          throw new Error(\`no answer: \${String(error)}\`);
        }
      }
    `,
    valid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
        } catch (error) {
          throw new Error('no answer', { cause: error });
        }
      }
    `,
  },
  'the message, beside the whole error in a log': {
    invalid: `
      ${load}
      export async function first(): Promise<string | undefined> {
        try {
          return await Promise.any([load('/a'), load('/b')]);
                       ~~~~~~~~~~~ lost
        } catch (error) {
          console.error((error as Error).message);
          return undefined;
        }
      }
    `,
    valid: `
      ${load}
      export async function first(): Promise<string | undefined> {
        try {
          return await Promise.any([load('/a'), load('/b')]);
        } catch (error) {
          console.error(error);
          return undefined;
        }
      }
    `,
  },
  'a .catch that gives a default, beside one that hands the error on': {
    invalid: `
      ${load}
      export const first = (urls: string[]): Promise<string> => Promise.any(urls.map(load)).catch(() => '');
                                                                ~~~~~~~~~~~ lost
    `,
    valid: `
      ${load}
      declare function report(error: unknown): string;
      export const first = (urls: string[]): Promise<string> => Promise.any(urls.map(load)).catch((error: unknown) => report(error));
      export const other = (urls: string[]): Promise<string> => Promise.any(urls.map(load)).catch(report);
    `,
  },
  'a promise that is awaited in the try, beside one that is returned': {
    valid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return Promise.any(urls.map((url) => load(url)));
        } catch {
          return 'no answer';
        }
      }
    `,
  },
  'other work in the same try': {
    valid: `
      ${load}
      export async function first(list: string): Promise<string> {
        try {
          const urls = await load(list);
          return await Promise.any(urls.split(',').map((url) => load(url)));
        } catch {
          return 'no answer';
        }
      }
    `,
  },
  'promises that look at their own failures': {
    valid: `
      ${load}
      export async function first(urls: string[], problems: unknown[]): Promise<string> {
        try {
          return await Promise.any(urls.map(async (url) => {
            try {
              return await load(url);
            } catch (error) {
              problems.push(error);
              throw error;
            }
          }));
        } catch {
          return 'no answer';
        }
      }
    `,
  },
  'thrown on': {
    valid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
        } catch (error) {
          console.warn('no answer');
          throw error;
        }
      }
    `,
  },
  'any, beside race': {
    valid: `
      ${load}
      export async function first(): Promise<string> {
        try {
          return await Promise.race([load('/a'), load('/b')]);
        } catch {
          return 'no answer';
        }
      }
    `,
  },
  'no handler here': {
    valid: `
      ${load}
      export async function first(urls: string[]): Promise<string> {
        try {
          return await Promise.any(urls.map((url) => load(url)));
        } finally {
          console.log('done');
        }
      }
    `,
  },
  'a handler in another function': {
    valid: `
      ${load}
      export function watch(urls: string[], button: EventTarget): void {
        try {
          button.addEventListener('click', async () => {
            console.log(await Promise.any(urls.map((url) => load(url))));
          });
        } catch {
          console.log('no listener');
        }
      }
    `,
  },
  'plain JavaScript, where the error goes into a list': {
    language: 'js',
    invalid: `
      export async function first(urls, load) {
        try {
          return await Promise.any(urls.map(load));
                       ~~~~~~~~~~~ lost
        } catch (error) {
          if (error instanceof TypeError) throw new Error('no list');
        }
      }
    `,
    valid: `
      export async function first(urls, load, problems) {
        try {
          return await Promise.any(urls.map(load));
        } catch (error) {
          problems.push(error);
        }
      }
    `,
  },
  'a test': {
    valid: `
      ${load}
      declare function test(name: string, run: () => Promise<void>): void;
      test('fails', async () => {
        await Promise.any([load('/a'), load('/b')]).catch(() => undefined);
      });
    `,
  },
});
