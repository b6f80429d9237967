import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './require-exit-in-signal-handler.js';

testRule(rule, {
  'a handler that only logs, beside one that exits': {
    invalid: `
      process.on('SIGINT', () => {
                           ~ idle
        console.log('interrupted');
      });
    `,
    valid: `
      process.on('SIGINT', () => {
        console.log('interrupted');
        process.exit(130);
      });
    `,
  },
  'an expression body, beside one that calls something unknown': {
    invalid: `
      process.on('SIGTERM', () => console.error('terminated'));
                            ~ idle
    `,
    valid: `
      declare function stop(): void;
      process.on('SIGTERM', () => stop());
    `,
  },
  'files that are deleted, beside an exit code that is set': {
    invalid: `
      import { rmSync } from 'node:fs';
      import process from 'node:process';
      function cleanUp(): void {
        rmSync('index.lock', { force: true });
      }
      process.on('SIGINT', cleanUp);
                           ~~~~~~~ idle
      process.on('SIGTERM', cleanUp);
    `,
    valid: `
      import { rmSync } from 'node:fs';
      import process from 'node:process';
      function cleanUp(): void {
        rmSync('index.lock', { force: true });
        process.exitCode = 1;
      }
      process.on('SIGINT', cleanUp);
      process.on('SIGTERM', cleanUp);
    `,
  },
  'a controller that is not aborted, beside one that is': {
    invalid: `
      const controller = new AbortController();
      process.once('SIGTERM', () => {
                              ~ idle
        // Kubernetes
        console.warn('stopping');
      });
      await fetch('https://example.com', { signal: controller.signal });
    `,
    valid: `
      const controller = new AbortController();
      process.once('SIGTERM', () => {
        console.warn('stopping');
        controller.abort();
      });
      await fetch('https://example.com', { signal: controller.signal });
    `,
  },
  'a list of signals, beside signals whose default is not to end': {
    invalid: `
      for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, function () {
                         ~~~~~~~~ idle
          process.stdout.write('stop');
        });
      }
    `,
    valid: `
      for (const name of ['SIGHUP', 'SIGUSR2', 'SIGWINCH']) {
        process.on(name, function () {
          process.stdout.write('again');
        });
      }
    `,
    language: 'js',
  },
  'an empty handler, beside one that says why': {
    invalid: `
      process.on('SIGINT', () => {});
                           ~ idle
    `,
    valid: `
      process.on('SIGINT', () => {
        // The prompt reads Ctrl+C itself.
      });
    `,
  },
  'a handler for good, beside one that is taken off again': {
    invalid: `
      const ignore = () => {};
      process.on('SIGINT', ignore);
                           ~~~~~~ idle
    `,
    valid: `
      const ignore = () => {};
      export async function protect(work: () => Promise<void>): Promise<void> {
        process.on('SIGINT', ignore);
        try {
          await work();
        } finally {
          process.off('SIGINT', ignore);
        }
      }
    `,
  },
  'the only handler, beside one of two': {
    invalid: `
      process.on('SIGTERM', () => { console.log('bye'); });
                            ~ idle
    `,
    valid: `
      process.on('SIGTERM', () => { console.log('bye'); });
      process.on('SIGTERM', () => process.exit(143));
    `,
  },
  'a flag that a loop reads': {
    valid: `
      let isStopping = false;
      process.on('SIGINT', () => { isStopping = true; });
      while (!isStopping) await fetch('https://example.com');
    `,
  },
  'the first of two signals, announced': {
    invalid: `
      process.once('SIGINT', () => {
                             ~ idle
        console.log('interrupted');
      });
    `,
    valid: `
      process.once('SIGINT', () => {
        console.log('Press Ctrl+C again to quit');
      });
    `,
  },
  'a process whose child decides': {
    valid: `
      import { spawn } from 'node:child_process';
      const child = spawn('npm', ['start'], { stdio: 'inherit' });
      process.on('SIGINT', () => {});
      child.on('exit', (code) => { process.exitCode = code ?? 1; });
    `,
  },
  'an exit that would skip a finally is not suggested': {
    invalid: `
      import { rm } from 'node:fs/promises';
      process.on('SIGINT', () => {
                           ~ idle
        console.log('interrupted');
      });
      try {
        await fetch('https://example.com');
      } finally {
        await rm('index.lock');
      }
    `,
  },
  'other emitters and handlers from elsewhere': {
    valid: `
      import { shutdown } from './shutdown.js';
      declare const app: NodeJS.EventEmitter;
      app.on('SIGINT', () => { console.log('interrupted'); });
      process.on('SIGTERM', shutdown);
      process.on('SIGINT', async () => { console.log('interrupted'); });
    `,
  },
});
