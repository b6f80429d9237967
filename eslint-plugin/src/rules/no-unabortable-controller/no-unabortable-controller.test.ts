import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unabortable-controller.js';

testRule(rule, {
  'a signal alone, beside a stand-in for one that is missing': {
    invalid: `
      export function load(url: string): Promise<Response> {
        return fetch(url, { method: 'POST', signal: new AbortController().signal });
                                                    ~~~~~~~~~~~~~~~~~~~~~ unnamed
      }
    `,
    valid: `
      export function load(url: string, given?: AbortSignal): Promise<Response> {
        const signal = given ?? new AbortController().signal;
        return fetch(url, { signal });
      }
      export function loadToo(url: string, signal = new AbortController().signal): Promise<Response> {
        return fetch(url, { signal });
      }
    `,
  },
  'options with nothing else': {
    invalid: `
      export function load(url: string): Promise<Response> {
        return fetch(url, { signal: new AbortController().signal });
                                    ~~~~~~~~~~~~~~~~~~~~~ unnamed
      }
    `,
  },
  'a destructured signal, beside a destructured controller': {
    invalid: `
      export function load(url: string): Promise<Response> {
        const { signal } = new AbortController();
                           ~~~~~~~~~~~~~~~~~~~~~ unnamed
        return fetch(url, { signal });
      }
    `,
    valid: `
      export function load(url: string): Promise<Response> {
        const controller = new AbortController();
        const { signal } = controller;
        process.once('SIGINT', () => { controller.abort(); });
        return fetch(url, { signal });
      }
    `,
  },
  'a local controller that nothing aborts, beside one that is returned': {
    invalid: `
      export async function load(url: string): Promise<string> {
        const controller = new AbortController();
                           ~~~~~~~~~~~~~~~~~~~~~ unused
        const response = await fetch(url, { signal: controller.signal });
        return await response.text();
      }
    `,
    valid: `
      export function load(url: string): { response: Promise<Response>; controller: AbortController } {
        const controller = new AbortController();
        return { response: fetch(url, { signal: controller.signal }), controller };
      }
    `,
  },
  'a private field, beside one that others can read': {
    invalid: `
      export class Client {
        #controller = new AbortController();
                      ~~~~~~~~~~~~~~~~~~~~~ unused
        load(url: string): Promise<Response> {
          return fetch(url, { signal: this.#controller.signal });
        }
      }
    `,
    valid: `
      export class Client {
        readonly controller = new AbortController();
        load(url: string): Promise<Response> {
          return fetch(url, { signal: this.controller.signal });
        }
      }
    `,
  },
  'never aborted, beside aborted by a name': {
    valid: `
      export function load(url: string): { response: Promise<Response>; stop: () => void } {
        const controller = new AbortController();
        const { abort } = controller;
        return { response: fetch(url, { signal: controller.signal }), stop: abort.bind(controller) };
      }
      export function loadToo(url: string): { response: Promise<Response>; stop: () => void } {
        const controller = new AbortController();
        return { response: fetch(url, { signal: controller.signal }), stop: () => controller.abort() };
      }
    `,
  },
  'a constant of the module, beside one that is exported': {
    invalid: `
      const shutdown = new AbortController();
                       ~~~~~~~~~~~~~~~~~~~~~ unused
      export const load = (url: string): Promise<Response> => fetch(url, { signal: shutdown.signal });
    `,
    valid: `
      export const shutdown = new AbortController();
      export const load = (url: string): Promise<Response> => fetch(url, { signal: shutdown.signal });
    `,
  },
  'a name that says what it is for': {
    valid: `
      const neverAborted = new AbortController().signal;
      export const load = (url: string, signal: AbortSignal | null): Promise<Response> =>
        fetch(url, { signal: signal ?? neverAborted });
    `,
  },
  'a question to the platform': {
    language: 'js',
    valid: `
      import { getMaxListeners } from 'node:events';
      export const warns = getMaxListeners(new AbortController().signal) > 0;
      export const hasReason = 'reason' in new AbortController().signal;
    `,
  },
  'a controller that a listener is given': {
    valid: `
      declare function link(controller: AbortController): void;
      export function load(url: string): Promise<Response> {
        const controller = new AbortController();
        link(controller);
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'an option that a call can do without, beside what a function may insist on, and a test': {
    invalid: `
      import { setTimeout as sleep } from 'node:timers/promises';
      export const start = (): Promise<void> => sleep(10, undefined, { signal: new AbortController().signal });
                                                                               ~~~~~~~~~~~~~~~~~~~~~ unnamed
    `,
    valid: `
      declare function it(name: string, test: () => Promise<void>): void;
      declare function run(task: string, signal: AbortSignal): Promise<void>;
      declare function call(task: string, options: { signal: AbortSignal; quiet: boolean }): Promise<void>;
      export const start = (): Promise<void> => run('all', new AbortController().signal);
      export const startToo = (): Promise<void> => call('all', { signal: new AbortController().signal, quiet: true });
      it('runs', () => fetch('/', { signal: new AbortController().signal }).then(() => undefined));
    `,
  },
  'a signal for which nobody has the controller, beside what is given where there is none': {
    invalid: `
      export function make(): AbortSignal {
        const controller = new AbortController();
                           ~~~~~~~~~~~~~~~~~~~~~ unused
        return controller.signal;
      }
    `,
    valid: `
      export function any(signals: AbortSignal[]): AbortSignal {
        if (signals.length === 0) {
          const controller = new AbortController();
          return controller.signal;
        }
        return AbortSignal.any(signals);
      }
    `,
  },
  'a controller of a package, which takes the signals that abort it': {
    language: 'js',
    invalid: `
      export function link(url, signal) {
        const { signal: linked } = new AbortController();
                                   ~~~~~~~~~~~~~~~~~~~~~ unnamed
        return Promise.all([fetch(url, { signal: linked }), fetch(url, { signal })]);
      }
    `,
    valid: `
      import { AbortController } from '@azure/abort-controller';
      export function link(url, signal) {
        const { signal: linked } = new AbortController([signal]);
        return fetch(url, { signal: linked });
      }
    `,
  },
  'a controller that is never used for its signal': {
    valid: `
      export function make(): void {
        const controller = new AbortController();
        controller.abort();
      }
    `,
  },
  'a signal that is given out, beside one that says what it is': {
    invalid: `
      export const makeSignal = () => new AbortController().signal;
                                      ~~~~~~~~~~~~~~~~~~~~~ unnamed
    `,
    valid: `
      export const makeNoopSignal = () => new AbortController().signal;
    `,
  },
});
