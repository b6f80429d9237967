import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-emulated-process-signal.js';

testRule(rule, {
  'an emitted signal, beside a delivered one': {
    invalid: `
      import { test } from 'node:test';
      test('stops', () => {
        process.emit('SIGINT');
        ~~~~~~~~~~~~ emulated
      });
    `,
    valid: `
      import { test } from 'node:test';
      test('stops', () => {
        process.kill(process.pid, 'SIGINT');
      });
    `,
  },
  'a test, beside a program that hands a signal on': {
    invalid: `
      import { it } from 'node:test';
      it('stops', () => {
        const handled = process.emit('SIGTERM', 'SIGTERM');
                        ~~~~~~~~~~~~ emulated
        console.log(handled);
      });
    `,
    valid: `
      export function relay(): void {
        const handled = process.emit('SIGTERM', 'SIGTERM');
        console.log(handled);
      }
    `,
  },
  'a signal, beside another event': {
    invalid: `
      const { test } = require('node:test');
      test('stops', () => {
        globalThis.process.emit("SIGHUP", "SIGHUP");
        ~~~~~~~~~~~~~~~~~~~~~~~ emulated
      });
    `,
    valid: `
      const { test } = require('node:test');
      test('stops', () => {
        globalThis.process.emit("beforeExit", 0);
      });
    `,
    language: 'js',
  },
  'several signals, beside a child that is sent them': {
    invalid: `
      import test from 'node:test';
      import process from 'node:process';
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        test(name, () => {
          process.emit(name);
          ~~~~~~~~~~~~ emulated
        });
      }
    `,
    valid: `
      import test from 'node:test';
      import { spawn } from 'node:child_process';
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        test(name, () => {
          const child = spawn(process.execPath, ['program.js']);
          child.kill(name);
        });
      }
    `,
  },
  'an assertion around the name': {
    invalid: `
      import test from 'node:test';
      test('stops', () => {
        process.emit('SIGINT' as never, 'SIGINT' /* its name */);
        ~~~~~~~~~~~~ emulated
      });
    `,
    valid: `
      import test from 'node:test';
      import { EventEmitter } from 'node:events';
      test('stops', () => {
        const process = new EventEmitter();
        process.emit('SIGINT', 'SIGINT');
      });
    `,
  },
  'a part of an expression': {
    invalid: `
      import test from 'node:test';
      test('stops', async () => {
        await Promise.resolve(process.emit('SIGINT', 'SIGINT'));
                              ~~~~~~~~~~~~ emulated
      });
    `,
  },
});
