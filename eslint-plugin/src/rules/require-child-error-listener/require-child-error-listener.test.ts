import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-child-error-listener.js';

testRule(rule, {
  'a child without a listener, beside one with it': {
    invalid: `
      import { spawn } from 'node:child_process';
      export function build(signal: AbortSignal): void {
        const child = spawn('make', ['all'], { signal });
                      ~~~~~ deaf
        child.stdout.pipe(process.stdout);
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      export function build(signal: AbortSignal): void {
        const child = spawn('make', ['all'], { signal });
        child.stdout.pipe(process.stdout);
        child.on('error', () => undefined);
      }
    `,
  },
  'a child that is let go, beside one without a signal': {
    invalid: `
      import * as childProcess from 'node:child_process';
      export function build(signal: AbortSignal): void {
        childProcess.spawn('make', { signal, stdio: 'inherit' });
        ~~~~~~~~~~~~~~~~~~ deaf
      }
    `,
    valid: `
      import * as childProcess from 'node:child_process';
      export function build(): void {
        childProcess.spawn('make', { stdio: 'inherit' });
      }
    `,
  },
  'other listeners in a chain, beside one of errors': {
    invalid: `
      const { fork } = require('child_process');
      const controller = new AbortController();
      const { signal } = controller;
      fork('worker.js', { signal }).on('exit', () => console.log('exit'));
      ~~~~ deaf
    `,
    valid: `
      const { fork } = require('child_process');
      const controller = new AbortController();
      const { signal } = controller;
      fork('worker.js', { signal }).on('exit', () => console.log('exit')).once('error', console.error);
    `,
    language: 'js',
  },
  'exec without a callback, beside one with it': {
    invalid: `
      import { exec } from 'node:child_process';
      export function list(signal: AbortSignal): void {
        const child = exec('ls', { signal });
                      ~~~~ deaf
        child.on('close', (code) => { console.log(code); });
      }
    `,
    valid: `
      import { exec } from 'node:child_process';
      export function list(signal: AbortSignal): void {
        const child = exec('ls', { signal }, (error) => { console.log(error); });
        child.on('close', (code) => { console.log(code); });
      }
    `,
  },
  'parts of the child, beside the whole of it': {
    invalid: `
      import { spawn } from 'node:child_process';
      export async function read(signal: AbortSignal): Promise<void> {
        const { stdout } = spawn('cat', ['words'], { signal });
                           ~~~~~ deaf
        for await (const part of stdout) console.log(part);
      }
    `,
    valid: `
      import { spawn, type ChildProcess } from 'node:child_process';
      export function read(signal: AbortSignal): ChildProcess {
        const child = spawn('cat', ['words'], { signal });
        return child;
      }
    `,
  },
  'a wait for another event, beside one that rejects on errors': {
    invalid: `
      import { spawn } from 'node:child_process';
      export function run(signal: AbortSignal): Promise<number | null> {
        const child = spawn('make', { signal });
                      ~~~~~ deaf
        return new Promise((resolve) => {
          child.on('close', resolve);
        });
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      import { once } from 'node:events';
      export async function run(signal: AbortSignal): Promise<unknown[]> {
        const child = spawn('make', { signal });
        return await once(child, 'close');
      }
    `,
  },
  'options in a variable, and a timeout': {
    invalid: `
      import { spawn } from 'node:child_process';
      const options = { signal: AbortSignal.timeout(1000) };
      const child = spawn('make', [], options);
                    ~~~~~ deaf
      child.unref();
    `,
    valid: `
      import { spawn } from 'node:child_process';
      const options = { timeout: 1000 };
      const child = spawn('make', [], options);
      child.unref();
    `,
  },
  'a field, and an argument, may get their listener elsewhere': {
    valid: `
      import { spawn, type ChildProcess } from 'node:child_process';
      class Runner {
        #child: ChildProcess | undefined;
        constructor(private readonly signal: AbortSignal) {}
        start(): void {
          this.#child = spawn('make', { signal: this.signal });
          watch(spawn('make', { signal: this.signal }));
          this.#child.unref();
        }
      }
      declare function watch(child: ChildProcess): void;
      new Runner(AbortSignal.timeout(1)).start();
    `,
  },
  'an event whose name is not known': {
    invalid: `
      import { spawn } from 'node:child_process';
      export function run(signal: AbortSignal, listener: () => void): void {
        const child = spawn('make', { signal });
                      ~~~~~ deaf
        child.once('exit', listener);
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      export function run(signal: AbortSignal, event: string, listener: () => void): void {
        const child = spawn('make', { signal });
        child.once(event, listener);
      }
    `,
  },
  'other functions of these names': {
    valid: `
      import { execa as spawn } from 'execa';
      export async function run(signal: AbortSignal): Promise<void> {
        const child = spawn('make', { cancelSignal: signal, signal });
        await child;
      }
    `,
    types: 'without',
  },
});
