import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-non-error-abort-reason.js';

testRule(rule, {
  'a string, beside an Error': {
    invalid: `
      export function start(url: string): () => void {
        const controller = new AbortController();
        void fetch(url, { signal: controller.signal });
        return () => { controller.abort('The user left.'); };
                                        ~~~~~~~~~~~~~~~~ text
      }
    `,
    valid: `
      export function start(url: string): () => void {
        const controller = new AbortController();
        void fetch(url, { signal: controller.signal });
        return () => { controller.abort(new Error('The user left.')); };
      }
    `,
  },
  'a template that speaks of a timeout, beside a DOMException': {
    invalid: `
      export function limit(ms: number): AbortSignal {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(\`timed out after \${ms} ms\`); }, ms);
                                            ~~~~~~~~~~~~~~~~~~~~~~~~~~ text
        return controller.signal;
      }
    `,
    valid: `
      export function limit(ms: number): AbortSignal {
        const controller = new AbortController();
        setTimeout(() => { controller.abort(new DOMException('late', 'TimeoutError')); }, ms);
        return controller.signal;
      }
    `,
  },
  'null, beside nothing': {
    invalid: `
      export function stop(controllers: AbortController[], controller: AbortController): void {
        controller.abort(null);
                         ~~~~ null
        controllers.pop();
      }
    `,
    valid: `
      export function stop(controllers: AbortController[], controller: AbortController): void {
        controller.abort();
        controller.abort(undefined);
        controllers.pop();
      }
    `,
  },
  'an object literal in a field, beside the abort of something else': {
    invalid: `
      export class Job {
        #controller = new AbortController();
        get signal(): AbortSignal {
          return this.#controller.signal;
        }
        cancel(by: string): void {
          this.#controller.abort({ /* who */ by });
                                 ~~~~~~~~~~~~~~~~ other
        }
      }
    `,
    valid: `
      export class Job {
        #stream = new WritableStream();
        get stream(): WritableStream {
          return this.#stream;
        }
        async cancel(by: string): Promise<void> {
          await this.#stream.abort({ by });
        }
      }
    `,
  },
  'an aborted signal made of a string, beside one made of an error': {
    invalid: `
      export const stopped = AbortSignal.abort('stopped');
                                               ~~~~~~~~~ text
    `,
    valid: `
      export const stopped = AbortSignal.abort(new DOMException('stopped', 'AbortError'));
      export const plain = AbortSignal.abort();
    `,
  },
  'a string from a constant and a sum, beside a value of unknown kind': {
    invalid: `
      const left = 'left';
      export function leave(abortController: AbortController, page: string): void {
        abortController.abort(left + page);
                              ~~~~~~~~~~~ text
      }
    `,
    valid: `
      export function leave(abortController: AbortController, reason?: unknown): void {
        abortController.abort(reason);
      }
    `,
  },
  'either of two strings, beside a reason or an Error': {
    invalid: `
      export function end(isUser: boolean): AbortSignal {
        const controller = new AbortController();
        controller.abort(isUser ? 'user' : 'system');
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~ text
        return controller.signal;
      }
    `,
    valid: `
      export function end(isUser: boolean, other: AbortSignal): AbortSignal {
        const controller = new AbortController();
        controller.abort(isUser ? new Error('user') : other.reason);
        return controller.signal;
      }
    `,
  },
  'a string that nobody asks for, beside an agreed one': {
    invalid: `
      const restart = 'restart';
      export async function run(url: string): Promise<void> {
        const controller = new AbortController();
        process.once('SIGHUP', () => { controller.abort(restart); });
                                                        ~~~~~~~ text
        await fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      const restart = 'restart';
      export async function run(url: string): Promise<void> {
        const controller = new AbortController();
        process.once('SIGHUP', () => { controller.abort(restart); });
        try {
          await fetch(url, { signal: controller.signal });
        } catch (error) {
          if (controller.signal.reason !== restart) throw error;
          await run(url);
        }
      }
    `,
  },
  'the type of a parameter, beside an Error, any and a caught error': {
    types: 'with',
    invalid: `
      export function cancel(controller: AbortController, why: string): void {
        controller.abort(why);
                         ~~~ text
      }
    `,
    valid: `
      export function cancel(controller: AbortController, why: Error | undefined, other: any): void {
        controller.abort(why);
        controller.abort(other);
        try {
          JSON.parse('');
        } catch (error) {
          controller.abort(error);
        }
      }
    `,
  },
  'an event as an argument, beside an error-like object and an open one': {
    types: 'with',
    invalid: `
      export function cancelOn(target: EventTarget, controller: AbortController): void {
        target.addEventListener('close', (event) => { controller.abort(event); });
                                                                       ~~~~~ other
      }
    `,
    valid: `
      export function cancelOn(target: EventTarget, controller: AbortController, open: object, key: { name: string; message: string }): void {
        target.addEventListener('close', () => { controller.abort(open); });
        target.addEventListener('end', () => { controller.abort(key); });
      }
    `,
  },
  'a converted value, beside an unknown type without types': {
    language: 'js',
    invalid: `
      export class Session {
        constructor() {
          this.abortController = new AbortController();
        }
        close(code) {
          this.abortController?.abort(String(code));
                                      ~~~~~~~~~~~~ text
        }
      }
    `,
    valid: `
      export class Session {
        constructor(request) {
          this.request = request;
        }
        close(code) {
          this.request.abort('closed');
          this.request.abortion?.('closed', code);
        }
      }
    `,
  },
  'a symbol of no use, beside one that the handler knows': {
    invalid: `
      const late = Symbol('late');
      export function limited(controller: AbortController, ms: number): void {
        setTimeout(() => { controller.abort(late); }, ms);
                                            ~~~~ other
      }
    `,
    valid: `
      const late = Symbol('late');
      export async function limited(url: string, ms: number): Promise<Response | undefined> {
        const controller = new AbortController();
        const timer = setTimeout(() => { controller.abort(late); }, ms);
        try {
          return await fetch(url, { signal: controller.signal });
        } catch (error) {
          if (Object.is(error, late)) return undefined;
          throw error;
        } finally {
          clearTimeout(timer);
        }
      }
    `,
  },
  'a number, beside a function of that name': {
    invalid: `
      export function halt(): AbortSignal {
        const ac = new AbortController();
        ac.abort(408);
                 ~~~ other
        return ac.signal;
      }
    `,
    valid: `
      declare function abort(code: number): never;
      export function halt(): never {
        return abort(408);
      }
    `,
  },
  'a constant of another file, by which its users agree': {
    valid: `
      import { taskCancelled } from './reasons.js';
      declare module './reasons.js' {
        export const taskCancelled: string;
      }
      export function cancelTask(controller: AbortController): void {
        controller.abort(taskCancelled);
      }
    `,
  },
  'the event of a socket, beside that of a signal, which no-lossy-abort-relay reports': {
    invalid: `
      export function load(url: string, socket: WebSocket): Promise<Response> {
        const controller = new AbortController();
        socket.addEventListener('close', (event) => controller.abort(event));
                                                                     ~~~~~ other
        return fetch(url, { signal: controller.signal });
      }
    `,
    valid: `
      export function load(url: string, signal: AbortSignal): Promise<Response> {
        const controller = new AbortController();
        signal.addEventListener('abort', (event) => controller.abort(event));
        return fetch(url, { signal: controller.signal });
      }
    `,
    types: 'with',
  },
  'a text, beside one in a test': {
    invalid: `
      export function stop(controller: AbortController): void {
        controller.abort('stopped');
                         ~~~~~~~~~ text
      }
    `,
    valid: `
      declare function it(name: string, test: () => void): void;
      it('keeps the reason', () => {
        const controller = new AbortController();
        controller.abort('reason');
      });
    `,
  },
});
