import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-signal-handler-in-library.js';

testRule(rule, {
  'a listener taken off another signal, beside one that is added in another place too': {
    invalid: `
      export function guard(stop: () => void): () => void {
        const drain = (): void => { stop(); };
        process.on('SIGTERM', drain);
        process.on('SIGINT', stop);
        return () => {
          process.off('SIGINT', drain);
                      ~~~~~~~~ removedElsewhere
          process.off('SIGTERM', stop);
        };
      }
    `,
    valid: `
      export function guard(stop: () => void, names: NodeJS.Signals[]): () => void {
        const drain = (): void => { stop(); };
        const leave = (): void => { stop(); };
        process.on('SIGTERM', drain);
        for (const name of names) process.on(name, drain);
        process.on('SIGTERM', leave);
        register(leave);
        return () => {
          process.off('SIGINT', drain);
          process.off('SIGINT', leave);
        };
      }
      declare function register(listener: () => void): void;
    `,
  },
  'two signals that it was added to, in plain JavaScript, beside one of them': {
    language: 'js',
    invalid: `
      const stop = () => { server.close(); };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      server.on('close', () => process.removeListener('SIGHUP', stop));
                                                      ~~~~~~~~ removedElsewhere
    `,
    valid: `
      const stop = () => { server.close(); };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      server.on('close', () => process.removeListener('SIGINT', stop));
    `,
  },
  'a constructor, beside one whose class takes the listener off': {
    invalid: `
      export class Agent {
        constructor() {
          process.once('SIGTERM', () => { this.stop(); });
          ~~~~~~~~~~~~ perInstance
        }
        stop(): void {
          console.log('stopped');
        }
      }
    `,
    valid: `
      export class Agent {
        readonly #listener = (): void => { this.stop(); };
        constructor() {
          process.once('SIGTERM', this.#listener);
        }
        stop(): void {
          process.off('SIGTERM', this.#listener);
        }
      }
    `,
  },
  'a loop in a constructor, beside a method that a program calls': {
    invalid: `
      class Server {
        constructor() {
          ['SIGINT', 'SIGTERM'].forEach((name) => {
            process.on(name, () => this.close());
            ~~~~~~~~~~ perInstance
          });
        }
      }
    `,
    valid: `
      class Server {
        closeOnSignals() {
          ['SIGINT', 'SIGTERM'].forEach((name) => {
            process.on(name, () => this.close());
          });
        }
      }
    `,
    language: 'js',
  },
  'a constructor, beside one of a file that is run': {
    valid: `
      #!/usr/bin/env node
      class Server {
        constructor() {
          process.on('SIGINT', () => process.exit(130));
        }
      }
      new Server();
    `,
    language: 'js',
  },
  'other signals of a constructor': {
    valid: `
      export class Terminal {
        constructor() {
          process.on('SIGWINCH', () => { this.resize(); });
        }
        resize(): void {
          console.log(process.stdout.columns);
        }
      }
    `,
  },
  'all listeners, beside its own': {
    invalid: `
      export function takeOver(handler: () => void): void {
        process.removeAllListeners('SIGINT');
        ~~~~~~~~~~~~~~~~~~~~~~~~~~ removesAll
        process.once('SIGINT', handler);
      }
    `,
    valid: `
      export function release(handler: () => void): void {
        process.removeListener('SIGINT', handler);
        process.removeAllListeners('warning');
      }
    `,
  },
  'all listeners, beside those of another emitter': {
    invalid: `
      import process from 'node:process';
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(name);
                                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~ removesAll
    `,
    valid: `
      import { createInterface } from 'node:readline';
      createInterface({ input: process.stdin }).removeAllListeners('SIGINT');
    `,
  },
  'all listeners, in a test': {
    valid: `
      import { afterEach } from 'node:test';
      afterEach(() => {
        process.removeAllListeners('SIGINT');
      });
    `,
  },
  'a removal before the cleanup, beside one after it': {
    invalid: `
      import { rm } from 'node:fs/promises';
      export async function withLock(work: () => Promise<void>, interrupt: () => void): Promise<void> {
        process.on('SIGINT', interrupt);
        try {
          await work();
        } finally {
          process.off('SIGINT', interrupt);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ removedEarly
          await rm('index.lock');
        }
      }
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      export async function withLock(work: () => Promise<void>, interrupt: () => void): Promise<void> {
        process.on('SIGINT', interrupt);
        try {
          await work();
        } finally {
          await rm('index.lock');
          process.off('SIGINT', interrupt);
        }
      }
    `,
  },
  'cleanup that takes time, beside cleanup that does not': {
    invalid: `
      import { rm } from 'node:fs/promises';
      export async function withLock(work: () => Promise<void>, interrupt: () => void): Promise<void> {
        process.on('SIGTERM', interrupt);
        try {
          await work();
        } finally {
          process.removeListener('SIGTERM', interrupt);
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ removedEarly
          // The next run needs it.
          await rm('index.lock');
        }
      }
    `,
    valid: `
      import { rmSync } from 'node:fs';
      export async function withLock(work: () => Promise<void>, interrupt: () => void): Promise<void> {
        process.on('SIGTERM', interrupt);
        try {
          await work();
        } finally {
          process.removeListener('SIGTERM', interrupt);
          rmSync('index.lock');
        }
      }
    `,
  },
  'a program of its own may register and exit as it likes': {
    valid: `
      process.once('SIGINT', () => process.exit(0));
      process.once('SIGTERM', () => process.exit());
    `,
  },
});
