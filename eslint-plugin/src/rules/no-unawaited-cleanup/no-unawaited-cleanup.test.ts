import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unawaited-cleanup.js';

testRule(rule, {
  'a function of the file in finally, beside an awaited one': {
    invalid: `
      async function release(name: string): Promise<void> {
        await fetch(name, { method: 'DELETE' });
      }
      export async function work(name: string): Promise<void> {
        try {
          await fetch(name);
        } finally {
          release(name);
          ~~~~~~~ floating
        }
      }
    `,
    valid: `
      async function release(name: string): Promise<void> {
        await fetch(name, { method: 'DELETE' });
      }
      export async function work(name: string): Promise<void> {
        try {
          await fetch(name);
        } finally {
          await release(name);
        }
      }
    `,
  },
  'an API that the catalogue knows, beside one that is synchronous': {
    invalid: `
      import { open } from 'node:fs/promises';
      export async function write(path: string, text: string): Promise<void> {
        const file = await open(path, 'w');
        try {
          await file.write(text);
        } finally {
          void file.close();
                    ~~~~~ floating
        }
      }
    `,
    valid: `
      import { closeSync, openSync, writeSync } from 'node:fs';
      export async function write(path: string, text: string): Promise<void> {
        const file = openSync(path, 'w');
        try {
          writeSync(file, await Promise.resolve(text));
        } finally {
          closeSync(file);
        }
      }
    `,
  },
  'forEach over async callbacks, beside allSettled': {
    invalid: `
      import { rm } from 'node:fs/promises';
      export async function work(paths: string[]): Promise<void> {
        try {
          await Promise.resolve();
        } finally {
          paths.forEach(async (path) => {
            await rm(path);
                  ~~ iterated
          });
        }
      }
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      export async function work(paths: string[]): Promise<void> {
        try {
          await Promise.resolve();
        } finally {
          await Promise.allSettled(paths.map(async (path) => { await rm(path); }));
        }
      }
    `,
  },
  'a map whose promises are dropped, beside a list that is awaited later': {
    invalid: `
      import { unlink } from 'node:fs/promises';
      export async function work(paths: string[]): Promise<void> {
        try {
          await Promise.resolve();
        } finally {
          paths.map((path) => unlink(path));
                              ~~~~~~ iterated
        }
      }
    `,
    valid: `
      import { unlink } from 'node:fs/promises';
      export async function work(paths: string[]): Promise<void> {
        let removed: Promise<void>[] = [];
        try {
          await Promise.resolve();
        } finally {
          removed = paths.map((path) => unlink(path));
        }
        await Promise.all(removed);
      }
    `,
  },
  'a catch that an abort leads to, beside a catch without one': {
    invalid: `
      import { rm } from 'node:fs/promises';
      export async function download(url: string, path: string, signal: AbortSignal): Promise<void> {
        try {
          await fetch(url, { signal });
        } catch (error) {
          rm(path);
          ~~ floating
          throw error;
        }
      }
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      export async function parse(text: string, path: string): Promise<unknown> {
        try {
          return JSON.parse(text);
        } catch (error) {
          await rm(path);
          throw error;
        }
      }
    `,
  },
  'a dropped promise, beside one with a handler of its own': {
    invalid: `
      import { rm } from 'node:fs/promises';
      export async function work(path: string): Promise<void> {
        try {
          await Promise.resolve();
        } finally {
          rm(path).catch(() => {});
          ~~ floating
        }
      }
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      export async function work(path: string): Promise<void> {
        try {
          await Promise.resolve();
        } finally {
          rm(path).catch((error: unknown) => { console.error('left behind', path, error); });
        }
      }
    `,
  },
  'an async dispose method, beside one that awaits': {
    invalid: `
      export class Session implements AsyncDisposable {
        async close(): Promise<void> {
          await fetch('https://example.com/session', { method: 'DELETE' });
        }
        async [Symbol.asyncDispose](): Promise<void> {
          this.close();
               ~~~~~ floating
        }
      }
    `,
    valid: `
      export class Session implements AsyncDisposable {
        async close(): Promise<void> {
          await fetch('https://example.com/session', { method: 'DELETE' });
        }
        async [Symbol.asyncDispose](): Promise<void> {
          await this.close();
        }
      }
    `,
  },
  'a process-signal handler, beside one that awaits': {
    invalid: `
      async function closeServer(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      process.once('SIGHUP', async () => {
        closeServer();
        ~~~~~~~~~~~ floating
        process.exitCode = 129;
      });
    `,
    valid: `
      async function closeServer(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      process.once('SIGTERM', async () => {
        await closeServer();
        process.exitCode = 143;
      });
    `,
  },
  'a handler of SIGHUP, beside one of SIGTERM, which no-unsafe-async-signal-handler reports': {
    invalid: `
      declare const server: { close(): Promise<void> };
      process.once('SIGHUP', async () => {
        server.close();
               ~~~~~ floating
        process.exitCode = 129;
      });
    `,
    valid: `
      declare const server: { close(): Promise<void> };
      async function closeServer(): Promise<void> {
        await server.close();
      }
      process.once('SIGINT', async () => {
        closeServer();
        process.exitCode = 130;
      });
      process.once('SIGTERM', async () => {
        server.close();
        process.exitCode = 143;
      });
    `,
    types: 'with',
  },
  'using for what is disposed asynchronously, beside await using': {
    invalid: `
      class Lock {
        async [Symbol.asyncDispose](): Promise<void> {
          await fetch('https://example.com/lock', { method: 'DELETE' });
        }
      }
      export async function work(): Promise<void> {
        using lock = new Lock();
        ~~~~~ usingAsync
        await fetch('https://example.com', { body: String(lock) });
      }
    `,
    valid: `
      class Lock {
        async [Symbol.asyncDispose](): Promise<void> {
          await fetch('https://example.com/lock', { method: 'DELETE' });
        }
      }
      export async function work(): Promise<void> {
        await using lock = new Lock();
        await fetch('https://example.com', { body: String(lock) });
      }
    `,
    types: 'without',
  },
  'a function that can wait, beside one that cannot': {
    invalid: `
      async function close(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      export async function work(): Promise<void> {
        try {
          await fetch('https://example.com');
        } finally {
          close();
          ~~~~~ floating
        }
      }
    `,
    valid: `
      async function close(): Promise<void> {
        await fetch('https://example.com/bye');
      }
      export function work(): void {
        try {
          console.log('work');
        } finally {
          void close();
        }
      }
    `,
  },
  'what is not cleanup, and cancelling a reader, are left alone': {
    valid: `
      async function refresh(): Promise<void> {
        await fetch('https://example.com');
      }
      export async function work(reader: ReadableStreamDefaultReader): Promise<void> {
        try {
          await reader.read();
        } finally {
          void refresh();
          void reader.cancel();
        }
      }
    `,
  },
  'a promise by its type, beside a void method': {
    types: 'with',
    invalid: `
      declare const pool: { end(): Promise<void> };
      export async function work(): Promise<void> {
        try {
          await fetch('https://example.com');
        } finally {
          pool.end();
               ~~~ floating
        }
      }
    `,
    valid: `
      declare const pool: { end(): void };
      export async function work(): Promise<void> {
        try {
          await fetch('https://example.com');
        } finally {
          pool.end();
        }
      }
    `,
  },
  'plain JavaScript, beside a method that nothing tells of': {
    language: 'js',
    invalid: `
      class Worker {
        async stop() {
          await fetch('https://example.com/stop');
        }
        async run() {
          try {
            await fetch('https://example.com/run');
          } finally {
            this.stop();
                 ~~~~ floating
          }
        }
      }
      export default Worker;
    `,
    valid: `
      export async function run(worker) {
        try {
          await fetch('https://example.com/run');
        } finally {
          worker.stop();
        }
      }
    `,
  },
  'a step that only cleanup takes, beside one that other code takes too': {
    language: 'js',
    invalid: `
      export function openPool(client, signal) {
        let isActive = true;
        const unlisten = async () => {
          await client.query('UNLISTEN jobs');
        };
        function deactivate() {
          if (isActive) {
            isActive = false;
            unlisten();
            ~~~~~~~~ floating
          }
        }
        return {
          signal,
          async gracefulShutdown() {
            deactivate();
            await client.end();
          },
          async forcefulShutdown() {
            deactivate();
          },
        };
      }
    `,
    valid: `
      export function openPool(client, signal) {
        let isActive = true;
        const unlisten = async () => {
          await client.query('UNLISTEN jobs');
        };
        function deactivate() {
          if (isActive) {
            isActive = false;
            unlisten();
          }
        }
        client.on('end', () => {
          deactivate();
        });
        return {
          signal,
          async gracefulShutdown() {
            deactivate();
            await client.end();
          },
        };
      }
    `,
  },
});
