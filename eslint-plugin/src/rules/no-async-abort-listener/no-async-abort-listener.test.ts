import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-async-abort-listener.js';

testRule(rule, {
  'an async listener, beside one that catches': {
    invalid: `
      const controller = new AbortController();
      controller.signal.addEventListener('abort', async () => {
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ own
        await fetch('https://example.com/stop', { method: 'POST' });
      });
      export default controller;
    `,
    valid: `
      const controller = new AbortController();
      controller.signal.addEventListener('abort', async () => {
        try {
          await fetch('https://example.com/stop', { method: 'POST' });
        } catch (error) {
          console.warn(error);
        }
      });
      export default controller;
    `,
  },
  'a try with finally alone, beside one with catch and finally': {
    invalid: `
      const controller = new AbortController();
      controller.signal.addEventListener('abort', async () => {
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ own
        try {
          await fetch('https://example.com/stop');
        } finally {
          console.log('stopped');
        }
      });
      export default controller;
    `,
    valid: `
      const controller = new AbortController();
      controller.signal.addEventListener('abort', async () => {
        try {
          await fetch('https://example.com/stop');
        } catch (error) {
          console.warn(error);
        } finally {
          console.log('stopped');
        }
      });
      export default controller;
    `,
  },
  'a named async listener, beside one that only awaits what cannot fail': {
    language: 'js',
    invalid: `
      const controller = new AbortController();
      async function stop() {
        await fetch('https://example.com/stop');
      }
      controller.signal.addEventListener('abort', stop);
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ own
      export default controller;
    `,
    valid: `
      const controller = new AbortController();
      async function stop() {
        await Promise.allSettled([fetch('https://example.com/stop')]);
        await fetch('https://example.com/stopped').catch(() => undefined);
      }
      controller.signal.addEventListener('abort', stop);
      export default controller;
    `,
  },
  'a promise that is started, beside one with a catch': {
    invalid: `
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
      }
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => {
        void stop();
             ~~~~~~ started
      });
      export default controller;
    `,
    valid: `
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
      }
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => {
        void stop().catch((error: unknown) => console.warn(error));
      });
      export default controller;
    `,
  },
  'the promise that an arrow function returns, beside a function that catches by itself': {
    language: 'js',
    invalid: `
      async function stop() {
        await fetch('https://example.com/stop');
      }
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => stop(), { once: true });
                                                        ~~~~~~ started
      export default controller;
    `,
    valid: `
      async function stop() {
        try {
          await fetch('https://example.com/stop');
        } catch (error) {
          console.warn(error);
        }
      }
      const controller = new AbortController();
      controller.signal.addEventListener('abort', () => stop(), { once: true });
      export default controller;
    `,
  },
  'finally alone, beside finally behind a catch': {
    language: 'js',
    types: 'with',
    invalid: `
      const controller = new AbortController();
      controller.signal.onabort = () => {
        fetch('https://example.com/stop').finally(() => console.log('stopped'));
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ started
      };
      export default controller;
    `,
    valid: `
      const controller = new AbortController();
      controller.signal.onabort = () => {
        fetch('https://example.com/stop')
          .catch((error) => console.warn(error))
          .finally(() => console.log('stopped'));
      };
      export default controller;
    `,
  },
  'a received signal and a method, beside a promise that is collected': {
    language: 'js',
    invalid: `
      export class Session {
        async close() {
          await fetch('https://example.com/close');
        }
        follow(signal) {
          signal.throwIfAborted();
          signal.addEventListener('abort', () => {
            this.close();
            ~~~~~~~~~~~~ started
          });
        }
      }
    `,
    valid: `
      export class Session {
        async close() {
          await fetch('https://example.com/close');
        }
        follow(signal) {
          signal.throwIfAborted();
          signal.addEventListener('abort', () => {
            this.closed = this.close();
          });
        }
      }
    `,
  },
  'a call that gives a promise, beside calls that do not or may not': {
    types: 'with',
    invalid: `
      export function follow(stream: ReadableStream, signal: AbortSignal): void {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => {
          stream.cancel(signal.reason);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ started
        });
      }
    `,
    valid: `
      export function follow(socket: WebSocket, end: any, signal: AbortSignal): void {
        signal.throwIfAborted();
        signal.addEventListener('abort', () => {
          socket.close();
          end();
        });
      }
    `,
  },
  'a function that waits for what somebody else handles': {
    language: 'js',
    valid: `
      export function send(request, signal) {
        return new Promise((resolve, fail) => {
          let writing = undefined;
          const reject = async (error) => {
            await writing;
            fail(error);
          };
          const onAbort = () => {
            reject(signal.reason);
          };
          signal.addEventListener('abort', onAbort, { once: true });
          request.once('close', () => signal.removeEventListener('abort', onAbort));
          writing = request.write().then(resolve).catch(fail);
        });
      }
    `,
  },
});
