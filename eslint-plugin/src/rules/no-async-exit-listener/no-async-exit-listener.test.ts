import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-async-exit-listener.js';

testRule(rule, {
  'a listener that awaits, beside one that does not': {
    invalid: `
      import { writeFile } from 'node:fs/promises';
      process.on('exit', async () => {
        await writeFile('state.json', '{}');
        ~~~~~ await
      });
    `,
    valid: `
      import { writeFileSync } from 'node:fs';
      process.on('exit', () => {
        writeFileSync('state.json', '{}');
      });
    `,
  },
  'a timer, beside one that is cleared': {
    invalid: `
      process.once('exit', () => {
        setTimeout(() => { console.log('bye'); }, 100);
        ~~~~~~~~~~ timer
      });
    `,
    valid: `
      const timer = setInterval(() => undefined, 100);
      process.once('exit', () => {
        clearInterval(timer);
      });
    `,
  },
  'a callback of the file system, beside the synchronous function': {
    invalid: `
      const fs = require('fs');
      process.on("exit", function (code) {
        fs.unlink('index.lock', function () {});
        ~~~~~~~~~ started
      });
    `,
    valid: `
      const fs = require('fs');
      process.on("exit", function (code) {
        fs.unlinkSync('index.lock');
      });
    `,
    language: 'js',
  },
  'a promise that is dropped, beside beforeExit': {
    invalid: `
      import { rm } from 'node:fs/promises';
      process.on('exit', () => void rm('index.lock'));
                                    ~~ started
    `,
    valid: `
      import { rm } from 'node:fs/promises';
      process.once('beforeExit', () => void rm('index.lock'));
    `,
  },
  'a shared function, beside one that is synchronous': {
    invalid: `
      async function shutdown(): Promise<void> {
        console.log('stopping');
        await fetch('https://example.com/stop');
        ~~~~~ await
      }
      process.on('exit', shutdown);
    `,
    valid: `
      async function shutdown(): Promise<void> {
        console.log('stopping');
      }
      process.on('exit', shutdown);
    `,
  },
  'a function that the listener calls, and async functions for an old target': {
    invalid: `
      const stop = () => __awaiter(void 0, void 0, void 0, function* () {
        yield fetch('https://example.com/stop');
        ~~~~~ await
      });
      process.addListener('exit', () => { stop(); });
    `,
    valid: `
      const stop = () => {
        console.log('stopped');
      };
      process.addListener('exit', () => { stop(); });
    `,
    language: 'js',
  },
  'a request, beside work that is only named so': {
    invalid: `
      process.on('exit', (code) => {
        fetch(\`https://example.com/exit?code=\${code}\`);
        ~~~~~ started
      });
    `,
    valid: `
      declare function flush(): void;
      process.on('exit', () => {
        flush();
      });
    `,
  },
  'an await of what is there, which goes on in a microtask': {
    valid: `
      const state = Promise.resolve(1);
      process.on('exit', async () => {
        console.log(await state);
      });
    `,
  },
  'the exit of a child': {
    valid: `
      import { spawn } from 'node:child_process';
      import { rm } from 'node:fs/promises';
      const child = spawn('make');
      child.on('exit', async () => {
        await rm('index.lock');
      });
    `,
  },
  'imports of the process, beside another emitter': {
    invalid: `
      import { on } from 'node:process';
      import * as host from 'node:process';
      host.on('exit', async () => {
        for await (const part of process.stdin) console.log(part);
        ~~~ await
      });
    `,
    valid: `
      import process from './process.js';
      process.on('exit', async () => {
        for await (const part of globalThis.process.stdin) console.log(part);
      });
    `,
    types: 'without',
  },
  'a list of events': {
    invalid: `
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
        ~~~~~ await
      }
      for (const event of ['exit', 'SIGTERM'] as const) {
        process.on(event, () => {
          void stop().catch(console.error);
        });
      }
    `,
    valid: `
      async function stop(): Promise<void> {
        await fetch('https://example.com/stop');
      }
      for (const event of ['SIGHUP', 'SIGTERM'] as const) {
        process.on(event, () => {
          void stop().catch(console.error);
        });
      }
    `,
  },
  'a listener whose argument says that it may not wait': {
    valid: `
      async function leave(isExiting: boolean): Promise<void> {
        console.log('leaving');
        if (isExiting) return;
        await fetch('https://example.com/stop');
      }
      process.once('exit', leave.bind(undefined, true));
      process.once('beforeExit', leave.bind(undefined, false));
    `,
  },
  'a timer of a handler that signals run too': {
    valid: `
      const leave = (): void => {
        setTimeout(() => process.exit(), 1);
      };
      process.once('SIGINT', leave);
      process.once('exit', leave);
    `,
  },
  'a promise that types know': {
    invalid: `
      declare const pool: { end(): Promise<void> };
      process.on('exit', () => {
        void pool.end();
             ~~~~~~~~ started
      });
    `,
    types: 'with',
  },
  'a function that waits in any case, beside one that has come back before': {
    language: 'js',
    invalid: `
      function finish(code) {
        flush(code);
      }
      async function flush(code) {
        await write(code);
        ~~~~~ await
      }
      async function write(code) {
        console.log(code);
      }
      process.on('exit', finish);
    `,
    valid: `
      import { Worker } from 'node:worker_threads';
      async function finish(isSynchronous) {
        if (isSynchronous) return;
        await flush();
      }
      async function flush() {
        await write();
      }
      async function write() {
        console.log('done');
      }
      const worker = new Worker('./worker.js');
      process.on('exit', finish.bind(undefined, true));
      process.on('exit', () => {
        worker.terminate();
      });
    `,
  },
});
