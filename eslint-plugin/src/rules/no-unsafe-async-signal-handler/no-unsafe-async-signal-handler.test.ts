import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unsafe-async-signal-handler.js';

const stop = `
      declare const server: { stop(): Promise<void> };`;

testRule(rule, {
  'a rejection that nobody handles, beside one that is caught': {
    invalid: `${stop}
      process.once('SIGTERM', async () => {
                              ~~~~~ unhandled
        await server.stop();
        process.exit(143);
      });
    `,
    valid: `${stop}
      process.once('SIGTERM', async () => {
        try {
          await server.stop();
        } catch (error) {
          console.error(error);
        }
        process.exit(143);
      });
    `,
  },
  'a second signal that starts it again, beside a flag': {
    invalid: `${stop}
      process.on('SIGTERM', async () => {
                            ~~~~~ reentered
        try {
          await server.stop();
        } catch (error) {
          console.error(error);
        }
        process.exit(143);
      });
    `,
    valid: `${stop}
      let isStopping = false;
      process.on('SIGTERM', async () => {
        if (isStopping) process.exit(1);
        isStopping = true;
        try {
          await server.stop();
        } catch (error) {
          console.error(error);
        }
        process.exit(143);
      });
    `,
  },
  'both at once, beside an exit in finally': {
    invalid: `${stop}
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, async () => {
                         ~~~~~ unhandled
          // Let the requests end.
          await server.stop();

          process.exit(1);
        });
      }
    `,
    valid: `${stop}
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.once(name, async () => {
          try {
            await server.stop();
          } finally {
            process.exit(1);
          }
        });
      }
    `,
  },
  'a shared function whose promise is dropped, beside one with a catch': {
    invalid: `${stop}
      async function shutdown(name: string): Promise<void> {
        console.log(name);
        await server.stop();
      }
      process.once('SIGINT', () => void shutdown('SIGINT'));
                             ~ unhandled
      process.once('SIGTERM', () => {
                              ~ unhandled
        shutdown('SIGTERM');
      });
    `,
    valid: `${stop}
      async function shutdown(name: string): Promise<void> {
        console.log(name);
        await server.stop();
      }
      process.once('SIGINT', () => void shutdown('SIGINT').catch(console.error));
      process.once('SIGTERM', () => {
        shutdown('SIGTERM').then(() => process.exit(0), () => process.exit(1));
      });
    `,
  },
  'one handler of two listeners, beside one that is registered once': {
    invalid: `${stop}
      const shutdown = async (): Promise<void> => {
        await server.stop().catch(console.error);
        process.exit(0);
      };
      process.on('SIGINT', shutdown);
                           ~~~~~~~~ reentered
      process.addListener('SIGTERM', shutdown);
    `,
    valid: `${stop}
      const shutdown = async (): Promise<void> => {
        await server.stop().catch(console.error);
        process.exit(0);
      };
      process.once('SIGINT', shutdown);
      process.once('SIGTERM', shutdown);
    `,
  },
  'an async function for an old target, beside one with a guard': {
    invalid: `
      class ApolloServer {
        constructor() {
          const signals = ['SIGINT', 'SIGTERM'];
          signals.forEach((signal) => {
            const handler = () => __awaiter(this, void 0, void 0, function* () {
              yield this.stop();
              process.kill(process.pid, signal);
            });
            process.once(signal, handler);
                                 ~~~~~~~ unhandled
          });
        }
      }
    `,
    valid: `
      class ApolloServer {
        constructor() {
          const signals = ['SIGINT', 'SIGTERM'];
          let received = false;
          signals.forEach((signal) => {
            const handler = () => __awaiter(this, void 0, void 0, function* () {
              if (received) return;
              received = true;
              try {
                yield this.stop();
              } catch (e) {
                console.error(e);
                process.exit(1);
              }
              process.kill(process.pid, signal);
            });
            process.on(signal, handler);
          });
        }
      }
    `,
    language: 'js',
  },
  'a method, beside one that cannot fail': {
    invalid: `
      class Worker {
        listen(): void {
          process.once('SIGTERM', this.drain.bind(this));
                                  ~~~~ unhandled
        }
        async drain(): Promise<void> {
          await fetch('https://example.com/drain');
        }
      }
      new Worker().listen();
    `,
    valid: `
      class Worker {
        listen(): void {
          process.once('SIGTERM', this.drain.bind(this));
        }
        async drain(): Promise<void> {
          await this.tell();
          await Promise.allSettled([fetch('https://example.com/drain')]);
        }
        async tell(): Promise<void> {
          try {
            await fetch('https://example.com/bye');
          } catch {
            console.log('nobody is there');
          }
        }
      }
      new Worker().listen();
    `,
  },
  'a rejection, beside a file that handles them all': {
    invalid: `${stop}
      process.once('SIGTERM', async function shutdown() {
                              ~~~~~ unhandled
        await server.stop();
      });
    `,
    valid: `${stop}
      process.on('unhandledRejection', (error) => {
        console.error(error);
        process.exit(1);
      });
      process.once('SIGTERM', async function shutdown() {
        await server.stop();
      });
    `,
  },
  'a wait that cannot fail, and a promise for a callback': {
    valid: `
      import { createServer } from 'node:http';
      import { setTimeout } from 'node:timers/promises';
      const server = createServer();
      process.once('SIGTERM', async () => {
        await setTimeout(100);
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
  },
  'a listener that is taken off first': {
    invalid: `
      async function quit() {
        await fetch('https://example.com/quit').catch(() => {});
      }
      process.on('SIGINT', quit);
                           ~~~~ reentered
    `,
    valid: `
      async function quit() {
        process.off('SIGINT', quit);
        await fetch('https://example.com/quit').catch(() => {});
      }
      process.on('SIGINT', quit);
    `,
  },
  'catch that throws again, beside one that does not': {
    invalid: `${stop}
      process.once('SIGINT', async () => {
                             ~~~~~ unhandled
        try {
          await server.stop();
        } catch (error) {
          throw new Error('not stopped', { cause: error });
        }
      });
    `,
    valid: `${stop}
      process.once('SIGINT', async () => {
        try {
          await server.stop();
        } catch {
          process.exitCode = 1;
        }
      });
    `,
  },
  'other signals, other emitters, and handlers that do not wait': {
    valid: `${stop}
      declare const app: NodeJS.EventEmitter;
      process.on('SIGHUP', async () => { await server.stop(); });
      app.on('SIGTERM', async () => { await server.stop(); });
      process.on('SIGTERM', () => { process.exitCode = 143; });
      const controller = new AbortController();
      process.once('SIGINT', () => { controller.abort(); });
    `,
  },
  'a promise that an async handler drops, beside one with a catch': {
    invalid: `
      async function closeServer(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, async () => {
                           ~~~~~ unhandled
          closeServer();
          process.exitCode = 1;
        });
      }
    `,
    valid: `
      async function closeServer(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, async () => {
          closeServer().catch(console.error);
          process.exitCode = 1;
        });
      }
    `,
  },
  'a promise of something else that is dropped, beside one with a catch and what gives none': {
    invalid: `
      declare const server: { close(): Promise<void> };
      for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, () => {
                           ~ unhandled
          server.close();
          process.exitCode = 1;
        });
      }
    `,
    valid: `
      declare const server: { close(): Promise<void> };
      declare const socket: { close(): void };
      for (const name of ['SIGINT', 'SIGTERM']) {
        process.once(name, () => {
          socket.close();
          server.close().catch(console.error);
          process.exitCode = 1;
        });
      }
    `,
    types: 'with',
  },
});
