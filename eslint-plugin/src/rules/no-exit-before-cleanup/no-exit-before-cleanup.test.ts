import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-exit-before-cleanup.js';

testRule(rule, {
  'an exit right after the start of the cleanup, beside one after its end': {
    invalid: `
      import { writeFile } from 'node:fs/promises';
      async function stop(): Promise<void> {
        await writeFile('state.json', '{}');
      }
      process.once('SIGTERM', () => {
        stop();
        process.exit(143);
        ~~~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      import { writeFile } from 'node:fs/promises';
      async function stop(): Promise<void> {
        await writeFile('state.json', '{}');
      }
      process.once('SIGTERM', async () => {
        await stop();
        process.exit(143);
      });
    `,
  },
  'a dropped promise, beside an exit in its chain': {
    invalid: `
      import process from 'node:process';
      async function stop(): Promise<void> {
        await fetch('https://example.com/lock', { method: 'DELETE' });
      }
      const handler = (): void => {
        console.log('stopping');
        void stop().catch(console.error);
        process.exit();
        ~~~~~~~~~~~~~~ unfinished
      };
      process.on('SIGINT', handler);
    `,
    valid: `
      import process from 'node:process';
      async function stop(): Promise<void> {
        await fetch('https://example.com/lock', { method: 'DELETE' });
      }
      const handler = (): void => {
        console.log('stopping');
        void stop()
          .catch(console.error)
          .finally(() => process.exit());
      };
      process.on('SIGINT', handler);
    `,
  },
  'an exit behind a callback, beside one inside it': {
    invalid: `
      import { createServer } from 'node:http';
      const server = createServer();
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, () => {
          server.close(() => {
            console.log('closed');
          });
          process.exit(0);
          ~~~~~~~~~~~~~~~ unfinished
        });
      }
    `,
    valid: `
      import { createServer } from 'node:http';
      const server = createServer();
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, () => {
          server.close(() => {
            console.log('closed');
            process.exit(0);
          });
        });
      }
    `,
  },
  "a server's close, beside that of something unknown": {
    invalid: `
      const express = require('express');
      const server = express().listen(3000);
      process.on('SIGTERM', function () {
        server.close();
        process.exit(0);
        ~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      const database = require('./database');
      process.on('SIGTERM', function () {
        database.close();
        process.exit(0);
      });
    `,
    language: 'js',
  },
  'a shared function that the handler calls, beside one that waits': {
    invalid: `
      import { once } from 'node:events';
      declare const socket: import('node:net').Socket;
      async function disconnect(): Promise<void> {
        socket.end();
        await once(socket, 'close');
      }
      function shutdown(name: string): void {
        console.log(name);
        disconnect();
        process.exit(1);
        ~~~~~~~~~~~~~~~ unfinished
      }
      process.on('SIGINT', () => shutdown('SIGINT'));
      process.on('SIGTERM', () => shutdown('SIGTERM'));
    `,
    valid: `
      import { once } from 'node:events';
      declare const socket: import('node:net').Socket;
      async function disconnect(): Promise<void> {
        socket.end();
        await once(socket, 'close');
      }
      async function shutdown(name: string): Promise<void> {
        console.log(name);
        try {
          await disconnect();
        } finally {
          process.exit(1);
        }
      }
      process.on('SIGINT', () => shutdown('SIGINT'));
      process.on('SIGTERM', () => shutdown('SIGTERM'));
    `,
  },
  'cleanup that a called function starts, beside one that is done when it returns': {
    invalid: `
      import { rm } from 'node:fs/promises';
      async function release(): Promise<void> {
        await rm('index.lock');
      }
      const cleanup = (): void => {
        void release();
      };
      process.once('SIGINT', () => {
        cleanup();
        process.exit(130);
        ~~~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      import { rmSync } from 'node:fs';
      const cleanup = (): void => {
        rmSync('index.lock');
      };
      process.once('SIGINT', () => {
        cleanup();
        process.exit(130);
      });
    `,
  },
  'a method of a class, beside the exit on a second signal': {
    invalid: `
      class Runner {
        start(): void {
          process.on('SIGTERM', this.handle.bind(this));
        }
        async stop(): Promise<void> {
          await fetch('https://example.com/stop');
        }
        handle(): void {
          this.stop();
          process.exit(0);
          ~~~~~~~~~~~~~~~ unfinished
        }
      }
      new Runner().start();
    `,
    valid: `
      let isStopping = false;
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
      }
      process.on('SIGTERM', () => {
        if (isStopping) process.exit(1);
        isStopping = true;
        void stop().then(() => process.exit(0), () => process.exit(1));
      });
    `,
  },
  'an exit at once, beside one that comes after a time limit': {
    invalid: `
      async function stop() {
        await new Promise((resolve) => server.close(resolve));
      }
      globalThis.process.on('SIGINT', () => {
        stop();
        // enough
        process.exit(0);
        ~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      async function stop() {
        await new Promise((resolve) => server.close(resolve));
      }
      globalThis.process.on('SIGINT', () => {
        stop();
        setTimeout(() => process.exit(0), 5000).unref();
      });
    `,
    language: 'js',
  },
  'an await on the way, and async functions for an old target': {
    invalid: `
      const stop = () => __awaiter(void 0, void 0, void 0, function* () {
        yield fetch('https://example.com/stop');
      });
      ['SIGINT', 'SIGTERM'].forEach((name) => process.on(name, () => {
        if (name === 'SIGINT') {
          stop();
          process.exit(1);
          ~~~~~~~~~~~~~~~ unfinished
          console.log('gone');
        }
      }));
    `,
    valid: `
      const stop = () => __awaiter(void 0, void 0, void 0, function* () {
        yield fetch('https://example.com/stop');
      });
      ['SIGINT', 'SIGTERM'].forEach((name) => process.on(name, () => __awaiter(void 0, void 0, void 0, function* () {
        yield stop();
        process.exit(1);
      })));
    `,
    language: 'js',
  },
  'a finally that is skipped, beside one that an abort leads to': {
    invalid: `
      import { rm } from 'node:fs/promises';
      async function main(): Promise<void> {
        process.once('SIGINT', () => process.exit(130));
                                     ~~~~~~~~~~~~~~~~~ skipped
        try {
          await fetch('https://example.com');
        } finally {
          await rm('index.lock');
        }
      }
      await main();
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      async function main(): Promise<void> {
        const controller = new AbortController();
        process.once('SIGINT', () => { controller.abort(); });
        try {
          await fetch('https://example.com', { signal: controller.signal });
        } finally {
          await rm('index.lock');
        }
      }
      await main();
    `,
  },
  'a finally of work that the module starts, beside one that does nothing that takes time': {
    invalid: `
      import { rm } from 'node:fs/promises';
      process.on('SIGTERM', () => {
        console.error('terminated');
        process.exit(143);
        ~~~~~~~~~~~~~~~~~ skipped
      });
      async function build(): Promise<void> {
        try {
          await fetch('https://example.com');
        } finally {
          await rm('index.lock');
        }
      }
      await build();
    `,
    valid: `
      process.on('SIGTERM', () => {
        console.error('terminated');
        process.exit(143);
      });
      async function build(timer: NodeJS.Timeout): Promise<void> {
        try {
          await fetch('https://example.com');
        } finally {
          clearTimeout(timer);
        }
      }
      await build(setTimeout(() => undefined, 10));
    `,
  },
  'other emitters and other events are not its business': {
    valid: `
      declare const child: import('node:child_process').ChildProcess;
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
      }
      child.on('exit', () => {
        void stop();
        process.exit(1);
      });
      process.on('uncaughtException', () => {
        void stop();
        process.exit(1);
      });
    `,
  },
  'a promise that types know, beside a value': {
    invalid: `
      declare const pool: { end(): Promise<void>; reset(): void };
      process.once('SIGTERM', () => {
        pool.end();
        process.exit(0);
        ~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      declare const pool: { end(): Promise<void>; reset(): void };
      process.once('SIGTERM', () => {
        pool.reset();
        process.exit(0);
      });
    `,
    types: 'with',
  },
  'a server that is left closing, beside a cleanup that an exit listener does too': {
    language: 'js',
    invalid: `
      import { createServer } from 'node:http';
      const server = createServer().listen(8080);
      const cleanup = () => {
        server.close();
      };
      process.once('SIGTERM', () => {
        cleanup();
        process.exit(0);
        ~~~~~~~~~~~~~~~ unfinished
      });
    `,
    valid: `
      import { createServer } from 'node:http';
      import { unlinkSync } from 'node:fs';
      const server = createServer().listen('/tmp/socket');
      const cleanup = () => {
        server.close();
        unlinkSync('/tmp/socket');
      };
      process.once('SIGTERM', () => {
        cleanup();
        process.exit(0);
      });
      process.once('exit', cleanup);
    `,
  },
});
