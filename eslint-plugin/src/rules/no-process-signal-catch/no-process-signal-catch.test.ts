import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-process-signal-catch.js';

testRule(rule, {
  'the error itself, beside an ordinary error': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error === 'SIGINT') process.exit(130);
            ~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error === 'ENOENT') process.exit(1);
        throw error;
      }
    `,
  },
  "the name of another language's interrupt, beside a name of the own one": {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.name === 'KeyboardInterrupt') process.exit(130);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.name === 'AbortError') process.exit(130);
        throw error;
      }
    `,
  },
  'the code, beside one that the file makes': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.code === 'SIGTERM') process.exit(143);
            ~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      export const stopped = Object.assign(new Error('stopped'), { code: 'SIGTERM' });
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.code === 'SIGTERM') process.exit(143);
        throw error;
      }
    `,
  },
  "the signal of an error, beside a child's exit": {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.signal === 'SIGINT') process.exit(130);
            ~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function execFile(file: string): Promise<void>;
      declare function work(): Promise<void>;
      try {
        await execFile('make');
      } catch (error: any) {
        if (error.signal === 'SIGINT') process.exit(130);
        throw error;
      }
    `,
  },
  "the message, beside a prompt's": {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error?.message === 'SIGINT') process.exit(130);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function askName(): Promise<void>;
      declare function work(): Promise<void>;
      try {
        await askName();
      } catch (error: any) {
        if (error?.message === 'SIGINT') process.exit(130);
        throw error;
      }
    `,
  },
  'the literal on the left, beside a member that says no kind': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if ('SIGHUP' === (error as Error).name) process.exit(1);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if ('SIGHUP' === error.trigger) process.exit(1);
        throw error;
      }
    `,
  },
  'a list of signals, beside a list with something else in it': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (['SIGINT', 'SIGTERM'].includes(error.code)) process.exit(1);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (['SIGINT', 'EPIPE'].includes(error.code)) process.exit(1);
        throw error;
      }
    `,
  },
  'a class, beside one of the file': {
    invalid: `
      import { KeyboardInterrupt } from './interrupts.js';
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error instanceof KeyboardInterrupt) process.exit(130);
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      class KeyboardInterrupt extends Error {}
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error instanceof KeyboardInterrupt) process.exit(130);
        throw error;
      }
    `,
  },
  'an alias of the error, beside another variable': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error != null && error.code === 'SIGINT') process.exit(130);
                             ~~~~~~~~~~~~~~~~~~~~~~~ unreachable
        throw error;
      }
    `,
    valid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (process.env.STOP === 'SIGINT') process.exit(130);
        throw error;
      }
    `,
  },
  'a branch that ends the process, beside a listener': {
    invalid: `
      import { rmSync } from 'node:fs';
      declare function work(): Promise<void>;
      export async function run(): Promise<void> {
        try {
          await work();
        } catch (error: any) {
          // Ctrl+C
          if (error.code === 'SIGINT') {
              ~~~~~~~~~~~~~~~~~~~~~~~ unreachable
            // Nobody else removes it.
            rmSync('lock');
            process.exit(130);
          }
          throw error;
        }
      }
    `,
    valid: `
      import { rmSync } from 'node:fs';
      declare function work(): Promise<void>;
      export async function run(): Promise<void> {
        process.once('SIGINT', () => {
          rmSync('lock');
          process.exit(130);
        });
        await work();
      }
    `,
  },
  'a branch that needs the error stays, beside a file that runs children': {
    invalid: `
      declare function work(): Promise<void>;
      try {
        await work();
      } catch (error: any) {
        if (error.name === 'SIGINT') {
            ~~~~~~~~~~~~~~~~~~~~~~~ unreachable
          console.log(error);
          process.exit(130);
        }
        throw error;
      }
    `,
    valid: `
      import { spawn } from 'node:child_process';
      declare function work(make: typeof spawn): Promise<void>;
      try {
        await work(spawn);
      } catch (error: any) {
        if (error.signal === 'SIGINT') process.exit(130);
        throw error;
      }
    `,
  },
  'plain JavaScript with a switch, beside one on something else': {
    language: 'js',
    invalid: `
      export async function run(work, tidy) {
        try {
          await work();
        } catch (error) {
          switch (error.code) {
            case 'SIGINT':
                 ~~~~~~~~ unreachable
              break;
          }
        }
      }
    `,
    valid: `
      export async function run(work, mode) {
        try {
          await work();
        } catch (error) {
          switch (mode) {
            case 'SIGINT':
              break;
          }
        }
      }
    `,
  },
  'an error of which nothing is known, beside one that has what a child has written': {
    invalid: `
      export async function settle(work: Promise<string>): Promise<string> {
        try {
          return await work;
        } catch (error) {
          if ((error as { signal?: string }).signal === 'SIGINT') return '';
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unreachable
          throw error;
        }
      }
    `,
    valid: `
      interface Failure { signal?: string; stderr?: string }
      export async function settle(work: Promise<string>): Promise<string> {
        try {
          return await work;
        } catch (error) {
          const { signal } = error as Failure;
          if ((error as Failure).signal === 'SIGINT') return signal ?? '';
          throw new Error((error as Failure).stderr);
        }
      }
    `,
  },
});
