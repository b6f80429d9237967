import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-wrong-signal.js';

const job = `
      interface Job { id: string; signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>): Promise<T>;`;

testRule(rule, {
  'options in a constant of the callback, beside options of the code around': {
    invalid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>): Promise<T>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          const init = { method: 'POST', signal };
                                         ~~~~~~ outer
          return await fetch(url, init);
        });
      }
    `,
    valid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>): Promise<T>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const init = { method: 'POST', signal };
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          return await fetch(url, init);
        });
      }
    `,
  },
  'the signal of the function around, beside that of the callback': {
    invalid: `${job}
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => await fetch(url, { signal }));
                                                                ~~~~~~ outer
      }
    `,
    valid: `${job}
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        return await run(async (job: Job) => await fetch(url, { signal: job.signal }));
      }
    `,
  },
  'a destructured signal of the callback, beside both of them': {
    invalid: `${job}
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        return await run(async ({ signal }: Job) => {
          signal.throwIfAborted();
          return await fetch(url, { signal: options.signal });
                                            ~~~~~~~~~~~~~~ outer
        });
      }
    `,
    valid: `${job}
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        return await run(async ({ signal }: Job) => {
          return await fetch(url, { signal: AbortSignal.any([signal, options.signal]) });
        });
      }
    `,
  },
  'an own controller around a callback that has a signal, beside a callback that has none': {
    invalid: `${job}
      export async function load(url: string): Promise<Response> {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 5000);
        return await run(async ({ signal: own }: Job) => {
          own.throwIfAborted();
          return await fetch(url, { signal: controller.signal });
                                            ~~~~~~~~~~~~~~~~~ outer
        });
      }
    `,
    valid: `
      declare function run<T>(work: (id: string) => Promise<T>): Promise<T>;
      export async function load(url: string): Promise<Response> {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(); }, 5000);
        return await run(async (id) => await fetch(url + id, { signal: controller.signal }));
      }
    `,
  },
  'a nested function with a signal of its own, beside one that is only called': {
    invalid: `
      export function loader(url: string, outerSignal: AbortSignal): (signal: AbortSignal) => Promise<Response> {
        outerSignal.throwIfAborted();
        return async function load(signal: AbortSignal): Promise<Response> {
          signal.throwIfAborted();
          return await fetch(url, { signal: outerSignal });
                                            ~~~~~~~~~~~ outer
        };
      }
    `,
    valid: `
      export async function load(url: string, outerSignal: AbortSignal): Promise<Response> {
        const attempt = async (signal: AbortSignal): Promise<Response> => await fetch(url, { signal });
        return await attempt(AbortSignal.any([outerSignal, AbortSignal.timeout(1000)]));
      }
    `,
  },
  'a part of a combined signal that nothing is given, beside one that is given to another call': {
    invalid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const combined = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
        console.log(combined.aborted);
        return await fetch(url, { signal });
                                  ~~~~~~ part
      }
    `,
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        const combined = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
        const token = await fetch('/token', { signal: combined });
        return await fetch(url, { method: 'POST', body: await token.text(), signal });
      }
    `,
  },
  'a member that is a part of a combined signal': {
    invalid: `
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        const deadline = AbortSignal.any([AbortSignal.timeout(5000), options.signal]);
        deadline.throwIfAborted();
        return await fetch(url, { signal: options.signal });
                                          ~~~~~~~~~~~~~~ part
      }
    `,
    valid: `
      export async function load(url: string, options: { signal: AbortSignal }): Promise<Response> {
        const deadline = AbortSignal.any([AbortSignal.timeout(5000), options.signal]);
        deadline.throwIfAborted();
        return await fetch(url, { signal: deadline });
      }
    `,
  },
  'a call before the signals are combined, and one in cleanup': {
    valid: `
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        await fetch(url, { method: 'HEAD', signal });
        const combined = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
        return await fetch(url, { signal: combined });
      }
    `,
  },
  'a field of the instance, and a signal of which nothing is known': {
    valid: `${job}
      declare const ambient: { signal: any };
      export class Loader {
        readonly signal: AbortSignal;
        constructor(signal: AbortSignal) {
          this.signal = signal;
        }
        async load(url: string): Promise<Response> {
          return await run(async ({ signal }: Job) => {
            signal.throwIfAborted();
            await fetch(url, { signal: ambient.signal });
            return await fetch(url, { signal: this.signal });
          });
        }
      }
    `,
  },
  'callbacks that run in place': {
    invalid: `${job}
      export async function loadAll(urls: string[], outerSignal: AbortSignal): Promise<Response[]> {
        outerSignal.throwIfAborted();
        return await run(async ({ signal }: Job) => {
          signal.throwIfAborted();
          return await Promise.all(urls.map((url) => fetch(url, { signal: outerSignal })));
                                                                          ~~~~~~~~~~~ outer
        });
      }
    `,
    valid: `
      export async function loadAll(urls: string[], signal: AbortSignal): Promise<Response[]> {
        return await Promise.all(urls.map((url) => fetch(url, { signal })));
      }
    `,
  },
  'a helper that relays the abort of the outer signal to the inner controller': {
    valid: `
      declare function onAbort(signal: AbortSignal, callback: () => void): void;
      export function fork(parent: AbortSignal): (controller: AbortController) => void {
        return (controller: AbortController) => {
          onAbort(parent, () => { controller.abort(parent.reason); });
        };
      }
    `,
  },
  'a signal that nothing else reads, which may be missing, beside both': {
    invalid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>): Promise<T>;
      export async function load(url: string, signal?: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          return await fetch(url, { signal });
                                    ~~~~~~ outer
        });
      }
    `,
    valid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>): Promise<T>;
      export async function load(url: string, signal?: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          return await fetch(url, { signal: signal ? AbortSignal.any([job.signal, signal]) : job.signal });
        });
      }
    `,
  },
  'a signal that something else reads too, beside the signal of the callback': {
    invalid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>, options: Job): Promise<T>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          return await fetch(url, { signal });
                                    ~~~~~~ outer
        }, { signal });
      }
    `,
    valid: `
      interface Job { signal: AbortSignal }
      declare function run<T>(work: (job: Job) => Promise<T>, options: Job): Promise<T>;
      export async function load(url: string, signal: AbortSignal): Promise<Response> {
        return await run(async (job: Job) => {
          job.signal.throwIfAborted();
          return await fetch(url, { signal: job.signal });
        }, { signal });
      }
    `,
  },
});
