import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-unsupported-process-signal.js';

testRule(rule, {
  'a signal that cannot be caught, beside one that can': {
    invalid: `
      process.on('SIGKILL', () => process.exit(1));
                 ~~~~~~~~~ uncatchable
    `,
    valid: `
      process.on('SIGQUIT', () => process.exit(1));
    `,
  },
  'an element of a list, beside a list without it': {
    invalid: `
      for (const name of ['SIGKILL', 'SIGTERM'] as const) {
                          ~~~~~~~~~ uncatchable
        process.on(name, () => process.exit(1));
      }
    `,
    valid: `
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.on(name, () => process.exit(1));
      }
    `,
  },
  'the last element of a constant list, beside a list that is not listened to': {
    invalid: `
      const names = ['SIGTERM', "SIGSTOP"];
                                ~~~~~~~~~ uncatchable
      names.forEach((name) => process.once(name, () => process.exit(1)));
      names.forEach((name) => process.addListener(name, () => console.log(name)));
    `,
    valid: `
      const names = ['SIGTERM', "SIGSTOP"];
      names.forEach((name) => process.kill(7, name));
    `,
    language: 'js',
  },
  'a name in a constant, beside a handler that does not matter': {
    invalid: `
      import process from 'node:process';
      import { stop } from './stop.js';
      const name = 'SIGKILL';
      process.prependListener(name, stop);
                              ~~~~ uncatchable
    `,
    valid: `
      import process from 'node:process';
      import { stop } from './stop.js';
      const name = 'SIGHUP';
      process.prependListener(name, stop);
    `,
    types: 'without',
  },
  'a comment in the list': {
    invalid: `
      ['SIGTERM', /* at last */ 'SIGKILL'].forEach((name) => {
                                ~~~~~~~~~ uncatchable
        process.on(name, () => process.exit(1));
      });
    `,
    language: 'js',
  },
  'a worker thread, beside a file for both': {
    invalid: `
      import { parentPort } from 'node:worker_threads';
      process.on('SIGTERM', () => {
      ~~~~~~~~~~ worker
        parentPort?.postMessage('stopping');
      });
    `,
    valid: `
      import { isMainThread, parentPort } from 'node:worker_threads';
      if (isMainThread) process.on('SIGTERM', () => process.exit(143));
      parentPort?.postMessage('ready');
    `,
  },
  'a worker thread that hears of the shutdown by a message': {
    valid: `
      import { parentPort } from 'node:worker_threads';
      parentPort?.once('message', () => process.exit(0));
      process.on('exit', () => { console.log('stopped'); });
    `,
  },
  'a file that starts workers': {
    valid: `
      import { parentPort, Worker } from 'node:worker_threads';
      const worker = new Worker('./worker.js');
      process.once('SIGTERM', () => void worker.terminate());
      parentPort?.postMessage('ready');
    `,
  },
  'chains and other spellings': {
    invalid: `
      globalThis.process.on('SIGTERM', () => process.exit(1)).on(\`SIGSTOP\`, () => process.exit(1));
                                                                 ~~~~~~~~~ uncatchable
    `,
    valid: `
      globalThis.process.on('SIGTERM', () => process.exit(1)).on(\`SIGCONT\`, () => process.exit(1));
    `,
  },
  'sending them, and emitters of other things': {
    valid: `
      import { spawn } from 'node:child_process';
      const child = spawn('make');
      child.kill('SIGKILL');
      process.kill(child.pid ?? 0, 'SIGSTOP');
      child.on('SIGKILL', () => undefined);
    `,
  },
});
