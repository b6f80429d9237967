import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-abort-as-callback.js';

testRule(rule, {
  'a timer that gets the method, beside one that gets a function': {
    invalid: `
      const controller = new AbortController();
      setTimeout(controller.abort, 1000);
                 ~~~~~~~~~~~~~~~~ unbound
    `,
    valid: `
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 1000);
    `,
  },
  'a listener that gets the event, beside a timer that gives nothing': {
    invalid: `
      const controller = new AbortController();
      window.addEventListener('pagehide', controller.abort.bind(controller));
                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ event
    `,
    valid: `
      const controller = new AbortController();
      setTimeout(controller.abort.bind(controller), 1000);
    `,
  },
  'an abort listener, beside one that passes the reason on': {
    invalid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        signal.addEventListener('abort', controller.abort.bind(controller));
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ event
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        signal.throwIfAborted();
        const controller = new AbortController();
        signal.addEventListener('abort', () => controller.abort(signal.reason));
        return fetch(url, { signal: controller.signal });
      }
    `,
  },
  'a bound method in a variable, beside one that is called': {
    invalid: `
      export class Stream {
        private readonly controller = new AbortController();
        async read(options: { signal: AbortSignal }): Promise<void> {
          options.signal.throwIfAborted();
          const onAbort = this.controller.abort.bind(this.controller);
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ event
          options.signal.addEventListener('abort', onAbort);
          try {
            await fetch('/stream', { signal: this.controller.signal });
          } finally {
            options.signal.removeEventListener('abort', onAbort);
          }
        }
      }
    `,
    valid: `
      export class Stream {
        private readonly controller = new AbortController();
        readonly close = this.controller.abort.bind(this.controller, new Error('closed'));
        stop(): void {
          const abort = this.controller.abort.bind(this.controller);
          abort();
        }
      }
    `,
  },
  'a process signal, beside a promise that fails': {
    invalid: `
      const controller = new AbortController();
      process.once('SIGINT', controller.abort.bind(controller));
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ name
    `,
    valid: `
      const controller = new AbortController();
      export const work = fetch('https://example.com').catch(controller.abort.bind(controller));
    `,
  },
  'an argument of a timer, beside none': {
    invalid: `
      const controller = new AbortController();
      setTimeout(controller.abort.bind(controller), 1000, 'late');
                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ argument
    `,
    valid: `
      const controller = new AbortController();
      setImmediate(controller.abort.bind(controller));
    `,
  },
  'a handler property, beside an assignment to the controller': {
    invalid: `
      const controller = new AbortController();
      window.onpagehide = controller.abort;
                          ~~~~~~~~~~~~~~~~ unbound
    `,
    valid: `
      const controller = new AbortController();
      const original = controller.abort;
      controller.abort = (reason) => {
        console.log('aborted');
        original.call(controller, reason);
      };
    `,
  },
  'a member of a result, beside a function': {
    invalid: `
      export function start(url: string, abortController: AbortController) {
        const work = fetch(url, { signal: abortController.signal });
        return { work, cancel: abortController.abort };
                               ~~~~~~~~~~~~~~~~~~~~~ unbound
      }
    `,
    valid: `
      export function start(url: string, abortController: AbortController) {
        const work = fetch(url, { signal: abortController.signal });
        return { work, cancel: () => abortController.abort(), signal: abortController.signal };
      }
    `,
  },
  'a destructured method, beside a destructured signal': {
    invalid: `
      const { signal, abort } = new AbortController();
                      ~~~~~ unbound
      setTimeout(() => abort(), 100);
      export const work = fetch('https://example.com', { signal });
    `,
    valid: `
      const controller = new AbortController();
      const { signal } = controller;
      setTimeout(() => controller.abort(), 100);
      export const work = fetch('https://example.com', { signal });
    `,
  },
  'an attribute of JSX, beside a handler': {
    language: 'tsx',
    types: 'without',
    invalid: `
      const controller = new AbortController();
      export const button = <button onClick={controller.abort}>Stop</button>;
                                             ~~~~~~~~~~~~~~~~ unbound
    `,
    valid: `
      const controller = new AbortController();
      export const button = <button onClick={() => controller.abort()}>Stop</button>;
    `,
  },
  'a listener that is taken off again as it is written': {
    invalid: `
      const controller = new AbortController();
      addEventListener('offline', controller.abort);
                                  ~~~~~~~~~~~~~~~~ unbound
      export const stop = () => removeEventListener('offline', controller.abort);
    `,
    valid: `
      const controller = new AbortController();
      const onOffline = () => controller.abort();
      addEventListener('offline', onOffline);
      export const stop = () => removeEventListener('offline', onOffline);
    `,
  },
  'tests and calls of the method, and another kind of abort': {
    valid: `
      declare function expect(value: unknown): { toHaveBeenCalled(): void };
      const controller = new AbortController();
      expect(controller.abort).toHaveBeenCalled();
      if (typeof controller.abort === 'function') Reflect.apply(controller.abort, controller, []);
      const request = new XMLHttpRequest();
      export const handlers = { cancel: request.abort };
    `,
  },
  'plain JavaScript': {
    language: 'js',
    invalid: `
      export function useLoad(url) {
        const abortController = new AbortController();
        fetch(url, { signal: abortController.signal });
        return abortController.abort;
               ~~~~~~~~~~~~~~~~~~~~~ unbound
      }
    `,
    valid: `
      export function useLoad(url) {
        const abortController = new AbortController();
        fetch(url, { signal: abortController.signal });
        return () => abortController.abort();
      }
    `,
  },
});
