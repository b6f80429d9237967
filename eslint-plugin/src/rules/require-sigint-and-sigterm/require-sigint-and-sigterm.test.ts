import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-sigint-and-sigterm.js';

const server = `
      import { createServer } from 'node:http';
      const server = createServer();
      function shutdown(): void {
        server.close(() => process.exit(0));
      }`;

testRule(rule, {
  'SIGTERM alone, beside both': {
    invalid: `${server}
      process.once('SIGTERM', shutdown);
                              ~~~~~~~~ half
    `,
    valid: `${server}
      process.once('SIGTERM', shutdown);
      process.once('SIGINT', shutdown);
    `,
  },
  'SIGINT alone, beside a loop over both': {
    invalid: `${server}
      if (process.stdin.isTTY) {
        process.on("SIGINT", shutdown);
                             ~~~~~~~~ half
      }
    `,
    valid: `${server}
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, shutdown);
      }
    `,
  },
  'a function from elsewhere, beside one that says nothing': {
    invalid: `
      const { cleanup } = require('./cleanup');
      process.on('SIGINT', cleanup);
                           ~~~~~~~ half
    `,
    valid: `
      const { handler } = require('./handler');
      process.on('SIGINT', handler);
    `,
    language: 'js',
  },
  'a method, beside one that only aborts': {
    invalid: `
      class Worker {
        listen(): void {
          process.once('SIGTERM', this.stop.bind(this));
                                  ~~~~~~~~~~~~~~~~~~~~ half
        }
        stop(): void {
          console.log('stopping');
          process.exitCode = 143;
        }
      }
      new Worker().listen();
    `,
    valid: `
      class Worker {
        readonly #controller = new AbortController();
        listen(): void {
          process.once('SIGTERM', this.interrupt.bind(this));
        }
        interrupt(): void {
          this.#controller.abort();
        }
      }
      new Worker().listen();
    `,
  },
  'a shutdown, beside a listener in place': {
    invalid: `${server}
      const leave = (): void => {
        console.log('leaving');
        shutdown();
      };
      process.on('SIGTERM', leave);
                            ~~~~~ half
    `,
    valid: `
      const interruption = new AbortController();
      process.once('SIGINT', () => {
        interruption.abort();
      });
    `,
  },
  'for good, beside for a time': {
    invalid: `${server}
      export function protect(): void {
        process.on('SIGINT', shutdown);
                             ~~~~~~~~ half
      }
    `,
    valid: `${server}
      export async function protect(work: () => Promise<void>): Promise<void> {
        process.on('SIGINT', shutdown);
        try {
          await work();
        } finally {
          process.off('SIGINT', shutdown);
        }
      }
    `,
  },
  'other listeners of the missing signal': {
    valid: `${server}
      process.on('SIGTERM', shutdown);
      process.on('SIGINT', () => { console.log('use SIGTERM'); process.exit(1); });
    `,
  },
  'signals that are not known': {
    valid: `${server}
      export function listen(signal: NodeJS.Signals): void {
        process.on('SIGTERM', shutdown);
        process.on(signal, shutdown);
      }
    `,
  },
  'other signals, and other emitters': {
    valid: `${server}
      declare const app: NodeJS.EventEmitter;
      app.on('SIGTERM', shutdown);
      process.on('SIGHUP', shutdown);
    `,
  },
  'a comment in the registration': {
    invalid: `${server}
      process.on('SIGTERM' /* from the supervisor */, shutdown);
                                                      ~~~~~~~~ half
    `,
  },
  'a listener for the time of a child process, beside one for another time': {
    language: 'js',
    invalid: `
      const { spawn } = require('node:child_process');
      module.exports = function run(command, done) {
        const child = spawn(command);
        child.on('close', onClose);
        process.once('SIGTERM', killChild);
                                ~~~~~~~~~ half
        function onClose(code) {
          process.removeListener('SIGTERM', killChild);
          done(code);
        }
        function killChild() {
          child.kill();
        }
      };
    `,
    valid: `
      const { spawn } = require('node:child_process');
      const children = new Set();
      module.exports = function run(command, done) {
        const child = spawn(command);
        children.add(child);
        child.on('close', onClose);
        process.once('SIGTERM', killAll);
        function onClose(code) {
          process.removeListener('SIGTERM', killAll);
          done(code);
        }
        function killAll() {
          for (const each of children) each.kill();
        }
      };
    `,
  },
});
